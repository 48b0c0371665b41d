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

/// One input's end in the account of a run.
public struct InputResult: Sendable {
  /// A path below the folder given, or `line 12` of a stream.
  public var input: String
  /// What a person finds it by: the path from here.
  public var place: String
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

  public init(
    input: String, place: String? = nil, id: String = "", outcome: Outcome, problem: InputProblem? = nil, sha256: String? = nil,
    byteCount: Int = 0,
    summary: ArticleSummary = ArticleSummary()
  ) {
    self.input = input
    self.place = place ?? input
    self.id = id
    self.outcome = outcome
    self.problem = problem
    self.sha256 = sha256
    self.byteCount = byteCount
    self.summary = summary
  }

  public init(_ unused: UnusedInput) {
    self.init(input: unused.relativePath, place: unused.path, outcome: .failed)
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
