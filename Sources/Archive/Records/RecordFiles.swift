import Glibc

/// A file that may hold records.
struct RecordFile: Sendable {
  /// Below the folder of the records.
  var path: String
  var size: Int
  /// Nanoseconds since 1970.
  var modified: Int

  var isStream: Bool { path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") }
}

/// Finds the record files of a folder: `.json`, `.ndjson` and `.jsonl`, in the order of their paths.
enum RecordFiles {
  static let ownNames: Set<String> = [DecisionLog.fileName, "run.json"]

  static func list(in directory: String) throws -> [RecordFile] {
    var files: [RecordFile] = []
    try walk(directory, below: "", into: &files)
    return files.sorted { $0.path < $1.path }
  }

  private static func walk(_ root: String, below folder: String, into files: inout [RecordFile]) throws {
    let path = folder.isEmpty ? root : root + "/" + folder
    guard let stream = opendir(path) else { throw ArchiveError.unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let below = folder.isEmpty ? name : folder + "/" + name
      var status = stat()
      guard fstatat(dirfd(stream), name, &status, 0) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try walk(root, below: below, into: &files)
      } else if status.st_mode & S_IFMT == S_IFREG, isRecordName(name) {
        let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        files.append(RecordFile(path: below, size: Int(status.st_size), modified: modified))
      }
    }
  }

  private static func isRecordName(_ name: String) -> Bool {
    guard !ownNames.contains(name) else { return false }
    return name.hasSuffix(".json") || name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl")
  }

  /// Calls `body` with the bytes of the file.
  static func withBytes<Result>(of path: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw ArchiveError.unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw ArchiveError.unreadable(path: path, reason: String(cString: strerror(errno))) }
    let size = Int(status.st_size)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(size, 1))
    defer { buffer.deallocate() }
    var filled = 0
    while filled < size, let base = buffer.baseAddress {
      let count = read(file, base + filled, size - filled)
      guard count >= 0 else { throw ArchiveError.unreadable(path: path, reason: String(cString: strerror(errno))) }
      if count == 0 { break }
      filled += count
    }
    return try body(UnsafeBufferPointer(rebasing: buffer[..<filled]))
  }

  /// Calls `body` with each line and its number from 1; a `.json` file is one line.
  static func forEachRecord(
    _ bytes: UnsafeBufferPointer<UInt8>, isStream: Bool, _ body: (UnsafeBufferPointer<UInt8>, Int) throws -> Void
  ) rethrows {
    guard isStream, let base = bytes.baseAddress else { return try body(bytes, 1) }
    var start = 0
    var line = 0
    while start < bytes.count {
      let rest = bytes.count - start
      let end = memchr(base + start, 0x0A, rest).map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) } ?? bytes.count
      line += 1
      if end > start { try body(UnsafeBufferPointer(rebasing: bytes[start..<end]), line) }
      start = end + 1
    }
  }
}
