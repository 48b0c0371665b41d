/// Fields of a mention that follow from those which people judge.
enum DerivedFields {
  /// Fills in what a record has for each mention of the kind.
  static func complete(_ json: inout JSON, kind: String, isCorrected: Bool) {
    switch kind {
    case "date":
      let value = json["value"]?.string ?? ""
      let bounds = EDTF.bounds(of: value)
      json["from"] = JSON(bounds.from)
      json["to"] = JSON(bounds.to)
      if isCorrected {
        json["precision"] = .string(EDTF.precision(of: value))
        json["basis"] = "reviewer"
      }
    case "rank":
      if let grade = json["value"]?.string.flatMap({ WordLists.grades[$0] }) { json["grade"] = JSON(grade) }
      json["force"] = json["force"] ?? .null
    case "name", "position": json["person"] = json["person"] ?? .null
    case "decree": completeDecree(&json)
    default: break
    }
  }

  private static func completeDecree(_ json: inout JSON) {
    let number = json["number"]?.string
    json["ordinal"] = number.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }.map { JSON($0) } ?? .null
    json["form"] = json["form"] ?? (number.map { $0.contains { !$0.isNumber } ? "full" : "short" } ?? "named")
    json["decree"] = json["decree"] ?? .null
  }
}
