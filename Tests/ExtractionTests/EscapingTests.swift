import Extraction
import Foundation
import Testing

/// What a record holds of a text is what the text holds: read back by a parser that is not ours.
@Suite struct EscapingTests {
  /// What JSON escapes, what it does not, letters of one to four bytes. No U+FEFF: Foundation's parser loses it.
  private static let alphabet: [String] =
    (0..<32).map { String(UnicodeScalar(UInt8($0))) }
    + [
      "\"", "\\", "/", "\u{7F}", "\u{80}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FFFD}", "\u{FFFF}", "😀", "a", " ", "ế", "Đ",
      "\\u0022", "\\\"",
    ]

  private func record(_ text: String, _ source: ArticleSource) throws -> [String: Any] {
    let reader = ArticleReader(Extractor())
    var text = text
    text.withUTF8 { _ = reader.read(UnsafeRawBufferPointer($0), source: source, options: ExtractionOptions(includeText: true)) }
    return try reader.withOutput { bytes in
      try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
  }

  private func check(_ text: String) throws {
    let record = try record(text, ArticleSource(id: text, path: text, name: text, title: text))
    #expect((record["id"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    let source = try #require(record["source"] as? [String: Any])
    #expect((source["path"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect((source["name"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    let article = try #require(record["article"] as? [String: Any])
    #expect((article["title"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    #expect((article["text"] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test func everyNastyLetterAtEveryPlace() throws {
    for letter in Self.alphabet {
      for place in [0, 1, 3, 4, 7, 8, 14, 15, 16, 17, 31, 32, 33] {
        try check(String(repeating: "x", count: place) + letter)
        try check(String(repeating: "y", count: place) + letter + "z")
      }
    }
  }

  @Test func mixturesOfThem() throws {
    var random = SystemIndependentRandom(seed: 42)
    for length in 0..<400 {
      try check((0..<length % 80).map { _ in Self.alphabet[Int(random.next() % UInt64(Self.alphabet.count))] }.joined())
    }
  }

  @Test func mentionsKeepWhatStandsInTheText() throws {
    let text = "Ngày\t27/9/2024, \"Thượng tá\nPhạm Thanh Bình\" nhận Quyết định số 31\\QĐ-UBND, 86/86\u{A0}xã."
    let record = try record(text, ArticleSource(id: "a"))
    let mentions = try #require(record["mentions"] as? [[String: Any]])
    #expect(mentions.count >= 3)
    let scalars = Array(text.unicodeScalars)
    for mention in mentions {
      let (start, end) = (try #require(mention["start"] as? Int), try #require(mention["end"] as? Int))
      #expect(Array((mention["text"] as? String ?? "").unicodeScalars) == Array(scalars[start..<end]))
    }
  }
}

/// The same numbers on every machine: SplitMix64.
struct SystemIndependentRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
