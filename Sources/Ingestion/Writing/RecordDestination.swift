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

  public var failure: String? { output.failure }
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

/// Records of a stream as files of a tree. An id that comes again gets a number behind it.
public final class TreeDestination: RecordDestination {
  private let tree: RecordTree
  private var ids: Set<String> = []

  public init(_ tree: RecordTree) { self.tree = tree }

  public var failure: String? { nil }

  public func take(_ records: UnsafeRawBufferPointer, _ results: inout [InputResult]) {
    var start = 0
    for index in results.indices where results[index].outcome == .written {
      let end = LineScan.firstEnd(records, from: start) ?? records.count
      write(UnsafeRawBufferPointer(rebasing: records[start..<min(end + 1, records.count)]), &results[index])
      start = end + 1
    }
  }

  private func write(_ record: UnsafeRawBufferPointer, _ result: inout InputResult) {
    let id = result.id ?? result.input
    var place = id
    var number = 2
    while !ids.insert(place).inserted {
      place = "\(id).\(number)"
      number += 1
    }
    if place != id {
      result.warning = "the id “\(id)” stands twice: this record is in \(tree.path(of: place))"
      result.id = place
    }
    do throws(InputProblem) {
      try tree.write(record, id: place)
    } catch {
      result.outcome = .failed
      result.problem = error
    }
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
