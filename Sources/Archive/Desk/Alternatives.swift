import GRDB

/// What a mention could say instead: one key takes it.
struct Alternatives {
  let db: Database
  let overlay: MentionOverlay
  /// All mentions of the article as they stand.
  let mentions: [SettledMention]
  private static let limit = 9

  /// Where an alternative comes from.
  enum Origin: String {
    /// The rules weighed it.
    case reading
    /// The flag's other evidence says it.
    case evidence
    /// The day of publication that a person or the record gives.
    case published
    /// A year of the article.
    case context
    /// A person said it before the rules changed.
    case old
  }

  struct Alternative {
    var fields: JSON
    var from: Origin
  }

  func all(of mention: SettledMention, flag: Row?, _ evidence: [Evidence]) throws -> [Alternative] {
    var all = mention.alternatives.map { Alternative(fields: ["value": .string($0)], from: .reading) }
    if let flag {
      all = oldAnswer(flag) + all
      all += try fromEvidence(mention, evidence, fields: Alternatives.disputed[flag["code"] as String] ?? [])
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
    return [Alternative(fields: fields, from: .old)]
  }

  /// What the two sides of a flag disagree about, one of them being wrong; the evidence of other flags is no alternative.
  private static let disputed: [String: [String]] = [
    "doc-number-conflict": ["number"], "doc-date-conflict": ["issuedOn"], "doc-issuer-conflict": ["issuer"],
    "rank-regression": ["rank"], "rank-jump": ["rank"], "rank-conflict": ["rank"], "person-name-variant": ["value"],
    "name-one-letter-apart": ["value"],
    "count-conflict": ["number", "max", "of"],
  ]

  /// The fields of the other mentions that the flag holds against this one.
  private func fromEvidence(_ mention: SettledMention, _ evidence: [Evidence], fields: [String]) throws -> [Alternative] {
    try evidence.compactMap { other in
      guard other.article != overlay.article || other.mention != mention.id else { return nil }
      let row = try Row.fetchOne(db, sql: "SELECT * FROM mention WHERE article = ? AND id = ?", arguments: [other.article, other.mention])
      guard let row, row["kind"] == mention.kind else { return nil }
      let reading = Reading(row).json
      let said = reading.members.filter { member in
        member.value != .null && member.value != .array([]) && member.value != mention.reading[member.key]
          && fields.contains(member.key)
      }
      return said.isEmpty ? nil : Alternative(fields: .object(said), from: .evidence)
    }
  }

  /// `989-QĐ-TU` → `989-QĐ/TU`
  private func canonicalSymbol(_ mention: SettledMention) -> [Alternative] {
    guard let number = mention.reading["number"]?.string, let dash = number.lastIndex(of: "-") else { return [] }
    var canonical = number
    canonical.replaceSubrange(dash...dash, with: "/")
    return [Alternative(fields: ["number": .string(canonical)], from: .reading)]
  }

  /// `XXXX-09-27` as the rules read it when they know the day of publication, then with the years that people gave to other dates of the
  /// article, then with those it names.
  private func yearsOfArticle(_ mention: SettledMention) throws -> [Alternative] {
    guard let value = mention.reading["value"]?.string, value.contains("XXXX") else { return [] }
    let dates = mentions.filter { $0.kind == "date" && $0.state != .rejected && $0.id != mention.id }
    let settled = dates.filter { $0.state == .corrected || $0.state == .added }.compactMap(year)
    // A bare year is a birth year or a law's more often than not.
    let days = dates.filter { ($0.reading["value"]?.string?.prefix { $0 != "/" && $0 != "T" }.count ?? 0) > 4 }
    // News tells of its own year more often than of years past.
    let named = Set(days.compactMap(year)).sorted(by: >).prefix(3)
    let years = [settled.last].compactMap(\.self) + named
    return try fromPublication(mention)
      + years.map { Alternative(fields: ["value": .string(value.replacing("XXXX", with: $0))], from: .context) }
  }

  private func fromPublication(_ mention: SettledMention) throws -> [Alternative] {
    guard let published = try overlay.published() else { return [] }
    let read = SpanReading.reading(of: overlay.quote.string(mention.utf8), kind: mention.kind, published: published)
    guard let value = read["value"], value.string?.contains("XXXX") == false, value.string?.first?.isNumber == true else { return [] }
    return [Alternative(fields: ["value": value], from: .published)]
  }

  private func year(_ mention: SettledMention) -> String? {
    let year = mention.reading["value"]?.string?.prefix(4)
    return year.flatMap { Int($0) == nil ? nil : String($0) }
  }
}
