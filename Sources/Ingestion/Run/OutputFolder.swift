import Extraction

/// A folder that runs write into: the records' tree, what is remembered between runs, and the report.
public final class OutputFolder {
  public let tree: RecordTree
  let memory: RunMemory
  private let key: String
  public private(set) var report = RunReport()

  /// - Parameters:
  ///   - options: all that changes a record besides its text and the rules.
  ///   - force: extract again what is unchanged.
  public init(_ path: String, options: String, force: Bool) throws(InputProblem) {
    try Folder.make(path)
    key = options
    tree = RecordTree(root: path)
    memory = RunMemory(folder: path, key: "\(Tool.version) \(Tool.rules) \(options)", forgets: force)
  }

  /// Takes an input's end into the report and the memory.
  public func note(_ result: InputResult) throws(InputProblem) {
    report.results.append(result)
    if result.outcome != .unchanged { try memory.note(result) }
  }

  /// Writes `run.json`.
  public func finish() throws(InputProblem) {
    try report.write(to: tree.root, options: key)
    try memory.replace(by: report.results)
  }
}
