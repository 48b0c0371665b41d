import Extraction
import Glibc
import Testing

/// All letters of Vietnamese beyond ASCII, typed here and not taken from the program.
let vietnameseLetters =
  "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
  + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"

extension [UInt8] {
  /// The bytes converted by the system's iconv; nil when it does not know the encoding or cannot convert.
  func converted(from: String, to: String) -> [UInt8]? {
    guard let converter = iconv_open(to, from), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = self.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: count * 6 + 16)
    var inLeft = input.count
    var outLeft = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inLeft, &to, &outLeft) == Int.max.magnitude || iconv(converter, nil, nil, &to, &outLeft) != 0
      }
    }
    if status && inLeft > 0 { return nil }
    return output[..<(output.count - outLeft)].map { UInt8(bitPattern: $0) }
  }
}

func decoded(_ bytes: [UInt8]) -> DecodedText { bytes.withUnsafeBytes { DecodedText($0) } }

struct EncodingTableTests {
  @Test func lettersAreComplete() { #expect(Set(vietnameseLetters).count == 134) }

  /// Enough words around it that the encoding is told, then each letter by itself.
  @Test(arguments: [LegacyEncoding.tcvn3, .vni, .viscii, .windows1258]) func everyLetterReturns(_ encoding: LegacyEncoding) throws {
    // TCVN3 holds capitals with tones only at codes that the ABC fonts leave empty, and not all of them.
    let letters = encoding == .tcvn3 ? vietnameseLetters.filter { $0.isLowercase || "ĂÂÊÔƠƯĐ".contains($0) } : vietnameseLetters
    let frame = "Thượng tá Nguyễn Hữu Đức phát biểu tại hội nghị của Công an tỉnh, đề nghị các đơn vị thực hiện tốt kế hoạch.\n"
    for letter in letters {
      let text = frame + "chữ \(letter) đây"
      let bytes = try #require(encoding.encode(text), "no code for \(letter)")
      let result = decoded(bytes)
      #expect(result.bytes == Array(text.utf8))
      #expect(result.encoding == encoding.rawValue)
    }
  }

  @Test(arguments: [(LegacyEncoding.viscii, "VISCII"), (.windows1258, "CP1258")]) func agreesWithTheSystem(
    _ encoding: LegacyEncoding, _ name: String
  )
    throws
  {
    for letter in vietnameseLetters {
      let bytes = try #require(encoding.encode(String(letter)))
      let other = try #require(bytes.converted(from: name, to: "UTF-8"))
      #expect(String(decoding: other, as: UTF8.self) == String(letter), "iconv reads \(bytes) otherwise")
    }
  }

  /// glibc's TCVN5712-1 is VN1, which holds VN3 at A1…FE.
  @Test func tcvn3AgreesWithTheStandardWhereItCan() throws {
    for letter in vietnameseLetters.filter({ $0.isLowercase || "ĂÂÊÔƠƯĐ".contains($0) }) {
      let bytes = try #require(LegacyEncoding.tcvn3.encode(String(letter)))
      let other = try #require((bytes + [0x20]).converted(from: "TCVN5712-1", to: "UTF-8"))
      #expect(String(decoding: other, as: UTF8.self) == "\(letter) ")
    }
  }

  /// The published chart, as the characters that its codes show in windows-1252.
  @Test func tcvn3AgreesWithTheChart() throws {
    let chart: [(String, String)] = [
      ("à á ả ã ạ", "µ ¸ ¶ · ¹"), ("ă ằ ắ ẳ ẵ ặ", "¨ » ¾ ¼ ½ Æ"), ("â ầ ấ ẩ ẫ ậ", "© Ç Ê È É Ë"), ("đ", "®"), ("è é ẻ ẽ ẹ", "Ì Ð Î Ï Ñ"),
      ("ê ề ế ể ễ ệ", "ª Ò Õ Ó Ô Ö"), ("ì í ỉ ĩ ị", "× Ý Ø Ü Þ"), ("ò ó ỏ õ ọ", "ß ã á â ä"), ("ô ồ ố ổ ỗ ộ", "« å è æ ç é"),
      ("ơ ờ ớ ở ỡ ợ", "¬ ê í ë ì î"), ("ù ú ủ ũ ụ", "ï ó ñ ò ô"), ("ư ừ ứ ử ữ ự", "\u{AD} õ ø ö ÷ ù"), ("ỳ ý ỷ ỹ ỵ", "ú ý û ü þ"),
      ("Ă Â Đ Ê Ô Ơ Ư", "¡ ¢ § £ ¤ ¥ ¦"),
    ]
    try check(.tcvn3, chart)
  }

  @Test func vniAgreesWithTheChart() throws {
    let chart: [(String, String)] = [
      ("à á ả ã ạ", "aø aù aû aõ aï"), ("ă ằ ắ ẳ ẵ ặ", "aê aè aé aú aü aë"), ("â ầ ấ ẩ ẫ ậ", "aâ aà aá aå aã aä"), ("đ", "ñ"),
      ("è é ẻ ẽ ẹ", "eø eù eû eõ eï"), ("ê ề ế ể ễ ệ", "eâ eà eá eå eã eä"), ("ì í ỉ ĩ ị", "ì í æ ó ò"), ("ò ó ỏ õ ọ", "oø où oû oõ oï"),
      ("ô ồ ố ổ ỗ ộ", "oâ oà oá oå oã oä"), ("ơ ờ ớ ở ỡ ợ", "ô ôø ôù ôû ôõ ôï"), ("ù ú ủ ũ ụ", "uø uù uû uõ uï"),
      ("ư ừ ứ ử ữ ự", "ö öø öù öû öõ öï"), ("ỳ ý ỷ ỹ ỵ", "yø yù yû yõ î"), ("À Á Ả Ã Ạ", "AØ AÙ AÛ AÕ AÏ"),
      ("Ă Ằ Ắ Ẳ Ẵ Ặ", "AÊ AÈ AÉ AÚ AÜ AË"),
      ("Â Ầ Ấ Ẩ Ẫ Ậ", "AÂ AÀ AÁ AÅ AÃ AÄ"), ("Đ", "Ñ"), ("È É Ẻ Ẽ Ẹ", "EØ EÙ EÛ EÕ EÏ"), ("Ê Ề Ế Ể Ễ Ệ", "EÂ EÀ EÁ EÅ EÃ EÄ"),
      ("Ì Í Ỉ Ĩ Ị", "Ì Í Æ Ó Ò"), ("Ò Ó Ỏ Õ Ọ", "OØ OÙ OÛ OÕ OÏ"), ("Ô Ồ Ố Ổ Ỗ Ộ", "OÂ OÀ OÁ OÅ OÃ OÄ"),
      ("Ơ Ờ Ớ Ở Ỡ Ợ", "Ô ÔØ ÔÙ ÔÛ ÔÕ ÔÏ"),
      ("Ù Ú Ủ Ũ Ụ", "UØ UÙ UÛ UÕ UÏ"), ("Ư Ừ Ứ Ử Ữ Ự", "Ö ÖØ ÖÙ ÖÛ ÖÕ ÖÏ"), ("Ỳ Ý Ỷ Ỹ Ỵ", "YØ YÙ YÛ YÕ Î"),
    ]
    try check(.vni, chart)
  }

  private func check(_ encoding: LegacyEncoding, _ chart: [(String, String)]) throws {
    for (letters, codes) in chart {
      let expected = codes.split(separator: " ").map { code in code.unicodeScalars.map { UInt8($0.value) } }
      let found = try letters.split(separator: " ").map { try #require(encoding.encode(String($0))) }
      #expect(found == expected, "\(letters)")
    }
  }
}
