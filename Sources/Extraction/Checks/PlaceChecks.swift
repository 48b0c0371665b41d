/// Provinces spelled in two ways, provincial bodies of a province that is never named.
enum PlaceChecks {
  /// `tỉnh`, `ủy`: the last words of a provincial body.
  static let bodyEnds: [Keyword] = [.province, .committeeTail]

  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    let text = article.text
    var seen: [(name: ListText, tokens: Range<Int>)] = []
    var bareBody: ByteSpan?
    var isVariantFlagged = false
    var walk = text.walk(.placeChecks)
    var token = walk.next(from: 1)
    while token < text.count {
      defer { token = walk.next(from: token + 1) }
      guard text[token].kind == .word else { continue }
      if bareBody == nil, text.isKeyword(token, .province) || text.isKeyword(token, .committeeTail) {
        bareBody = provincialBody(article, token)
      }
      guard text[token].isCapitalized, let match = text.match(.province, at: token),
        (token..<match.end).allSatisfy({ text[$0].isCapitalized })
      else { continue }
      let name = canonicalName(text.item(.province, match))
      guard let first = seen.first(where: { $0.name == name }) else {
        if seen.isEmpty { seen.reserveCapacity(8) }
        seen.append((name, token..<match.end))
        continue
      }
      if !isVariantFlagged, isVariant(text, first.tokens, token..<match.end) {
        isVariantFlagged = true
        addVariant(article, first.tokens, token..<match.end, &flags)
      }
    }
    guard seen.isEmpty, let bareBody else { return }
    flags.append(
      FoundFlag(.orgPlaceUnresolved, [], places: [bareBody], "“\(article.string(bareBody))”: the article never names the province"))
  }

  /// `đắk lắk` for `đắc lắc` too.
  private static func canonicalName(_ province: LexiconItem) -> ListText {
    province.field1.equals("variant") ? province.field4 : province.phrase
  }

  /// `Công an tỉnh`, `UBND tỉnh`, `Tỉnh ủy` with no name behind.
  private static func provincialBody(_ article: CheckedArticle, _ token: Int) -> ByteSpan? {
    let text = article.text
    guard !text[token + 1].isCapitalized || text.beginsSentence(token + 1) || text[token + 1].shape == .upper else { return nil }
    if text.isKeyword(token, .committeeTail) {
      guard text.isKeyword(token - 1, .province), text[token - 1].isCapitalized, text.isJoined(token) else { return nil }
      return article.span(token - 1..<token + 1)
    }
    guard text[token].shape == .lower, text.isJoined(token) else { return nil }
    if text.isKeyword(token - 1, .policeTail), text.isKeyword(token - 2, .police), text[token - 2].isCapitalized {
      return article.span(token - 2..<token + 1)
    }
    guard text[token - 1].shape == .upper, let body = text.match(.body, at: token - 1), body.end > token - 1 else { return nil }
    return article.span(token - 1..<token + 1)
  }

  /// `Đăk Nông` and `Đắk Nông`; capitals and the two styles of setting the tone do not count, nor do other names of one place or its
  /// abbreviations (`HCM`, `HCMC`).
  private static func isVariant(_ text: TokenizedText, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count, a.count > 1 || text[a.lowerBound].shape != .upper,
      zip(a, b).allSatisfy({ initial(text, $0) == initial(text, $1) })
    else { return false }
    return zip(a, b).contains { text.fold($0) != text.fold($1) }
  }

  /// The first byte in small letters; `Cạn` and `Kạn` begin alike.
  private static func initial(_ text: TokenizedText, _ token: Int) -> UInt8 {
    let byte = text.byte(token) | 0x20
    return byte == UInt8(ascii: "k") ? UInt8(ascii: "c") : byte
  }

  private static func addVariant(_ article: CheckedArticle, _ a: Range<Int>, _ b: Range<Int>, _ flags: inout [FoundFlag]) {
    let spans = [article.span(a), article.span(b)]
    flags.append(
      FoundFlag(
        .placeSpellingVariant, [], places: spans,
        "one place in two spellings, “\(article.string(spans[0]))” and “\(article.string(spans[1]))”"))
  }
}
