import Extraction

/// A folder that runs write into: the records' tree, what is remembered between runs, and the report.
public final class OutputFolder {
  public let tree: RecordTree
  let memory: RunMemory
  private let report: RunReport

  /// - Parameters:
  ///   - options: all that changes a record besides its text and the rules.
  ///   - force: extract again what is unchanged.
  public init(_ path: String, options: String, force: Bool) throws(InputProblem) {
    try Folder.make(path)
    tree = RecordTree(root: path)
    report = try RunReport(folder: path, options: options)
    memory = RunMemory(folder: path, key: "\(Tool.version) \(Tool.rules) \(options)", forgets: force)
  }

  /// Takes an input's end into the report and the memory.
  public func note(_ result: InputResult) throws(InputProblem) {
    report.note(result)
    try memory.note(result)
  }

  /// Puts `run.json` in its place.
  public func finish() throws(InputProblem) { try report.finish() }
}
