import GRDB

/// Makes a decision of what the page sends: looks up what the reviewer saw, checks what they typed.
struct DecisionDraft {
  let db: Database
  let desk: Desk

  func decision(_ answer: Answer) throws -> Decision {
    var decision = Decision(by: desk.reviewer, action: answer.action)
    decision.verdict = answer.action == .reject ? answer.verdict ?? .notAMention : nil
    decision.note = answer.note.flatMap { $0.isEmpty ? nil : String($0.prefix(4000)) }
    decision.seen = answer.seen
    if let flag = answer.flag { try addFlag(flag, answer, to: &decision) }
    let article = try article(answer)
    let row = try Row.fetchOne(db, sql: "SELECT record, tool, rules FROM article WHERE id = ?", arguments: [article])
    decision.article = row?["record"]
    decision.tool = row?["tool"]
    decision.rules = row?["rules"]
    if let selection = answer.selection {
      try addSelection(selection, answer, article, to: &decision)
    } else {
      try addMention(answer, article, to: &decision)
    }
    return decision
  }

  private func article(_ answer: Answer) throws -> Int {
    let id: Int? =
      if let record = answer.article {
        try Int.fetchOne(db, sql: "SELECT id FROM article WHERE record = ?", arguments: [record])
      } else {
        try Int.fetchOne(
          db,
          sql: "SELECT coalesce((SELECT article FROM evidence WHERE flag = ?1 AND number = 1), (SELECT article FROM flag WHERE id = ?1))",
          arguments: [answer.flag])
      }
    guard let id else { throw ArchiveError.unknownFlag }
    return id
  }

  // MARK: - Flag

  private func addFlag(_ id: Int, _ answer: Answer, to decision: inout Decision) throws {
    guard let flag = try Row.fetchOne(db, sql: "SELECT code, subject FROM flag WHERE id = ?", arguments: [id]) else {
      throw ArchiveError.unknownFlag
    }
    // Adding, moving a span or writing a note says nothing about the flag.
    guard answer.action.isAnswer || answer.action == .skip || answer.action == .bookmark || answer.action == .note,
      answer.startWords == 0, answer.endWords == 0
    else { return }
    if answer.action.isAnswer { try refuseSecondAnswer(id, seen: answer.seen) }
    let evidence = try Evidence.all(of: id, db).map { try anchor($0.mention, in: $0.article) }
    decision.flag = Decision.FlagReference(id: id, code: flag["code"], subject: flag["subject"], evidence: evidence)
  }

  /// Who comes second sees the first answer before giving another.
  private func refuseSecondAnswer(_ flag: Int, seen: String?) throws {
    let first = try Row.fetchOne(
      db, sql: "SELECT id, by FROM answer WHERE flag = ? AND by <> ? ORDER BY seq LIMIT 1", arguments: [flag, desk.reviewer])
    guard let first, seen != first["id"] else { return }
    throw ArchiveError.answeredBefore(by: first["by"], decision: first["id"])
  }

  // MARK: - Mention

  func anchor(_ mention: String, in article: Int) throws -> Anchor {
    let row = try Row.fetchOne(
      db,
      sql:
        "SELECT m.*, a.record, a.text AS body, a.text_sha256 FROM mention m JOIN article a ON a.id = m.article WHERE m.article = ? AND m.id = ?",
      arguments: [article, mention])
    guard let row else { throw ArchiveError.unknownMention }
    let quote = Quote(row["body"])
    return Anchor(
      record: row["record"], text: "sha256:" + (row["text_sha256"] as String), kind: row["kind"], start: row["start"], end: row["end"],
      exact: row["text"], prefix: quote.prefix(before: row["utf8_start"]), suffix: quote.suffix(from: row["utf8_end"]),
      value: Reading(row).json)
  }

  private func addMention(_ answer: Answer, _ article: Int, to decision: inout Decision) throws {
    guard let name = answer.mention else {
      if let day = answer.fields["published"] {
        decision.after = ["published": try FieldText.value(day, field: "published", kind: "article")]
      } else if answer.action == .correct {
        throw ArchiveError.unknownMention
      }
      return
    }
    let overlay = try MentionOverlay(db, article: article)
    guard let mention = try overlay.mentions().first(where: { $0.id == name }) else { throw ArchiveError.unknownMention }
    let anchor = mention.isOfRecord ? try anchor(name, in: article) : try ownAnchor(mention, article, overlay.quote)
    decision.anchor = anchor
    decision.before = anchor.value
    guard answer.action == .correct else { return }
    decision.after = try corrected(answer, mention, overlay)
  }

  /// A mention that only people know has the anchor of the decision that added it.
  private func ownAnchor(_ mention: SettledMention, _ article: Int, _ quote: Quote) throws -> Anchor {
    let line = try String.fetchOne(db, sql: "SELECT line FROM decision WHERE id = ?", arguments: [mention.decision])
    guard let line, let anchor = try Decision(line: line).anchor else { throw ArchiveError.unknownMention }
    return anchor
  }

  private func corrected(_ answer: Answer, _ mention: SettledMention, _ overlay: MentionOverlay) throws -> JSON {
    var after = JSON.object([])
    if let number = answer.alternative {
      let flag = try answer.flag.flatMap { try Row.fetchOne(db, sql: "SELECT * FROM flag WHERE id = ?", arguments: [$0]) }
      let evidence = try answer.flag.map { try Evidence.all(of: $0, db) } ?? []
      let all = try Alternatives(db: db, overlay: overlay, mentions: try overlay.mentions()).all(of: mention, flag: flag, evidence)
      guard all.indices.contains(number - 1) else { throw ArchiveError.badValue(field: "alternative", reason: "there is no \(number)") }
      guard answer.alternativeFrom == nil || answer.alternativeFrom == all[number - 1].from else {
        throw ArchiveError.badValue(field: "alternative", reason: "\(number) is another one here")
      }
      after = all[number - 1].fields
    }
    for field in Reading.fields(of: mention.kind) {
      guard let typed = answer.fields[field] else { continue }
      let value = try FieldText.value(withYear(typed, mention), field: field, kind: mention.kind)
      if value != mention.reading[field] ?? .null { after[field] = value }
    }
    if answer.startWords != 0 || answer.endWords != 0 {
      try SpanMove(quote: overlay.quote, mention: mention).apply(answer, article: overlay.article, db, &after)
    }
    guard !after.members.isEmpty else { throw ArchiveError.badValue(field: "value", reason: "nothing was changed") }
    return after
  }

  /// A year typed for a date without one fills it in.
  private func withYear(_ typed: String, _ mention: SettledMention) -> String {
    guard let value = mention.reading["value"]?.string, value.hasPrefix("XXXX-"), typed.wholeMatch(of: /\s*\d{4}\s*/) != nil else {
      return typed
    }
    return typed.filter(\.isNumber) + value.dropFirst(4)
  }

  // MARK: - A missed mention

  private func addSelection(_ selection: Answer.Selection, _ answer: Answer, _ article: Int, to decision: inout Decision) throws {
    let overlay = try MentionOverlay(db, article: article)
    let range = try SelectionFinder(quote: overlay.quote).range(of: selection)
    let row = try Row.fetchOne(db, sql: "SELECT record, text_sha256, published FROM article WHERE id = ?", arguments: [article])
    let text = overlay.quote.string(range)
    decision.action = .add
    decision.anchor = Anchor(
      record: row?["record"] ?? "", text: "sha256:" + (row?["text_sha256"] ?? ""), kind: selection.kind,
      start: overlay.quote.scalar(ofByte: range.lowerBound), end: overlay.quote.scalar(ofByte: range.upperBound), exact: text,
      prefix: overlay.quote.prefix(before: range.lowerBound), suffix: overlay.quote.suffix(from: range.upperBound))
    var after = SpanReading.reading(of: text, kind: selection.kind, published: row?["published"])
    for (field, typed) in answer.fields { after[field] = try FieldText.value(typed, field: field, kind: selection.kind) }
    // Where the rules read nothing, the person has to say what it is.
    if let field = ["date": "value", "duration": "value", "rank": "value", "count": "number"][selection.kind] {
      _ = try FieldText.value(FieldText.text(after[field] ?? .null), field: field, kind: selection.kind)
    }
    decision.after = after
  }
}
