/// The path of an entry below its container, safe to be joined to a folder's path.
enum EntryPath {
  /// Nil for a path that is absolute, goes up, or is empty.
  ///
  /// Backslashes of Windows count as slashes. Bytes that are no UTF-8 are written as `%XX`, so that two names stay two names.
  static func safe(_ stored: [UInt8]) -> String? {
    let name = StoredName.text(stored.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    if name.hasPrefix("/") || isDrive(stored) { return nil }
    let parts = name.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    return parts.joined(separator: "/")
  }

  /// `C:\…`
  private static func isDrive(_ path: [UInt8]) -> Bool {
    path.count >= 2 && path[1] == UInt8(ascii: ":") && (0x61...0x7A).contains(path[0] | 0x20)
  }
}
