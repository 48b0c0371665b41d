import GRDB

/// Finds out what a decision means for the records as they are now.
struct Resolver {
  let db: Database
  private let finder: AnchorFinder

  init(_ db: Database) {
    self.db = db
    finder = AnchorFinder(db: db)
  }

  func state(of decision: Decision) throws -> DecisionState {
    var state = try placed(decision)
    if let flag = decision.flag { state = try answered(flag, decision, state) }
    return state
  }

  // MARK: - The mention

  private func placed(_ decision: Decision) throws -> DecisionState {
    guard let anchor = decision.anchor else { return try withoutAnchor(decision) }
    switch try finder.find(anchor) {
    case .absent: return DecisionState(outcome: .absent)
    case .lost(let article): return DecisionState(outcome: .orphan, article: article)
    case .found(let found):
      var state = DecisionState(outcome: .holds, isReanchored: found.isReanchored, article: found.article, utf8: found.utf8)
      state.mention = found.mentionID
      state.outcome = try outcome(decision, found)
      return state
    }
  }

  private func withoutAnchor(_ decision: Decision) throws -> DecisionState {
    guard let record = decision.article else { return DecisionState(outcome: .holds) }
    let statement = try db.cachedStatement(sql: "SELECT id FROM article WHERE record = ?")
    guard let article = try Int.fetchOne(statement, arguments: [record]) else { return DecisionState(outcome: .absent) }
    return DecisionState(outcome: .holds, article: article)
  }

  private func outcome(_ decision: Decision, _ found: FoundAnchor) throws -> Outcome {
    switch (decision.action, decision.verdict) {
    case (.reject, .notAMention): return found.mention == nil ? .confirmed : .holds
    case (.add, _): return found.mention.map { Reading($0).agrees(with: decision.after) ? .confirmed : .stale } ?? .holds
    case (.accept, _), (.correct, _), (.reject, _): break
    default: return .holds
    }
    guard let mention = try found.mention ?? mentionAtCorrectedSpan(decision, found) else { return .vanished }
    let reading = Reading(mention)
    let isElsewhere = found.mention == nil
    if decision.action == .correct, reading.agrees(with: decision.after), isElsewhere || decision.after?["span"] == nil {
      return .confirmed
    }
    return reading.agrees(with: decision.before) && !isElsewhere ? .holds : .stale
  }

  /// The rules may have learnt the span that the person set.
  private func mentionAtCorrectedSpan(_ decision: Decision, _ found: FoundAnchor) throws -> Row? {
    guard let anchor = decision.anchor,
      let span = CorrectedSpan(decision.after, anchor: found.utf8, kind: anchor.kind, db: db, article: found.article)
    else { return nil }
    return try finder.mention(anchor.kind, at: span.utf8, in: found.article)
  }

  // MARK: - The flag

  /// Looks for the flag with the same code and the same evidence; values that changed make the question another one.
  private func answered(_ flag: Decision.FlagReference, _ decision: Decision, _ state: DecisionState) throws -> DecisionState {
    var state = state
    var evidence: [FlagKey.Evidence] = []
    var isChanged = false
    for anchor in flag.evidence {
      switch try finder.find(anchor) {
      case .absent, .lost: return decision.anchor == nil ? lost(state) : state
      case .found(let found):
        state.isReanchored = state.isReanchored || found.isReanchored
        state.article = state.article ?? found.article
        guard let mention = found.mention else { return decision.anchor == nil ? with(state, .vanished) : state }
        if anchor.mentionID != decision.anchor?.mentionID, !Reading(mention).agrees(with: anchor.value) { isChanged = true }
        evidence.append(FlagKey.Evidence(record: try record(found.article), mention: mention["id"], text: mention["text"]))
      }
    }
    let key = FlagKey(code: flag.code, record: decision.article ?? "", evidence: evidence, subject: flag.subject)
    let statement = try db.cachedStatement(sql: "SELECT id FROM flag WHERE id = ?")
    state.flag = try Int.fetchOne(statement, arguments: [key.rowID])
    if isChanged, state.outcome == .holds { state.outcome = .stale }
    return state
  }

  private func lost(_ state: DecisionState) -> DecisionState { with(state, state.outcome == .absent ? .absent : .orphan) }

  private func with(_ state: DecisionState, _ outcome: Outcome) -> DecisionState {
    var state = state
    state.outcome = outcome
    return state
  }

  private func record(_ article: Int) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT record FROM article WHERE id = ?")
    return try String.fetchOne(statement, arguments: [article]) ?? ""
  }
}

/// The span that a person set, found from the span that the rules had.
struct CorrectedSpan {
  var utf8: Range<Int>

  /// `after.span` counts scalars from the anchor's own ends.
  init?(_ after: JSON?, anchor: Range<Int>, kind: String, db: Database, article: Int) {
    guard let after, after["span"] != nil,
      let text = try? String.fetchOne(db, sql: "SELECT text FROM article WHERE id = ?", arguments: [article])
    else { return nil }
    self.init(after, anchor: anchor, quote: Quote(text))
  }

  init?(_ after: JSON?, anchor: Range<Int>, quote: Quote) {
    guard let span = after?["span"], let start = span["start"]?.int, let end = span["end"]?.int else { return nil }
    let move = { (byte: Int, by: Int) in by < 0 ? quote.back(from: byte, scalars: -by) : quote.forth(from: byte, scalars: by) }
    let (first, last) = (move(anchor.lowerBound, start), move(anchor.upperBound, end))
    guard first < last else { return nil }
    utf8 = first..<last
  }
}
