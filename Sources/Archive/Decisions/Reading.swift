import GRDB

/// The fields of a mention that a person can judge, in the words of the record.
public struct Reading: Sendable, Equatable {
  public var json: JSON

  /// The fields of a kind, in the order in which they are edited.
  public static func fields(of kind: String) -> [String] {
    switch kind {
    case "name": ["value", "rank", "positions"]
    case "count": ["number", "max", "of", "unit", "approximation"]
    case "decree": ["type", "number", "issuedOn", "issuer"]
    case "position": ["title", "organization"]
    default: ["value"]
    }
  }

  /// Reads a row of `mention`.
  init(_ row: Row) {
    let kind: String = row["kind"]
    json = .object(Reading.fields(of: kind).map { JSON.Member($0, Reading.value(of: $0, kind, row)) })
  }

  private static func value(of field: String, _ kind: String, _ row: Row) -> JSON {
    switch field {
    case "positions": (row["positions"] as String?).flatMap { try? JSON(parsing: $0) } ?? []
    case "number": kind == "decree" ? JSON(row["number"] as String?) : number(row["number"])
    case "max": number(row["max"])
    case "of": number(row["whole"])
    case "issuedOn": JSON(row["issued_on"] as String?)
    default: JSON(row[field] as String?)
    }
  }

  private static func number(_ value: Double?) -> JSON { value.map { .number(Reading.digits($0)) } ?? .null }

  /// A number as records write it: no `.0`.
  public static func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// Whether all fields that `other` has are the same here.
  func agrees(with other: JSON?) -> Bool {
    guard let other else { return true }
    return other.members.allSatisfy { $0.key == "span" || (json[$0.key] ?? .null) == $0.value }
  }

  /// The value in one line, for people.
  public static func line(_ json: JSON, kind: String) -> String {
    let parts = fields(of: kind).compactMap { field -> String? in
      switch json[field] {
      case .string(let text): text.isEmpty ? nil : text
      case .number(let digits): field == "of" ? "/ \(digits)" : field == "max" ? "– \(digits)" : digits
      case .array(let elements): elements.isEmpty ? nil : elements.compactMap(\.string).joined(separator: " · ")
      default: nil
      }
    }
    return parts.joined(separator: kind == "count" ? " " : ", ")
  }
}
