import Extraction
import Foundation
import Ingestion
import Support

/// Texts to make test data from: the articles of this project, and news for measuring where it is at hand.
enum Articles {
  static let news = Checkout.shared.map { "\($0)/bench/news.ndjson.gz" }

  /// Each `step`th article of the news, its text as the file has it; none, with a line, when the file is missing.
  static func news(step: Int) throws -> [String] {
    guard let news, FileManager.default.isReadableFile(atPath: news) else {
      print("skipped: the news for measuring are not at hand")
      return []
    }
    struct Line: Decodable { var text: String }
    let reader = try ContainerReader(file: news)
    var texts: [String] = []
    while case .file? = reader.next() {
      let bytes = try reader.read(atMost: 1 << 30)
      for (index, line) in bytes.split(separator: 0x0A).enumerated() where index % step == 0 {
        texts.append(try JSONDecoder().decode(Line.self, from: Data(line)).text)
      }
    }
    return texts
  }

  /// All in an optimised build, a few otherwise.
  static func measured() throws -> [String] {
    #if DEBUG
      try Checkout.articles.map(\.text) + news(step: 40)
    #else
      try Checkout.articles.map(\.text) + news(step: 1)
    #endif
  }
}

/// Writes texts the way old files hold them.
enum Transcoding {
  /// Composed, with `?` for what the encoding lacks; in TCVN3 toned capitals become what a capitals' font shows as capitals.
  static func legacy(_ text: String, _ encoding: LegacyEncoding) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
        continue
      }
      let isFontCapital = encoding == .tcvn3 && scalar.properties.isUppercase && !"ĂÂÊÔƠƯĐ".unicodeScalars.contains(scalar)
      bytes += encoding.encode(isFontCapital ? scalar.properties.lowercaseMapping : String(Character(scalar))) ?? [UInt8(ascii: "?")]
    }
    return bytes
  }

  static func utf16(_ text: String, bigEndian: Bool, marked: Bool) -> [UInt8] {
    ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  /// UTF-8 that was read as windows-1252 and written as UTF-8.
  static func misread(_ bytes: [UInt8]) -> [UInt8] {
    let high = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value)
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let value = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return Array(String(text).utf8)
  }
}
