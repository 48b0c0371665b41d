import Extraction
import Glibc

/// What runs into one output folder remember of their inputs: by it the next run skips what is unchanged.
///
/// A hidden file of lines beside the records, appended to as the work goes, so that a run that was cut off is not lost. Of lines about
/// one input the last one counts. In memory it is the file's bytes and where each input's line begins.
final class RunMemory: @unchecked Sendable {
  private static let version = "trich-run 1"
  private let path: String
  private let key: String
  private let lines: [UInt8]
  private var places: [Int: Int] = [:]
  private var journal: ByteOutput?
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - key: rules and options; what was made under others counts for nothing.
  ///   - forgets: begin anew.
  init(folder: String, key: String, forgets: Bool) {
    path = "\(folder)/.run"
    self.key = "\(RunMemory.version) \(key)\n"
    let bytes = forgets ? nil : TextFile.bytes(path)
    if let bytes, bytes.starts(with: self.key.utf8) { lines = bytes } else { lines = [] }
    indexLines()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private func indexLines() {
    lines.withUnsafeBytes { bytes in
      var start = key.utf8.count
      // A last line without an end was cut off.
      while start < bytes.count, let end = LineScan.firstEnd(bytes, from: start) {
        if let input = RunLine(bytes[start..<end])?.input { places[input.hashValue] = start }
        start = end + 1
      }
    }
  }

  /// The result of the same bytes in an earlier run.
  func result(of file: InputFile, sha256: String) -> InputResult? {
    guard let start = places[file.relativePath.hashValue] else { return nil }
    let line = lines.withUnsafeBytes { bytes in RunLine(bytes[start..<(LineScan.firstEnd(bytes, from: start) ?? start)]) }
    guard let line, line.input == file.relativePath, line.sha256 == sha256, line.id == file.id else { return nil }
    return InputResult(
      input: file.relativePath, place: file.path, id: file.id, outcome: line.reason == nil ? .unchanged : .failed,
      problem: line.reason.map { InputProblem($0) }, sha256: sha256, byteCount: file.size, summary: line.summary)
  }

  /// Writes a result down.
  func note(_ result: InputResult) throws(InputProblem) {
    guard result.outcome != .unchanged, let line = RunLine(result) else { return }
    if journal == nil { try open() }
    guard let journal else { return }
    journal.write(line.text)
    if let failure = journal.failure { throw InputProblem(.notWritten, detail: failure) }
  }

  private func open() throws(InputProblem) {
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (lines.isEmpty ? O_TRUNC : O_APPEND), 0o644)
    guard descriptor >= 0 else { throw InputProblem(.notWritten, detail: String(cString: strerror(errno))) }
    let output = ByteOutput(descriptor: descriptor)
    // After a line that was cut off, a new one must begin.
    output.write(lines.isEmpty ? key : "\n")
    journal = output
  }
}

/// A line of the memory: digest, reason of failure, counts, id and input, parted by tabs.
struct RunLine {
  let sha256: String
  let reason: InputProblem.Reason?
  let summary: ArticleSummary
  let id: String
  let input: String

  /// Nil for what must be tried again: the bytes were never read, or the record not written.
  init?(_ result: InputResult) {
    guard let sha256 = result.sha256, result.problem?.reason != .notWritten, let id = result.id else { return nil }
    self.sha256 = sha256
    reason = result.problem?.reason
    summary = result.summary
    self.id = id
    input = result.input
  }

  /// Nil when the line is none of ours.
  init?(_ line: Slice<UnsafeRawBufferPointer>) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 5 else { return nil }
    guard let summary = ArticleSummary(counts: fields[2].split(separator: " ").compactMap { Int($0) }) else { return nil }
    sha256 = fields[0]
    reason = InputProblem.Reason(rawValue: fields[1])
    self.summary = summary
    id = RunLine.unescaped(fields[3])
    input = RunLine.unescaped(fields[4])
  }

  var text: String {
    let counts = (summary.mentions + summary.flags).map(String.init).joined(separator: " ")
    return [sha256, reason?.rawValue ?? "", counts, RunLine.escaped(id), RunLine.escaped(input)].joined(separator: "\t") + "\n"
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return text }
    return text.replacing("%", with: "%25").replacing("\t", with: "%09").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    return text.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%09", with: "\t").replacing("%25", with: "%")
  }
}
