import Foundation

/// A file to be read, with the records of it that the store has.
struct FileTask: Sendable {
  var file: RecordFile
  var id: Int
  /// Article rows by the digest of their line.
  var known: [Int: Int]
}

/// What a line of a file turned out to be.
enum PreparedLine {
  case unchanged(article: Int)
  case record(PreparedRecord)
  case problem(line: Int, reason: String)
  /// JSON of somebody else.
  case other(line: Int)
}

/// A record with all that can be made of it without the store.
struct PreparedRecord {
  var scanned: ScannedRecord
  var line: Int
  var digest: Int
  var textHash: String
  var title: SearchText
  var text: SearchText
}

/// Some lines of one file, with the memory that they point into.
final class PreparedBatch: @unchecked Sendable {
  let task: Int
  var lines: [PreparedLine] = []
  var isLast = false
  let arena = ScanArena()
  private let bytes: FileBytes?

  init(task: Int, bytes: FileBytes?) {
    self.task = task
    self.bytes = bytes
  }
}

/// Reads and scans files on a thread of its own, while the indexer writes what was scanned before.
final class RecordPreparation: Sendable {
  private let directory: String
  private let tasks: [FileTask]
  private let queue = BoundedQueue<PreparedBatch>(limit: 8)
  /// Text of about this size makes a batch.
  private static let batchBytes = 1 << 20

  init(directory: String, tasks: [FileTask]) {
    self.directory = directory
    self.tasks = tasks
  }

  /// Calls `body` with the batches, file after file.
  func forEachBatch(_ body: (PreparedBatch) throws -> Void) throws {
    let thread = Thread { self.run() }
    thread.stackSize = 4 << 20
    thread.start()
    defer { queue.cancel() }
    while let batch = queue.take() { try body(batch) }
  }

  private func run() {
    for index in tasks.indices {
      guard prepare(index) else { return }
    }
    queue.finish()
  }

  /// - Returns: whether anybody still wants batches.
  private func prepare(_ index: Int) -> Bool {
    let task = tasks[index]
    let bytes: FileBytes
    do {
      bytes = try FileBytes(path: directory + "/" + task.file.path)
    } catch {
      let batch = PreparedBatch(task: index, bytes: nil)
      batch.lines = [.problem(line: 0, reason: "\(error)")]
      batch.isLast = true
      return queue.put(batch)
    }
    var batch = PreparedBatch(task: index, bytes: bytes)
    var size = 0
    var isWanted = true
    RecordFiles.forEachRecord(bytes.buffer, isStream: task.file.isStream) { line, number in
      guard isWanted else { return }
      batch.lines.append(prepare(line, number, task, batch.arena))
      size += line.count
      guard size > RecordPreparation.batchBytes else { return }
      isWanted = queue.put(batch)
      batch = PreparedBatch(task: index, bytes: bytes)
      size = 0
    }
    batch.isLast = true
    return isWanted && queue.put(batch)
  }

  private func prepare(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ task: FileTask, _ arena: ScanArena) -> PreparedLine {
    var hash = Fingerprint()
    hash.add(UnsafeRawBufferPointer(bytes))
    if let article = task.known[hash.rowID] { return .unchanged(article: article) }
    do {
      let record = try RecordScan(arena: arena).scan(bytes)
      guard let schema = record.schema, schema.string.hasPrefix("trich/") else { return .other(line: line) }
      guard schema.equals("trich/1") else { return .problem(line: line, reason: "a record of \(schema.string); this desk reads trich/1") }
      guard record.id != nil else { return .problem(line: line, reason: "the record has no id") }
      guard let text = record.text else {
        return .problem(line: line, reason: "the record has no article.text: extract with --output, or with --include-text")
      }
      return .record(
        PreparedRecord(
          scanned: record, line: line, digest: hash.rowID, textHash: SHA256.hex(text.bytes), title: SearchText(record.title),
          text: SearchText(text)))
    } catch {
      return .problem(line: line, reason: "\(error)")
    }
  }
}

/// The bytes of a file, freed when nobody points into them any more.
final class FileBytes: @unchecked Sendable {
  let buffer: UnsafeBufferPointer<UInt8>

  init(path: String) throws {
    buffer = try RecordFiles.withBytes(of: path) { bytes in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
      _ = copy.initialize(from: bytes)
      return UnsafeBufferPointer(rebasing: copy[..<bytes.count])
    }
  }

  deinit { buffer.deallocate() }
}
