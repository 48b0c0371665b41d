/// `(Tổng hợp)`, `(t/h)`, `(Theo Reuters)`, `/VOV online`, `* Tên nhân vật đã đổi`, `Xem thêm: …`: what follows a signature on its line.
enum BylineNote {
  /// A paper's name behind a slash, or a note in brackets, has no more tokens.
  private static let longest = 14

  /// Whether nothing but a note stands from `index` to the end of the line.
  static func begins(_ text: TokenizedText, _ index: Int, _ limit: Int) -> Bool {
    switch text[index].kind {
    case .openParenthesis: isBracketed(text, index, limit)
    case .slash: limit - index <= longest && text[index + 1].shape != .lower
    case .other: text.byte(index) == UInt8(ascii: "*")
    case .word:
      text[index].shape == .capital && (text.isKeyword(index, .according) && limit - index <= longest || isSeeAlso(text, index))
    default: false
    }
  }

  private static func isBracketed(_ text: TokenizedText, _ index: Int, _ limit: Int) -> Bool {
    guard limit > index + 2, limit - index <= longest else { return false }
    for end in index + 2..<limit where text[end].kind == .closeParenthesis {
      return end == limit - 1 || text[end + 1].kind == .period && end == limit - 2
    }
    return false
  }

  /// `Xem thêm: …`
  static func isSeeAlso(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .see) && text.isKeyword(index + 1, .seeMore) && text[index + 1].shape == .lower
  }
}
