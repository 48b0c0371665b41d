import Foundation

/// Text as the search index keeps it: plain Latin letters in lower case, no tones, no hats, `đ` as `d`.
struct SearchText {
  let bytes: [UInt8]

  init(_ slice: JSONSlice?) { bytes = slice.map { SearchText.fold($0.bytes) } ?? [] }

  init(_ text: String) {
    var text = text
    bytes = text.withUTF8(SearchText.fold)
  }

  func withSlice(_ body: (JSONSlice) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { buffer in
      // An empty array may have no address; an empty text must not become NULL.
      try body(JSONSlice(start: buffer.baseAddress ?? UnsafePointer(bitPattern: 1)!, count: buffer.count))
    }
  }

  /// What a person typed, as a query of the index: each word quoted, the last one a beginning.
  static func query(_ typed: String) -> String? {
    let folded = String(decoding: SearchText(typed).bytes, as: UTF8.self)
    let words = folded.split { !($0.isLetter || $0.isNumber) }.map { "\"\($0)\"" }
    return words.isEmpty ? nil : words.joined(separator: " ") + "*"
  }

  private static func fold(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count) { room, count in
      var from = 0
      while from < text.count {
        let byte = text[from]
        if byte < 0x80 {
          room[count] = byte
          count += 1
          from += 1
          continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(from + length, text.count)
        if let letter = plain(text, from, end) {
          if letter != 0 {
            room[count] = letter
            count += 1
          }
        } else {
          for index in from..<end {
            room[count] = text[index]
            count += 1
          }
        }
        from = end
      }
    }
  }

  /// The letter under the marks; 0 for a mark that stands alone, nil for what is no Latin letter.
  @inline(__always)
  private static func plain(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8? {
    guard end - start >= 2 else { return nil }
    let scalar =
      end - start == 2
      ? Int(text[start] & 0x1F) << 6 | Int(text[start + 1] & 0x3F)
      : end - start == 3 ? Int(text[start] & 0x0F) << 12 | Int(text[start + 1] & 0x3F) << 6 | Int(text[start + 2] & 0x3F) : 0
    if scalar >= 0x300, scalar < 0x370 { return 0 }
    if scalar >= 0xC0, scalar < 0x1B1 { return table[scalar - 0xC0] ?? nil }
    if scalar >= 0x1EA0, scalar < 0x1EFA { return table[scalar - 0x1EA0 + 0xF1] ?? nil }
    return nil
  }

  /// Letters of U+00C0…U+01B0, then of U+1EA0…U+1EF9.
  private static let table: [UInt8?] = (Array(0xC0..<0x1B1) + Array(0x1EA0..<0x1EFA)).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    if [0x110, 0x111, 0xD0, 0xF0].contains(value) { return UInt8(ascii: "d") }
    let letters = String(Character(scalar)).decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
    guard let first = letters.first, first.isASCII, first.properties.isAlphabetic else { return nil }
    return UInt8(first.value)
  }
}
