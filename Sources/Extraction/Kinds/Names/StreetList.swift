/// các tuyến đường như Phạm Văn Đồng, Minh Khai · những phố sau: Hàng Bài, Lê Duẩn · vị trí đẹp như Phan Chu Trinh
///
///     (đường | phố | tuyến | vị trí) [up to three small words] (như | gồm | :) CAPITALS {, CAPITALS}
///
/// Streets that a list names without their word.
enum StreetList {
  /// A list goes back over no more tokens.
  private static let longest = 60

  /// Whether the capitals at `start` stand in such a list.
  static func holds(_ text: TokenizedText, _ start: Int) -> Bool {
    var index = start - 1
    while index > 1, start - index < longest, isPartOfList(text, index) { index -= 1 }
    if isStreet(text, index) { return index < start - 1 }
    if text[index].kind == .colon { index -= 1 }
    if isOpening(text, index) { index -= 1 } else if text[index + 1].kind != .colon { return false }
    return index > 0 && (max(index - 3, 1)...index).contains { isStreet(text, $0) }
  }

  private static func isOpening(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .such) || text.isKeyword(index, .comprise)
  }

  private static func isPartOfList(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .semicolon, .dash, .openParenthesis, .number, .closeParenthesis: text[index].gap < .line
    case .word: text[index].isCapitalized && text[index].gap < .line || text.isKeyword(index, .and)
    default: false
    }
  }

  /// `đường`, `tuyến`, `vị trí`, and `phố` that is no city.
  private static func isStreet(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .street) || text.isKeyword(index, .siteTail) && text[index].shape == .lower || text.isKeyword(index, .route)
      || text.isKeyword(index, .cityTail) && !text.isKeyword(index - 1, .city)
  }
}
