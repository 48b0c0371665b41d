import Extraction

/// `run.json`: how every input of a run ended, written as the work goes.
///
/// No clock and no absolute path: the same run gives the same bytes.
final class RunReport {
  static let stem = "run"

  private let file: AtomicFile
  private let tree: RecordTree
  private var counts = OutcomeCounts()

  init(folder: String, options: String) throws(InputProblem) {
    tree = RecordTree(root: folder)
    file = try AtomicFile("\(folder)/\(RunReport.stem).json")
    file.output.write("{\"schema\":\"trich-run/1\",\n")
    file.output.write("\"tool\":{\"version\":\"\(Tool.version)\",\"rules\":\"\(Tool.rules)\"},\n")
    file.output.write("\"options\":\(options.jsonQuoted),\n\"inputs\":[")
  }

  func note(_ result: InputResult) {
    file.output.write(counts.total == 0 ? "\n" : ",\n")
    file.output.write(line(result))
    counts[result.outcome] += 1
  }

  func finish() throws(InputProblem) {
    let counts = Outcome.allCases.map { "\"\($0.rawValue)\":\(self.counts[$0])" }.joined(separator: ",")
    file.output.write("\n],\n\"counts\":{\(counts)}}\n")
    try file.commit()
  }

  private func line(_ result: InputResult) -> String {
    var line = "{\"input\":\(result.input.jsonQuoted),\"outcome\":\"\(result.outcome.rawValue)\""
    if let problem = result.problem {
      line += ",\"reason\":\"\(problem.reason.rawValue)\",\"message\":\(problem.message.jsonQuoted)"
    }
    if let warning = result.warning { line += ",\"warning\":\(warning.jsonQuoted)" }
    if let sha256 = result.sha256 { line += ",\"sha256\":\"\(sha256)\"" }
    if result.outcome == .written || result.outcome == .unchanged {
      line += ",\"id\":\(result.id.jsonQuoted),\"record\":\(tree.path(of: result.id).jsonQuoted)"
    }
    if let id = result.copyOf { line += ",\"copyOf\":\(id.jsonQuoted)" }
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
