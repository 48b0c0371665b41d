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
    let text = DayOrder.iso(text.split(whereSeparator: \.isWhitespace).joined(separator: " "), field: field, kind: kind)
    guard text.utf8.count <= 1000 else { throw ArchiveError.badValue(field: field, reason: "too long") }
    if field == "positions" {
      return .array(text.split(separator: ";").map { .string($0.split(separator: " ").joined(separator: " ")) })
    }
    if text.isEmpty { return try empty(field, kind) }
    if kind == "count", ["number", "max", "of"].contains(field) { return try number(text, field) }
    if (kind == "date" && field == "value") || field == "issuedOn" || field == "published" { try EDTF.check(text, field: field) }
    if kind == "duration", text.wholeMatch(of: /P(\d+([.,]\d+)?[YMWD])*(T(\d+([.,]\d+)?[HMS])+)?/) == nil || text == "P" {
      throw ArchiveError.badValue(field: field, reason: "not an ISO 8601 duration such as P3M or P15D")
    }
    if field == "published", text.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil {
      throw ArchiveError.badValue(field: field, reason: "a day such as 2024-09-27")
    }
    if field == "approximation", !["about", "nearly", "over", "under", "atLeast", "atMost"].contains(text) {
      throw ArchiveError.badValue(field: field, reason: "about, nearly, over, under, atLeast or atMost")
    }
    if kind == "rank", WordLists.grades[text] == nil { throw ArchiveError.badValue(field: field, reason: "no rank of the list") }
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
