import GRDB

/// What a mention could say instead: one key takes it.
struct Alternatives {
  let db: Database
  let article: Int
  private static let limit = 9

  struct Alternative {
    var fields: JSON
    /// `reading`, `evidence`, `context`, `old`: where it comes from.
    var from: String
  }

  func all(of mention: SettledMention, flag: Row?, _ evidence: [Evidence]) throws -> [Alternative] {
    var all = mention.alternatives.map { Alternative(fields: ["value": .string($0)], from: "reading") }
    if let flag {
      all = oldAnswer(flag) + all
      all += try fromEvidence(mention, evidence)
      if flag["code"] == "doc-symbol-noncanonical" { all += canonicalSymbol(mention) }
    }
    if mention.kind == "date" { all += try yearsOfArticle(mention) }
    var told: [String] = [Reading.line(mention.reading, kind: mention.kind)]
    return all.filter { alternative in
      var whole = mention.reading
      for member in alternative.fields.members { whole[member.key] = member.value }
      let line = Reading.line(whole, kind: mention.kind)
      defer { told.append(line) }
      return !told.contains(line)
    }.prefix(Alternatives.limit).map(\.self)
  }

  /// `review-stale`: what a person said before the rules changed.
  private func oldAnswer(_ flag: Row) -> [Alternative] {
    guard flag["code"] == "review-stale", let details = (flag["details"] as String?).flatMap({ try? JSON(parsing: $0) }),
      var fields = details["fields"]
    else { return [] }
    fields["span"] = nil
    return [Alternative(fields: fields, from: "old")]
  }

  /// The fields of the other mentions that the flag holds against this one.
  private func fromEvidence(_ mention: SettledMention, _ evidence: [Evidence]) throws -> [Alternative] {
    try evidence.compactMap { other in
      guard other.article != article || other.mention != mention.id else { return nil }
      let row = try Row.fetchOne(db, sql: "SELECT * FROM mention WHERE article = ? AND id = ?", arguments: [other.article, other.mention])
      guard let row, row["kind"] == mention.kind else { return nil }
      let reading = Reading(row).json
      let said = reading.members.filter { $0.value != .null && $0.value != .array([]) && $0.value != mention.reading[$0.key] }
      return said.isEmpty ? nil : Alternative(fields: .object(said), from: "evidence")
    }
  }

  /// `989-QĐ-TU` → `989-QĐ/TU`
  private func canonicalSymbol(_ mention: SettledMention) -> [Alternative] {
    guard let number = mention.reading["number"]?.string, let dash = number.lastIndex(of: "-") else { return [] }
    var canonical = number
    canonical.replaceSubrange(dash...dash, with: "/")
    return [Alternative(fields: ["number": .string(canonical)], from: "reading")]
  }

  /// `XXXX-09-27` with the years that the article names, the most frequent first.
  private func yearsOfArticle(_ mention: SettledMention) throws -> [Alternative] {
    guard let value = mention.reading["value"]?.string, value.hasPrefix("XXXX-"), !value.contains("/") else { return [] }
    let published = try String.fetchOne(db, sql: "SELECT substr(published, 1, 4) FROM article WHERE id = ?", arguments: [article])
    let others = try String.fetchAll(
      db,
      sql: """
        SELECT substr(from_day, 1, 4) AS year FROM mention WHERE article = ? AND from_day GLOB '[12]*'
        GROUP BY year ORDER BY count(*) DESC, year DESC LIMIT 4
        """, arguments: [article])
    return ([published].compactMap(\.self) + others).map {
      Alternative(fields: ["value": .string($0 + value.dropFirst(4))], from: "context")
    }
  }
}

/// Fields as text that a person types, and back.
enum FieldText {
  static func text(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .number(let digits): digits
    case .array(let elements): elements.compactMap(\.string).joined(separator: "; ")
    default: ""
    }
  }

  /// - Throws: `ArchiveError.badValue` where the text is no value of the field.
  static func value(_ text: String, field: String, kind: String) throws -> JSON {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.utf8.count <= 1000 else { throw ArchiveError.badValue(field: field, reason: "too long") }
    if field == "positions" {
      return .array(text.split(separator: ";").map { .string($0.split(separator: " ").joined(separator: " ")) })
    }
    if text.isEmpty { return try empty(field, kind) }
    if kind == "count", ["number", "max", "of"].contains(field) { return try number(text, field) }
    if (kind == "date" && field == "value") || field == "issuedOn" { try EDTF.check(text, field: field) }
    if kind == "duration", text.wholeMatch(of: /P(\d+([.,]\d+)?[YMWD])*(T(\d+([.,]\d+)?[HMS])+)?/) == nil || text == "P" {
      throw ArchiveError.badValue(field: field, reason: "not an ISO 8601 duration such as P3M or P15D")
    }
    if field == "approximation", !["about", "nearly", "over", "under", "atLeast", "atMost"].contains(text) {
      throw ArchiveError.badValue(field: field, reason: "about, nearly, over, under, atLeast or atMost")
    }
    if kind == "rank", Ranks.grades[text] == nil { throw ArchiveError.badValue(field: field, reason: "no rank of the list") }
    return .string(text)
  }

  private static func empty(_ field: String, _ kind: String) throws -> JSON {
    if field == "value" || (kind == "count" && field == "number") || (kind == "position" && field == "title") {
      throw ArchiveError.badValue(field: field, reason: "must not be empty")
    }
    return .null
  }

  private static func number(_ text: String, _ field: String) throws -> JSON {
    guard let number = Double(text.replacing(",", with: ".")), number.isFinite else {
      throw ArchiveError.badValue(field: field, reason: "not a number such as 86 or 1.5")
    }
    return .number(Reading.digits(number))
  }
}
