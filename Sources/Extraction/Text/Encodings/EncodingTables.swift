import CICU

/// The tables of the encodings.
///
/// Sources: TCVN 5712:1993 (VN3, with the capitals of VN1 where VN3 leaves holes); RFC 1456 for VISCII; the table
/// "Unicode & Vietnamese Legacy Character Encodings" of the VietUnicode project for VNI; ICU for windows-1258.
extension LegacyTable {
  /// 0x80…0xFF of windows-1252; five bytes without a character stand for control codes, as browsers read them.
  private static let westernHigh = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value) + (0xA0...0xFF)

  static let western = LegacyTable(scalars: (0..<0x80) + westernHigh)

  /// The byte of windows-1252 that a scalar is, or of Latin-1 where windows-1252 has no control characters; nil for the others.
  @inline(__always)
  static func westernByte(_ scalar: UInt32) -> UInt8? {
    if scalar <= 0xFF { return UInt8(truncatingIfNeeded: scalar) }
    guard scalar < 0x2123 else { return nil }
    let byte = westernBytes[Int(scalar)]
    return byte == 0 ? nil : byte
  }

  private static let westernBytes: [UInt8] = {
    var bytes = [UInt8](repeating: 0, count: 0x2123)
    for (offset, scalar) in westernHigh[..<0x20].enumerated() { bytes[Int(scalar)] = UInt8(0x80 + offset) }
    return bytes
  }()

  /// The ABC fonts hold the quotes and dashes of Windows at 0x80…0x9F.
  static let tcvn3 = LegacyTable(
    scalars: (0..<0x80) + westernHigh[..<0x20] + row("\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ") + [0x300, 0x309, 0x303, 0x301, 0x323]
      + row(
        """
        àảãáạẲằẳẵắẴ\
        ẮẦẨẪẤỀặầẩẫấậèỂẻẽ\
        éẹềểễếệìỉỄẾỒĩíịò\
        Ổỏõóọồổỗốộờởỡớợù\
        ỖủũúụừửữứựỳỷỹýỵỐ
        """))

  static let viscii: LegacyTable = {
    var low = Array(UInt32(0)..<0x80)
    for (byte, letter) in zip(LegacyEncoding.viscii.controlLetters, row("ẲẴẪỶỸỴ")) { low[Int(byte)] = letter }
    return LegacyTable(
      scalars: low
        + row(
          """
          ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ\
          ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ\
          Õắằặấầẩậẽẹếềểễệố\
          ồổỗỠƠộờởịỰỨỪỬơớƯ\
          ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ\
          ĐứÒÓÔạỷừửÙÚỹỵÝỡư\
          àáâãảăữẫèéêẻìíĩỉ\
          đựòóôõỏọụùúũủýợỮ
          """))
  }()

  /// Single bytes of VNI; what is not named is windows-1252.
  static let vni: LegacyTable = {
    var scalars: [UInt32] = (0..<0x80) + westernHigh
    for (code, letter) in zip(row("ìæóíòîñôöÌÆÓÍÒÎÑÔÖ"), row("ìỉĩíịỵđơưÌỈĨÍỊỴĐƠƯ")) { scalars[Int(code)] = letter }
    return LegacyTable(scalars: scalars, pairs: vniPairs())
  }()

  /// The marks behind a vowel, in the order of the rows of `VietnameseLetters`; ` ` for what is no pair.
  private static func vniPairs() -> [UInt16: UInt32] {
    let tones = row(" øûõùï")
    let circumflex = row("âàåãáä")
    let breve = row("êèúüéë")
    let shapes: [(base: String, letters: String, marks: [UInt32])] = [
      ("a", "a", tones), ("a", "â", circumflex), ("a", "ă", breve), ("e", "e", tones), ("e", "ê", circumflex), ("o", "o", tones),
      ("o", "ô", circumflex), ("ô", "ơ", tones), ("u", "u", tones), ("ö", "ư", tones), ("y", "y", row(" øûõù ")),
    ]
    var pairs: [UInt16: UInt32] = [:]
    for shape in shapes {
      guard let code = row(shape.base).first, let letter = row(shape.letters).first else { continue }
      for (isCapital, base) in [(false, code), (true, code - 0x20)] {
        let vowel = isCapital ? (letter < 0x80 ? letter - 0x20 : VietnameseLetters.capital(of: letter) ?? letter) : letter
        for (tone, mark) in shape.marks.enumerated() where mark != 0x20 {
          guard let result = tone == 0 ? vowel : VietnameseLetters.compose(vowel, tone: tone) else { continue }
          // The mark of either case is found behind a capital.
          for mark in [mark, mark - 0x20] { pairs[UInt16(base) << 8 | UInt16(mark)] = result }
        }
      }
    }
    return pairs
  }

  static let vietnameseWindows: LegacyTable = {
    var table = [UInt32](repeating: 0xFFFD, count: 256)
    return trich_charset_table("windows-1258", &table) == 0 ? LegacyTable(scalars: table) : western
  }()

  private static func row(_ letters: String) -> [UInt32] { letters.unicodeScalars.map(\.value) }
}
