import Extraction

/// How an input ended.
public enum Outcome: String, Sendable, CaseIterable {
  /// Its record was written in this run.
  case written
  /// Its record stands from an earlier run.
  case unchanged
  /// Left out on purpose: hidden, or no text file of a folder.
  case skipped
  case failed
}

/// How many inputs ended in each way.
public struct OutcomeCounts: Sendable {
  private var counts = SIMD4<Int>()

  public init() {}

  public subscript(outcome: Outcome) -> Int {
    get { counts[OutcomeCounts.place(outcome)] }
    set { counts[OutcomeCounts.place(outcome)] = newValue }
  }

  public var total: Int { counts.wrappedSum() }

  private static func place(_ outcome: Outcome) -> Int {
    switch outcome {
    case .written: 0
    case .unchanged: 1
    case .skipped: 2
    case .failed: 3
    }
  }
}

/// One input's end in the account of a run.
public struct InputResult: Sendable {
  private let name: InputName
  /// A path below the folder given, or `line 12` of a stream.
  public var input: String { name.input }
  /// What a person finds it by: the path from here.
  public var place: String { name.place }
  /// From 1; nil for an input that is no line of a stream.
  var line: Int? { name.line }
  public var id: String
  public var outcome: Outcome
  public var problem: InputProblem?
  /// Something to tell although there is a record.
  public var warning: String?
  public var sha256: String?
  /// Of the decoded text, when there is a record.
  var text: TextDigest?
  /// The id of the record that came first with the same text.
  var copyOf: String?
  public var byteCount: Int
  /// How many bytes of the run's files are behind it.
  public var position = 0
  public var summary: ArticleSummary

  init(_ name: InputName, id: String = "", outcome: Outcome, byteCount: Int = 0) {
    self.name = name
    self.id = id
    self.outcome = outcome
    self.byteCount = byteCount
    summary = ArticleSummary()
  }

  public init(_ unused: UnusedInput) {
    self.init(InputName(InputName.Source(input: unused.relativePath, place: unused.path)), outcome: .failed)
    self = ended(unused.problem)
  }

  func ended(_ problem: InputProblem) -> InputResult {
    var result = ended(problem.reason.isSkip ? .skipped : .failed)
    result.problem = problem
    return result
  }

  func ended(_ outcome: Outcome) -> InputResult {
    var result = self
    result.outcome = outcome
    return result
  }
}
