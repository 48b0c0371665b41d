/// What a byte can begin. Continuation bytes and the lead bytes of letters count as `word`.
enum ByteClass: UInt8, BitwiseCopyable {
  case word, digit, blank, newline, punctuation
  /// A lead byte whose scalar must be decoded: quotes, dashes, special spaces, symbols.
  case special
}

/// The class of each byte. C2, E2, E3, EF and F0… lead mostly marks and spaces; C3…DF, E0, E1 and E4…EE lead letters.
struct ByteClasses {
  private let table: UnsafeMutablePointer<ByteClass>

  static let shared = ByteClasses()

  private init() {
    table = .allocate(capacity: 256)
    for byte in 0..<256 { table[byte] = ByteClasses.classify(UInt8(byte)) }
  }

  @inline(__always) subscript(byte: UInt8) -> ByteClass { table[Int(byte)] }

  private static func classify(_ byte: UInt8) -> ByteClass {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .word
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    // A tab parts the cells of a table.
    case 0x09, 0x0A, 0x0D, 0x0B, 0x0C: .newline
    case 0x00...0x20, 0x7F: .blank
    case 0x21..<0x80: .punctuation
    case 0xC2, 0xE2, 0xE3, 0xEF...0xFF: .special
    default: .word
    }
  }
}

extension ByteClasses: @unchecked Sendable {}
