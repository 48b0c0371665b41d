import GRDB

/// A mention as it stands after people's decisions: what the page shows and what is exported.
struct SettledMention {
  /// The id in the record, or of the decision's anchor where the record has none.
  var id: String
  var kind: String
  var utf8: Range<Int>
  var reading: JSON
  var rule: String?
  var confidence: Double?
  var alternatives: [String] = []
  /// What people made of it.
  var state = State.untouched
  /// The last decision that counts.
  var decision: String?
  var by: String?
  var outcome: String?
  /// Whether the record has it.
  var isOfRecord: Bool

  enum State: String { case untouched, accepted, corrected, rejected, added, kept }
}

/// Lays the decisions of people over the mentions of one article.
struct MentionOverlay {
  let db: Database
  let article: Int
  let quote: Quote

  init(_ db: Database, article: Int) throws {
    self.db = db
    self.article = article
    quote = Quote(try String.fetchOne(db, sql: "SELECT text FROM article WHERE id = ?", arguments: [article]) ?? "")
  }

  /// The day of publication: what a person said, else what the record says.
  func published() throws -> String? {
    let said = try String.fetchOne(
      db,
      sql: """
        SELECT d.line ->> '$.after.published' FROM decision d JOIN decision_state s ON s.seq = d.seq
        WHERE s.article = ? AND s.is_active AND d.kind IS NULL AND d.line ->> '$.after.published' IS NOT NULL ORDER BY d.seq LIMIT 1
        """, arguments: [article])
    return try said ?? String.fetchOne(db, sql: "SELECT published FROM article WHERE id = ?", arguments: [article])
  }

  /// In the order of the text; rejected ones too.
  func mentions() throws -> [SettledMention] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM mention WHERE article = ? ORDER BY place", arguments: [article])
    var mentions = rows.map(settled)
    var owners: [String: String] = [:]
    for (decision, state) in try decisions() { apply(decision, state, &mentions, &owners) }
    return mentions.sorted { ($0.utf8.lowerBound, $0.utf8.upperBound, $0.kind) < ($1.utf8.lowerBound, $1.utf8.upperBound, $1.kind) }
  }

  private func settled(_ row: Row) -> SettledMention {
    let alternatives = (row["alternatives"] as String?).flatMap { try? JSON(parsing: $0) }?.array.compactMap(\.string) ?? []
    return SettledMention(
      id: row["id"], kind: row["kind"], utf8: row["utf8_start"]..<max(row["utf8_start"], row["utf8_end"]), reading: Reading(row).json,
      rule: row["rule"], confidence: row["confidence"], alternatives: alternatives, isOfRecord: true)
  }

  private func decisions() throws -> [(Decision, Row)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.line, s.outcome, s.mention, s.utf8_start, s.utf8_end FROM decision_state s JOIN decision d ON d.seq = s.seq
        WHERE s.article = ? AND s.is_active AND s.utf8_start IS NOT NULL AND s.outcome IN ('holds', 'confirmed', 'vanished')
          AND d.action IN ('accept', 'correct', 'reject', 'add') ORDER BY d.seq
        """, arguments: [article])
    return try rows.map { (try Decision(line: $0["line"]), $0) }
  }

  /// The first person who decided about a mention owns it: nothing that another says later overwrites it.
  private func apply(_ decision: Decision, _ row: Row, _ mentions: inout [SettledMention], _ owners: inout [String: String]) {
    guard let anchor = decision.anchor else { return }
    let place: Range<Int> = row["utf8_start"]..<row["utf8_end"]
    let key = (row["mention"] as String?) ?? "\(anchor.kind)@\(place.lowerBound)"
    if let owner = owners[key], owner != decision.by { return }
    // A false alarm says nothing about the mention itself.
    if decision.verdict == .notAProblem { return }
    owners[key] = decision.by
    let index =
      (row["mention"] as String?).flatMap { id in mentions.firstIndex { $0.id == id } }
      ?? mentions.firstIndex { $0.kind == anchor.kind && $0.decision != nil && $0.utf8 == place } ?? append(anchor, place, &mentions)
    change(&mentions[index], decision, place)
    mentions[index].outcome = row["outcome"]
    dropOverlapped(by: index, &mentions)
  }

  private func append(_ anchor: Anchor, _ place: Range<Int>, _ mentions: inout [SettledMention]) -> Int {
    mentions.append(
      SettledMention(
        id: "\(anchor.kind):\(quote.scalar(ofByte: place.lowerBound))-\(quote.scalar(ofByte: place.upperBound))", kind: anchor.kind,
        utf8: place, reading: anchor.value ?? .object([]), isOfRecord: false))
    return mentions.count - 1
  }

  private func change(_ mention: inout SettledMention, _ decision: Decision, _ place: Range<Int>) {
    mention.decision = decision.id
    mention.by = decision.by
    switch decision.action {
    case .reject: mention.state = .rejected
    case .accept: if mention.state == .untouched { mention.state = mention.isOfRecord ? .accepted : .kept }
    default: mention.state = decision.action == .add ? .added : .corrected
    }
    for member in decision.after?.members ?? [] where member.key != "span" { mention.reading[member.key] = member.value }
    if let span = CorrectedSpan(decision.after, anchor: place, quote: quote) { mention.utf8 = span.utf8 }
  }

  /// A person's span wins over what the rules find across its ends.
  private func dropOverlapped(by index: Int, _ mentions: inout [SettledMention]) {
    let winner = mentions[index]
    guard winner.state == .added || winner.state == .corrected || winner.state == .kept else { return }
    for other in mentions.indices where other != index && mentions[other].kind == winner.kind && mentions[other].state == .untouched {
      if mentions[other].utf8.overlaps(winner.utf8) {
        mentions[other].state = .rejected
        mentions[other].decision = winner.decision
        mentions[other].by = winner.by
      }
    }
  }
}
