/// Where records go, in the order of the input.
public protocol RecordDestination: AnyObject {
  /// Why it takes nothing more; nil while it does.
  var failure: String? { get }
  /// - Parameter results: those with outcome `written` have a line in `records` each, in the same order.
  func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult])
  func finish() throws(InputProblem)
}

/// Records as lines: on standard output, or in one file.
public final class LineDestination: RecordDestination {
  private let output: ByteOutput
  private let file: AtomicFile?

  public init(_ output: ByteOutput) {
    self.output = output
    file = nil
  }

  public init(file path: String) throws(InputProblem) {
    let file = try AtomicFile(path)
    self.file = file
    output = file.output
  }

  public var failure: String? { file?.failure ?? output.failure }
  public func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) { output.write(records) }
  public func finish() throws(InputProblem) { try file?.commit() }
}

/// Records indented, for a person at a terminal.
public final class IndentedDestination: RecordDestination {
  private let output: ByteOutput

  public init(_ output: ByteOutput) { self.output = output }

  public var failure: String? { output.failure }
  public func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    output.write(JSONIndentation.indented(records))
  }
  public func finish() {}
}

/// Takes nothing: the records were written where they were made.
public final class NoDestination: RecordDestination {
  public init() {}
  public var failure: String? { nil }
  public func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {}
  public func finish() {}
}
