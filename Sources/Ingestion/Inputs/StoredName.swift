/// Names as file systems and archives store them: any bytes.
///
/// As text, bytes that are no UTF-8 are written as `%XX`, so that two names stay two names.
enum StoredName {
  /// Itself, when it is UTF-8 without control characters.
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
}
