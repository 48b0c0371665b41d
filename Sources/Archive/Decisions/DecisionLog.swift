import Glibc
import Synchronization

/// `decisions.ndjson`: all that people said, one line each, each line with the hash of the one before it.
///
/// A line is on the disk before anybody is told that it was saved. Several desks may append at once: a lock on the file puts them in order.
final class DecisionLog: Sendable {
  static let fileName = "decisions.ndjson"
  /// What the first line has for the hash of the line before it.
  static let origin = "sha256:" + String(repeating: "0", count: 64)

  private let path: String
  private let lock = Mutex(())
  /// Touched only while `lock` and the lock on the file are held.
  nonisolated(unsafe) private var tail = Tail()

  private struct Tail {
    var file: Int32 = -1
    var size = 0
    var hash = DecisionLog.origin
  }

  init(directory: String) { path = directory + "/" + DecisionLog.fileName }

  var exists: Bool { access(path, F_OK) == 0 }

  static func hash(of line: String) -> String { "sha256:" + SHA256.hex(line) }

  /// The whole lines of the file; what stands behind the last line end was never said to be saved.
  func lines() throws -> [String] {
    guard exists else { return [] }
    return try RecordFiles.withBytes(of: path) { bytes in
      var lines: [String] = []
      RecordFiles.forEachRecord(bytes, isStream: true) { line, _ in lines.append(String(decoding: line, as: UTF8.self)) }
      if let last = bytes.last, last != 0x0A { lines.removeLast() }
      return lines
    }
  }

  /// Runs `body`, which may call `append`, while no other desk can append.
  func whileLocked<Result>(_ body: () throws -> Result) throws -> Result {
    try lock.withLock { _ in
      try openIfNeeded()
      guard flock(tail.file, LOCK_EX) == 0 else { throw failure() }
      defer { flock(tail.file, LOCK_UN) }
      try catchUp()
      return try body()
    }
  }

  /// Appends a line, made from the hash of the one before it, and waits until the disk has it.
  func append(_ makeLine: (String) -> String) throws -> String {
    let line = makeLine(tail.hash)
    let bytes = Array((line + "\n").utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(tail.file, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(tail.file) == 0 else {
      let error = failure()
      ftruncate(tail.file, off_t(tail.size))
      throw error
    }
    tail.size += bytes.count
    tail.hash = DecisionLog.hash(of: line)
    return line
  }

  private func openIfNeeded() throws {
    guard tail.file < 0 else { return }
    tail.file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard tail.file >= 0 else { throw failure() }
    syncFolder()
  }

  /// A new file is only there for good when its folder is written.
  private func syncFolder() {
    let folder = open(String(path.dropLast(DecisionLog.fileName.count + 1)), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    Glibc.close(folder)
  }

  /// Reads what other desks appended and cuts off a line that was being written when the power went.
  private func catchUp() throws {
    var status = stat()
    guard fstat(tail.file, &status) == 0 else { throw failure() }
    guard Int(status.st_size) != tail.size else { return }
    let whole = try lines()
    let size = whole.reduce(0) { $0 + $1.utf8.count + 1 }
    if Int(status.st_size) > size { ftruncate(tail.file, off_t(size)) }
    tail.size = size
    tail.hash = whole.last.map(DecisionLog.hash) ?? DecisionLog.origin
  }

  /// Waits until nobody is saving an answer.
  func letOthersGo() {
    guard exists else { return }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    flock(file, LOCK_EX)
    flock(file, LOCK_UN)
    Glibc.close(file)
  }

  func close() {
    lock.withLock { _ in
      if tail.file >= 0 { Glibc.close(tail.file) }
      tail = Tail()
    }
  }

  private func failure() -> ArchiveError { .logFailed(reason: String(cString: strerror(errno))) }
}
