/// Reading one Unicode scalar from valid UTF-8.
@inline(__always)
func decodeScalar(_ bytes: UnsafePointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
  let lead = bytes[offset]
  if lead < 0x80 { return (UInt32(lead), 1) }
  let second = UInt32(bytes[offset + 1] & 0x3F)
  if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | second, 2) }
  let third = UInt32(bytes[offset + 2] & 0x3F)
  if lead < 0xF0 { return (UInt32(lead & 0x0F) << 12 | second << 6 | third, 3) }
  return (UInt32(lead & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
}

/// The role of a scalar that is no plain letter, digit or ASCII mark.
enum SpecialScalar {
  case letter, space, zeroWidth, dash, openQuote, closeQuote, quote, ellipsis, other

  init(_ value: UInt32) {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAD, 0x200C...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF: self = .zeroWidth
    case 0x2010...0x2015, 0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D: self = .dash
    case 0x201C, 0x2018, 0xAB, 0x201E, 0x201A, 0x300A, 0x300C: self = .openQuote
    case 0x201D, 0x2019, 0xBB, 0x300B, 0x300D: self = .closeQuote
    case 0x201F, 0x2032, 0x2033, 0xB4: self = .quote
    case 0x2026: self = .ellipsis
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xC0...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xDFFF, 0xF900...0xFDFF,
      0xFE70...0xFEFC, 0xFF10...0xFFDC, 0x20000...0x3FFFF, 0x1D400...0x1D7FF:
      self = .letter
    default: self = .other
    }
  }
}
