/// các tuyến đường như Phạm Văn Đồng, Minh Khai · những phố sau: Hàng Bài, Lê Duẩn · vị trí đẹp như Phan Chu Trinh
///
///     (đường | phố | tuyến | vị trí) [up to three small words] (như | gồm | :) CAPITALS {, CAPITALS}
///
/// Streets that a list names without their word.
enum StreetList {
  /// A list goes back over no more tokens.
  private static let longest = 60

  /// Whether the capitals at `start` stand in such a list.
  static func holds(_ text: TokenizedText, _ start: Int) -> Bool { isListed(text, start) || isOnWay(text, start) }

  /// `Mai Chí Thọ - cầu Thủ Thiêm - Nguyễn Hữu Cảnh - Hàm Nghi`: dashes join streets, of which one has its word.
  private static func isOnWay(_ text: TokenizedText, _ start: Int) -> Bool {
    guard isLink(text, start - 1) || isLink(text, start + NameShape.runLength(text, start)) else { return false }
    var links = 0
    var hasWord = false
    var index = start - 1
    while index > 1, start - index < longest, isOfWay(text, index, &links, &hasWord) { index -= 1 }
    hasWord = hasWord || isRoute(text, index)
    index = start
    while index < min(start + longest, text.count), isOfWay(text, index, &links, &hasWord) { index += 1 }
    return links >= 2 && hasWord
  }

  /// `Lộ trình thay thế:`, `3 tuyến xe buýt là`
  private static func isRoute(_ text: TokenizedText, _ colon: Int) -> Bool {
    let isColon = text[colon].kind == .colon
    guard isColon || text.isKeyword(colon, .isVerb) else { return false }
    return (max(colon - 4, 1)..<colon).contains { text.isKeyword($0, .route) || isColon && text.isKeyword($0, .road) }
  }

  private static func isLink(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isSpacedDash(index) && text[index + 1].gap == .space
  }

  /// A link, a capital, a number, or the word for a bridge or a road behind a link; both are noted.
  private static func isOfWay(_ text: TokenizedText, _ index: Int, _ links: inout Int, _ hasWord: inout Bool) -> Bool {
    if text[index].gap >= .line { return false }
    if isLink(text, index) {
      links += 1
      return true
    }
    if text[index].kind == .number || text[index].kind == .word && text[index].isCapitalized || text.isKeyword(index, .or) { return true }
    guard text[index].shape == .lower else { return false }
    let first = isLink(text, index - 1) ? index : index - 1
    guard isLink(text, first - 1), let head = text.match(.placeHead, at: first), head.end > index else { return false }
    hasWord = hasWord || ways.contains { text.item(.placeHead, head).phrase.equals($0) }
    return hasWord
  }

  private static let ways: [StaticString] = ["cầu", "đường", "đại lộ", "quốc lộ", "tỉnh lộ", "phố", "hầm", "ngã tư", "ngã ba"]

  private static func isListed(_ text: TokenizedText, _ start: Int) -> Bool {
    var index = start - 1
    while index > 1, start - index < longest, isPartOfList(text, index) { index -= 1 }
    if isStreet(text, index) { return index < start - 1 }
    if text[index].kind == .colon { index -= 1 }
    if isOpening(text, index) { index -= 1 } else if text[index + 1].kind != .colon { return false }
    return index > 0 && (max(index - 6, 1)...index).contains { isStreet(text, $0) }
  }

  private static func isOpening(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .such) || text.isKeyword(index, .comprise)
  }

  private static func isPartOfList(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .semicolon, .dash, .openParenthesis, .number, .closeParenthesis: text[index].gap < .line
    case .word:
      text[index].isCapitalized && text[index].gap < .line || text.isKeyword(index, .and)
        // (quận 1)
        || text[index - 1].kind == .openParenthesis && text.match(.placeHead, at: index)?.end == index + 1
    default: false
    }
  }

  /// `đường`, `tuyến`, `vị trí`, and `phố` that is no city.
  private static func isStreet(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .street) || text.isKeyword(index, .siteTail) && text[index].shape == .lower || text.isKeyword(index, .route)
      || text.isKeyword(index, .cityTail) && !text.isKeyword(index - 1, .city)
  }
}
