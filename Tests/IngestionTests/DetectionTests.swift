import Extraction
import Testing

/// At least 99 of 100 articles of 500 bytes or more are told right, and no UTF-8 is taken for anything else.
struct DetectionTests {
  private static let articles = (try? Articles.measured()) ?? []
  private static let legacy: [LegacyEncoding] = [.tcvn3, .vni, .viscii, .windows1258]

  @Test(arguments: legacy) func legacyEncodings(_ encoding: LegacyEncoding) {
    measure(encoding.rawValue) { Transcoding.legacy($0, encoding) }
  }

  @Test(arguments: [(false, true), (false, false), (true, true), (true, false)]) func wideEncodings(_ bigEndian: Bool, _ marked: Bool) {
    measure(bigEndian ? "UTF-16BE" : "UTF-16LE", isExact: true) { Transcoding.utf16($0, bigEndian: bigEndian, marked: marked) }
  }

  @Test(arguments: [1, 2]) func misreadText(_ times: Int) {
    let isRepaired = { (text: DecodedText) in text.repairs.contains { $0.kind == .misread } }
    measure("UTF-8", isExact: true, also: isRepaired) { text in
      (0..<times).reduce(Array(text.utf8)) { bytes, _ in Transcoding.misread(bytes) }
    }
  }

  @Test(arguments: legacy.filter { $0 != .viscii }) func legacyInLatinLetters(_ encoding: LegacyEncoding) {
    measure(encoding.rawValue) { Transcoding.misread(Transcoding.legacy($0, encoding)) }
  }

  @Test func utf8StaysUTF8() {
    var changed = 0
    for article in Self.articles {
      let text = decoded(Array(article.utf8))
      let isSame = text.encoding == "UTF-8" && text.repairs.allSatisfy { $0.kind == .entities }
      if !isSame {
        changed += 1
        print(text.encoding, text.repairs, article.prefix(200))
      }
    }
    #expect(changed == 0)
  }

  private func measure(
    _ encoding: String, isExact: Bool = false, also isRight: (DecodedText) -> Bool = { _ in true }, _ transcode: (String) -> [UInt8]
  ) {
    var total = 0
    var right = 0
    var exact = 0
    for article in Self.articles where article.contains(where: { !$0.isASCII }) {
      let bytes = transcode(article)
      guard bytes.count >= 500 else { continue }
      total += 1
      let text = decoded(bytes)
      if text.encoding == encoding, isRight(text) { right += 1 }
      if text.bytes == Array(article.utf8) { exact += 1 }
    }
    print("\(encoding): \(right) of \(total) right, \(exact) exact")
    #expect(total > 0 && right * 100 >= total * 99)
    if isExact { #expect(exact * 100 >= total * 99) }
  }
}
