import Extraction
import Glibc

/// What runs into one output folder remember of their inputs: by it the next run skips what is unchanged.
///
/// A hidden file of lines beside the records, appended to as the work goes, so that a run that was cut off is not lost. Of lines about
/// one input the last one counts. In memory it is where each input's line begins.
final class RunMemory: @unchecked Sendable {
  private static let version = "trich-run 3"
  private let key: String
  private let tree: RecordTree
  private let use: OutputFolder.Use
  private var places: [Int: Int] = [:]
  /// The same file twice: to append, and to look up what an earlier run wrote.
  private let descriptor: Int32
  private let reading: Int32
  private let journal: ByteOutput

  /// - Parameter key: rules and options; what was made under others counts for nothing.
  /// - Throws: in use, while another run has the folder.
  init(_ tree: RecordTree, key: String, use: OutputFolder.Use) throws(InputProblem) {
    self.tree = tree
    self.use = use
    self.key = "\(RunMemory.version) \(key)\n"
    let path = "\(tree.root)/.run"
    descriptor = use.isRehearsal ? -1 : try RunMemory.lock(path)
    journal = ByteOutput(descriptor: descriptor)
    reading = open(path, O_RDONLY | O_CLOEXEC)
    let bytes = use.force ? [] : TextFile.bytes(path) ?? []
    let isKnown = bytes.starts(with: self.key.utf8)
    if isKnown { indexLines(bytes) }
    if !use.isRehearsal { begin(isKnown ? bytes.last : nil) }
  }

  deinit { for descriptor in [descriptor, reading] where descriptor >= 0 { close(descriptor) } }

  /// The system frees the lock when the run ends, however it ends.
  private static func lock(_ path: String) throws(InputProblem) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .notWritten(errno) }
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(descriptor)
      throw InputProblem(.inUse)
    }
    return descriptor
  }

  /// - Parameter last: the last byte of what is kept, nil to begin anew.
  private func begin(_ last: UInt8?) {
    if last == nil {
      ftruncate(descriptor, 0)
      journal.write(key)
    } else if last != UInt8(ascii: "\n") {
      // After a line that was cut off, a new one must begin.
      journal.write("\n")
    }
  }

  private func indexLines(_ lines: [UInt8]) {
    lines.withUnsafeBytes { bytes in
      var start = key.utf8.count
      // A last line without an end was cut off.
      while start < bytes.count, let end = LineScan.firstEnd(bytes, from: start) {
        if let id = RunLine(bytes[start..<end])?.id { places[id.hashValue] = start }
        start = end + 1
      }
    }
  }

  /// The line that begins at an offset.
  private func line(at start: Int) -> RunLine? {
    var room = 1 << 10
    while true {
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = max(0, pread(reading, buffer.baseAddress, room, start))
      }
      let line = bytes.withUnsafeBytes { bytes in LineScan.firstEnd(bytes, from: 0).flatMap { RunLine(bytes[..<$0]) } }
      if line != nil || bytes.count < room || room > 1 << 20 { return line }
      room *= 8
    }
  }

  /// The end of an input that an earlier run met with the same bytes; nil when it must be read, as when its record is gone.
  func result(like result: InputResult) -> InputResult? {
    guard let line = places[result.id.hashValue].flatMap(line), line.input == result.input, line.sha256 == result.sha256,
      line.id == result.id
    else { return nil }
    var known = result
    known.summary = line.summary
    known.text = line.text
    known.copyOf = line.copyOf
    if let reason = line.reason { return use.retriesFailed ? nil : known.ended(InputProblem(reason)) }
    return tree.holds(line.id) ? known.ended(.unchanged) : nil
  }

  /// Writes a result down.
  func note(_ result: InputResult) throws(InputProblem) {
    guard result.outcome != .unchanged, let line = RunLine(result) else { return }
    journal.write(line.written)
    if let code = journal.errorCode { throw .notWritten(code) }
  }
}

/// A line of the memory: digest of the bytes and of the text, reason of failure, counts, id, what it is a copy of, and input, parted
/// by tabs.
struct RunLine {
  let sha256: String
  let text: TextDigest?
  let copyOf: String?
  let reason: InputProblem.Reason?
  let summary: ArticleSummary
  let id: String
  let input: String

  /// Nil for what must be tried again: the bytes were never read, the record not written, or the limit may be another.
  init?(_ result: InputResult) {
    guard let sha256 = result.sha256, result.problem?.reason.isOfOutput != true, result.problem?.reason != .tooLarge else { return nil }
    self.sha256 = sha256
    text = result.text
    copyOf = result.copyOf
    reason = result.problem?.reason
    summary = result.summary
    id = result.id
    input = result.input
  }

  /// Nil when the line is none of ours.
  init?(_ line: Slice<UnsafeRawBufferPointer>) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 7 else { return nil }
    guard let summary = ArticleSummary(counts: fields[3].split(separator: " ").compactMap { Int($0) }) else { return nil }
    sha256 = fields[0]
    text = UInt64(fields[1], radix: 16).map(TextDigest.init(value:))
    reason = InputProblem.Reason(rawValue: fields[2])
    self.summary = summary
    id = RunLine.unescaped(fields[4])
    copyOf = fields[5].isEmpty ? nil : RunLine.unescaped(fields[5])
    input = RunLine.unescaped(fields[6])
  }

  var written: String {
    let counts = (summary.mentions + summary.flags).map(String.init).joined(separator: " ")
    let fields = [
      sha256, text.map { String($0.value, radix: 16) } ?? "", reason?.rawValue ?? "", counts, RunLine.escaped(id),
      copyOf.map(RunLine.escaped) ?? "", RunLine.escaped(input),
    ]
    return fields.joined(separator: "\t") + "\n"
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
