import CArchive
import Glibc

/// An archive that is open, and what has come out of it.
final class OpenArchive {
  private var handle: OpaquePointer?
  /// Keeps the archive around this one open.
  private let outer: OpenArchive?
  /// The path of the container below the outermost one, empty for that one.
  let path: String
  private var given = 0
  /// Whether an entry was found.
  var hasEntries = false

  init(file: [UInt8]) throws(InputProblem) {
    outer = nil
    path = ""
    try check(SystemPath.with(file) { trich_archive_open_file($0, &handle) })
  }

  /// - Parameter bytes: must live as long as the archive.
  init(bytes: UnsafeRawBufferPointer) throws(InputProblem) {
    outer = nil
    path = ""
    try check(trich_archive_open_memory(bytes.baseAddress, bytes.count, &handle))
  }

  /// - Parameters:
  ///   - descriptor: the rest of a stream.
  ///   - beginning: what was read of it before; must live as long as the archive.
  init(descriptor: Int32, beginning: UnsafeRawBufferPointer) throws(InputProblem) {
    outer = nil
    path = ""
    try check(trich_archive_open_stream(descriptor, beginning.baseAddress, beginning.count, &handle))
  }

  /// The entry at which `outer` stands.
  init(inside outer: OpenArchive, path: String) throws(InputProblem) {
    self.outer = outer
    self.path = path
    try check(trich_archive_open_inside(outer.handle, &handle))
  }

  deinit { trich_archive_close(handle) }

  /// The next entry with its stored name.
  func next(_ limits: ContainerLimits) throws(InputProblem) -> (entry: trich_archive_entry, name: [UInt8])? {
    var entry = trich_archive_entry()
    switch trich_archive_next(handle, &entry) {
    case 0: return nil
    case 1: break
    default: throw problem(.damaged)
    }
    if !hasEntries { try checkKind(limits) }
    let name = entry.path.map { path in Array(UnsafeRawBufferPointer(start: path, count: strlen(path))) } ?? []
    return (entry, name)
  }

  /// Compressed bytes taken so far.
  var position: Int { Int(trich_archive_taken(handle)) }

  var isSingle: Bool { trich_archive_is_single(handle) != 0 }

  /// Reads on in the entry.
  /// - Returns: how many bytes came, 0 at the end of the entry.
  func read(_ buffer: UnsafeMutableRawBufferPointer, _ limits: ContainerLimits) throws(InputProblem) -> Int {
    let length = Int(trich_archive_read(handle, buffer.baseAddress, buffer.count))
    guard length >= 0 else { throw problem(length == -1 ? .damaged : .damagedEntry) }
    given += length
    if given > limits.freeBytes, given / limits.ratio > max(Int(trich_archive_taken(handle)), 1) {
      throw InputProblem(.bomb, detail: "more than \(limits.ratio) bytes for each byte")
    }
    return length
  }

  /// A file that is neither compressed nor an archive passes through libarchive unchanged: it is no container.
  private func checkKind(_ limits: ContainerLimits) throws(InputProblem) {
    hasEntries = true
    let filters = Int(trich_archive_filters(handle))
    if isSingle, filters == 0 { throw InputProblem(.damaged, detail: "it is no archive") }
    if filters > limits.depth { throw InputProblem(.tooDeep, detail: "compressed \(filters) times") }
  }

  private func problem(_ reason: InputProblem.Reason) -> InputProblem {
    let words = String(cString: trich_archive_error(handle))
    return InputProblem(words.contains("ncrypt") || words.contains("assphrase") ? .encrypted : reason, detail: words)
  }

  private func check(_ error: UnsafePointer<CChar>?) throws(InputProblem) {
    if let error { throw InputProblem(.damaged, detail: String(cString: error)) }
  }
}
