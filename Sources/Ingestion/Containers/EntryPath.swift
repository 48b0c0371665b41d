/// The path of an entry below its container, safe to be joined to a folder's path.
enum EntryPath {
  /// Nil for a path that is absolute, goes up, or is empty.
  ///
  /// Backslashes of Windows count as slashes. Bytes that are no UTF-8 are written as `%XX`, so that two names stay two names.
  static func safe(_ stored: [UInt8]) -> String? {
    let name = text(stored.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
    if name.hasPrefix("/") || isDrive(stored) { return nil }
    let parts = name.split(separator: "/").filter { $0 != "." }
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    return parts.joined(separator: "/")
  }

  /// The name for messages.
  static func text(_ stored: [UInt8]) -> String {
    if let name = String(validating: stored, as: UTF8.self), !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return name
    }
    var name = ""
    var rest = stored[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if first >= 0x20, first != 0x7F, let letter = String(validating: rest.prefix(length), as: UTF8.self), letter.unicodeScalars.count == 1
      {
        name += letter
        rest = rest.dropFirst(length)
      } else {
        name += "%" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return name
  }

  /// `C:\…`
  private static func isDrive(_ path: [UInt8]) -> Bool {
    path.count >= 2 && path[1] == UInt8(ascii: ":") && (0x61...0x7A).contains(path[0] | 0x20)
  }
}
