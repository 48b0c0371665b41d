import Extraction

/// A folder that runs write into: the records' tree, what is remembered between runs, and the report.
public final class OutputFolder {
  /// What a run does with what earlier runs left.
  public struct Use: Sendable {
    /// Extract again what is unchanged.
    public var force: Bool
    /// Read again what failed.
    public var retriesFailed: Bool
    /// Write nothing.
    public var isRehearsal: Bool

    public init(force: Bool = false, retriesFailed: Bool = false, isRehearsal: Bool = false) {
      self.force = force
      self.retriesFailed = retriesFailed
      self.isRehearsal = isRehearsal
    }
  }

  public let tree: RecordTree
  let memory: RunMemory
  private let report: RunReport?
  /// Whether nothing is to be written.
  var isRehearsal: Bool { report == nil }
  /// Nothing more can be written.
  public private(set) var isFull = false

  /// - Parameters:
  ///   - options: all that changes a record besides its text and the rules.
  /// - Throws: in use, when another run writes there.
  public init(_ path: String, options: String, use: Use = Use()) throws(InputProblem) {
    tree = RecordTree(root: path)
    if !use.isRehearsal { try Folder.make(path) }
    memory = try RunMemory(tree, key: "\(Tool.version) \(Tool.rules) \(options)", use: use)
    report = use.isRehearsal ? nil : try RunReport(folder: path, options: options)
  }

  /// Takes an input's end into the report and the memory.
  public func note(_ result: InputResult) throws(InputProblem) {
    guard let report else { return }
    if result.problem?.reason == .diskFull { isFull = true }
    report.note(result)
    do throws(InputProblem) {
      try memory.note(result)
    } catch {
      if error.reason == .diskFull { isFull = true } else { throw error }
    }
  }

  /// Puts `run.json` in its place.
  public func finish() throws(InputProblem) { try report?.finish() }
}
