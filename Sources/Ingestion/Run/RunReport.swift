import Extraction

/// `run.json`: how every input of a run ended. No clock and no absolute path: the same run gives the same bytes.
public struct RunReport {
  static let stem = "run"

  public var results: [InputResult] = []

  public init() {}

  public func count(_ outcome: Outcome) -> Int { results.count { $0.outcome == outcome } }

  func write(to folder: String, options: String) throws(InputProblem) {
    let file = try AtomicFile("\(folder)/\(RunReport.stem).json")
    file.output.write("{\"schema\":\"trich-run/1\",\n")
    file.output.write("\"tool\":{\"version\":\"\(Tool.version)\",\"rules\":\"\(Tool.rules)\"},\n")
    file.output.write("\"options\":\(options.jsonQuoted),\n")
    let counts = Outcome.allCases.map { "\"\($0.rawValue)\":\(count($0))" }.joined(separator: ",")
    file.output.write("\"counts\":{\(counts)},\n\"inputs\":[")
    let tree = RecordTree(root: folder)
    for (index, result) in results.enumerated() {
      file.output.write(index == 0 ? "\n" : ",\n")
      file.output.write(RunReport.line(result, tree))
    }
    file.output.write("\n]}\n")
    try file.commit()
  }

  private static func line(_ result: InputResult, _ tree: RecordTree) -> String {
    var line = "{\"input\":\(result.input.jsonQuoted),\"outcome\":\"\(result.outcome.rawValue)\""
    if let problem = result.problem {
      line += ",\"reason\":\"\(problem.reason.rawValue)\",\"message\":\(problem.message.jsonQuoted)"
    }
    if let warning = result.warning { line += ",\"warning\":\(warning.jsonQuoted)" }
    if let sha256 = result.sha256 { line += ",\"sha256\":\"\(sha256)\"" }
    if let id = result.id, result.outcome == .written || result.outcome == .unchanged {
      line += ",\"id\":\(id.jsonQuoted),\"record\":\(tree.path(of: id).jsonQuoted)"
    }
    return line + "}"
  }
}

extension String {
  /// A JSON string with its quotes.
  public var jsonQuoted: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
