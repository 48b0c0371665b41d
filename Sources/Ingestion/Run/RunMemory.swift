import Extraction
import Glibc

/// What runs into one output folder remember of their inputs: by it the next run skips what is unchanged.
///
/// A hidden file of lines beside the records, appended to as the work goes, so that a run that was cut off is not lost.
final class RunMemory: @unchecked Sendable {
  private static let version = "trich-run 1"
  private let path: String
  private let key: String
  private let earlier: [String: InputResult]
  private var journal: ByteOutput?
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - key: rules and options; what was made under others counts for nothing.
  ///   - forgets: begin anew.
  init(folder: String, key: String, forgets: Bool) {
    path = "\(folder)/.run"
    self.key = "\(RunMemory.version) \(key)"
    earlier = forgets ? [:] : RunMemory.load(path, key: self.key)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The result of the same bytes in an earlier run.
  func result(of file: InputFile, sha256: String) -> InputResult? {
    guard var result = earlier[file.relativePath], result.sha256 == sha256, result.id == file.id else { return nil }
    if result.outcome == .written { result.outcome = .unchanged }
    result.byteCount = file.size
    result.place = file.path
    return result
  }

  /// Writes a result down.
  func note(_ result: InputResult) throws(InputProblem) {
    guard result.sha256 != nil, result.problem?.reason != .notWritten, result.problem?.reason != .unreadable else { return }
    if journal == nil { try open() }
    guard let journal else { return }
    journal.write(RunMemory.line(result))
    if let failure = journal.failure { throw InputProblem(.notWritten, detail: failure) }
  }

  /// Begins the file anew with what this run has seen.
  func replace(by results: [InputResult]) throws(InputProblem) {
    let file = try AtomicFile(path)
    file.output.write(key + "\n")
    for result in results where result.sha256 != nil { file.output.write(RunMemory.line(result)) }
    try file.commit()
  }

  private func open() throws(InputProblem) {
    let isNew = earlier.isEmpty
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (isNew ? O_TRUNC : O_APPEND), 0o644)
    guard descriptor >= 0 else { throw InputProblem(.notWritten, detail: String(cString: strerror(errno))) }
    let output = ByteOutput(descriptor: descriptor)
    if isNew { output.write(key + "\n") }
    journal = output
  }
}

// MARK: - The lines

extension RunMemory {
  private static func load(_ path: String, key: String) -> [String: InputResult] {
    guard let text = TextFile.contents(path) else { return [:] }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: true).makeIterator()
    guard let first = lines.next(), first == key else { return [:] }
    var results: [String: InputResult] = [:]
    while let line = lines.next() {
      if let result = result(line) { results[result.input] = result }
    }
    return results
  }

  private static func line(_ result: InputResult) -> String {
    let outcome = result.outcome == .unchanged ? Outcome.written : result.outcome
    let counts = (result.summary.mentions + result.summary.flags).map(String.init).joined(separator: " ")
    let fields = [
      result.sha256 ?? "", outcome.rawValue, result.problem?.reason.rawValue ?? "", counts, escaped(result.id ?? ""), escaped(result.input),
    ]
    return fields.joined(separator: "\t") + "\n"
  }

  /// Nil when the line was cut off.
  private static func result(_ line: Substring) -> InputResult? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 6, let outcome = Outcome(rawValue: String(fields[1])) else { return nil }
    let counts = fields[3].split(separator: " ").compactMap { Int($0) }
    guard let summary = ArticleSummary(counts: counts) else { return nil }
    let problem = InputProblem.Reason(rawValue: String(fields[2])).map { InputProblem($0) }
    return InputResult(
      input: unescaped(fields[5]), id: unescaped(fields[4]), outcome: outcome, problem: problem, sha256: String(fields[0]), summary: summary
    )
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "%") }) else { return text }
    return text.replacing("%", with: "%25").replacing("\t", with: "%09").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    return String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%09", with: "\t").replacing("%25", with: "%")
  }
}
