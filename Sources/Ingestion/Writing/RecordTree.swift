import Glibc

/// A folder with one `.json` for each record, in the tree of the records' ids.
public struct RecordTree: Sendable {
  public let root: String

  public init(root: String) { self.root = root }

  /// Below the root, where the record of an id stands.
  ///
  /// No id leads out of the root: `.` and `..` and empty parts are written with a percent sign. No folder is called like a record.
  /// A part that is too long for a file's name ends in a percent sign and a digest of the whole.
  public func path(of id: String) -> String {
    if id == RunReport.stem { return "\(id).record.json" }
    let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(RecordTree.safe)
    let folders = parts.dropLast().map { $0.hasSuffix(".json") ? $0 + "%" : $0 }
    return (folders + parts.suffix(1)).joined(separator: "/") + ".json"
  }

  func holds(_ id: String) -> Bool { access("\(root)/\(path(of: id))", F_OK) == 0 }

  func write(_ record: UnsafeRawBufferPointer, id: String) throws(InputProblem) {
    try AtomicFile.write(record, to: "\(root)/\(path(of: id))")
  }

  /// Writes another record in the place of one that stands there.
  func change(_ id: String, _ change: (UnsafeRawBufferPointer) -> [UInt8]) throws(InputProblem) {
    guard let record = TextFile.bytes("\(root)/\(path(of: id))") else { throw .notWritten(errno) }
    let changed = record.withUnsafeBytes(change)
    let written = changed.withUnsafeBytes { bytes in Result { () throws(InputProblem) in try write(bytes, id: id) } }
    try written.get()
  }

  private static func safe(_ part: Substring) -> String {
    if part.isEmpty { return "%" }
    let name = part.contains { $0 == "\0" } ? Substring(part.filter { $0 != "\0" }) : part
    return shortened(name.hasPrefix(".") ? "%" + name : String(name))
  }

  /// File systems take 255 bytes; `.json` comes behind.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > 240 else { return name }
    var head = name
    while head.utf8.count > 220 { head.removeLast() }
    return "\(head)%\(AtomicFile.mark(name))"
  }
}
