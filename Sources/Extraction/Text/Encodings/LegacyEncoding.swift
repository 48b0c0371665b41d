/// The encodings that Vietnamese texts had before UTF-8.
public enum LegacyEncoding: String, Sendable, CaseIterable {
  /// TCVN 5712:1993 VN3, as the ABC fonts (.VnTime, .VnTimeH) use it.
  case tcvn3 = "TCVN3"
  /// The two-byte encoding of the fonts VNI-Times and others.
  case vni = "VNI-Windows"
  /// RFC 1456.
  case viscii = "VISCII"
  case windows1258 = "windows-1258"
  /// Western European: what is left when no Vietnamese encoding fits.
  case windows1252 = "windows-1252"

  /// Bytes below 0x20 that are letters.
  var controlLetters: [UInt8] { self == .viscii ? [0x02, 0x05, 0x06, 0x14, 0x19, 0x1E] : [] }

  var table: LegacyTable {
    switch self {
    case .tcvn3: .tcvn3
    case .vni: .vni
    case .viscii: .viscii
    case .windows1258: .vietnameseWindows
    case .windows1252: .western
    }
  }
}

/// Bytes → scalars, and back for tests and repairs.
struct LegacyTable: Sendable {
  let scalars: [UInt32]
  /// Letters of two bytes, at the index of `pair`; 0 for what is none. Empty when the encoding has none.
  private let pairs: [UInt32]
  private let codes: [UInt32: [UInt8]]

  /// - Parameter scalars: 256 of them; U+FFFD where the encoding has nothing.
  init(scalars: [UInt32], pairs: [UInt16: UInt32] = [:]) {
    self.scalars = scalars
    var flat = [UInt32](repeating: 0, count: pairs.isEmpty ? 0 : 1 << 15)
    for (key, letter) in pairs { flat[LegacyTable.pair(UInt8(key >> 8), UInt8(key & 0xFF))] = letter }
    self.pairs = flat
    var codes: [UInt32: [UInt8]] = [:]
    for byte in (0..<256).reversed() where scalars[byte] != 0xFFFD { codes[scalars[byte]] = [UInt8(byte)] }
    // Where a letter can be written in two ways, both bytes of a pair have the same case: the higher code for lower case.
    for pair in pairs.sorted(by: { LegacyTable.isPreferred($1.key, over: $0.key) }) {
      codes[pair.value] = [UInt8(pair.key >> 8), UInt8(pair.key & 0xFF)]
    }
    self.codes = codes
  }

  private static func isPreferred(_ pair: UInt16, over other: UInt16) -> Bool {
    let isEven = { (pair: UInt16) in (pair >> 8) & 0x20 == pair & 0x20 }
    if isEven(pair) != isEven(other) { return isEven(pair) }
    return pair > other
  }

  /// The scalar at an offset and how many bytes it takes; a combining tone is joined to its vowel.
  @inline(__always)
  func next(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
    let first = bytes[offset]
    let scalar = scalars[Int(first)]
    guard offset + 1 < bytes.count else { return (scalar, 1) }
    let second = bytes[offset + 1]
    if second < 0x80 { return (scalar, 1) }
    if !pairs.isEmpty {
      let letter = pairs[LegacyTable.pair(first, second)]
      if letter != 0 { return (letter, 2) }
    }
    if let tone = VietnameseLetters.tone(ofMark: scalars[Int(second)]),
      let letter = VietnameseLetters.compose(scalar, tone: tone)
    {
      return (letter, 2)
    }
    return (scalar, 1)
  }

  /// The mark of a pair is always above 0x7F.
  @inline(__always)
  private static func pair(_ base: UInt8, _ mark: UInt8) -> Int { Int(base) << 7 | Int(mark & 0x7F) }

  func code(of scalar: UInt32) -> [UInt8]? { codes[scalar] }
}

extension LegacyEncoding {
  /// The text in this encoding, nil when it has no code for a letter.
  public func encode(_ text: String) -> [UInt8]? {
    let table = table
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let code = table.code(of: scalar.value) {
        bytes += code
      } else if let (base, mark) = VietnameseLetters.decompose(scalar.value), let letter = table.code(of: base),
        let tone = table.code(of: mark)
      {
        bytes += letter + tone
      } else {
        return nil
      }
    }
    return bytes
  }
}
