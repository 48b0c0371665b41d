/// The values of a few keys in JSON-LD, found without a parser: pages hold JSON that is broken, or several objects.
struct LinkedData {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The first string that stands behind a key.
  func value(_ key: String) -> String? {
    start(of: key, from: 0).flatMap { string(at: $0) }
  }

  /// The `name` in the object, or in the first object of the array, that stands behind a key; or the string itself.
  func name(in key: String) -> String? {
    guard let start = start(of: key, from: 0) else { return nil }
    if let name = string(at: start) { return name }
    guard bytes[start] == UInt8(ascii: "{") || bytes[start] == UInt8(ascii: "[") else { return nil }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
    guard let name = self.start(of: "name", from: start), name < end else { return nil }
    return string(at: name)
  }

  /// Where the value of a key begins.
  private func start(of key: String, from offset: Int) -> Int? {
    let wanted = Array("\"\(key)\"".utf8)
    var index = offset
    while index + wanted.count <= bytes.count {
      guard bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) else {
        index += 1
        continue
      }
      let colon = skipBlanks(index + wanted.count)
      if colon < bytes.count, bytes[colon] == UInt8(ascii: ":") {
        let value = skipBlanks(colon + 1)
        return value < bytes.count ? value : nil
      }
      index += wanted.count
    }
    return nil
  }

  private func skipBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
    return offset
  }

  /// The string that begins at an offset, its escapes replaced.
  private func string(at start: Int) -> String? {
    guard bytes[start] == UInt8(ascii: "\"") else { return nil }
    var units: [UInt16] = []
    var out = ""
    var index = start + 1
    var plain = index
    let flush = { (out: inout String, units: inout [UInt16]) in
      if !units.isEmpty { out += String(decoding: units, as: UTF16.self) }
      units = []
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        index += 1
        continue
      }
      if plain < index { flush(&out, &units) }
      out += String(decoding: bytes[plain..<index], as: UTF8.self)
      let (unit, length) = escape(index + 1)
      units.append(unit)
      index += length + 1
      plain = index
    }
    flush(&out, &units)
    return out + String(decoding: bytes[plain..<index], as: UTF8.self)
  }

  /// The unit of an escape and its length behind the backslash.
  private func escape(_ index: Int) -> (UInt16, Int) {
    switch bytes[index] {
    case UInt8(ascii: "u"):
      guard index + 4 < bytes.count, let unit = UInt16(String(decoding: bytes[index + 1...index + 4], as: UTF8.self), radix: 16) else {
        return (0x20, 1)
      }
      return (unit, 5)
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return (0x20, 1)
    default: return (UInt16(bytes[index]), 1)
    }
  }
}
