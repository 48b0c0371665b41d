/// Tổng Thư ký Tổ chức Hiệp ước Bắc Đại Tây Dương (NATO) | Jens Stoltenberg · Giám đốc điều hành (CEO) | Dara Khosrowshahi
///
///     POST {word of its body} "(" short name ")" [<country>] NAME
///
/// The short name in brackets and the name behind it close the post, also where the body's words are in no list.
enum BracketedPost {
  /// A body's name before the brackets has no more tokens.
  private static let longest = 14

  /// The token where the name of the bearer begins, nil when the post that was read up to `end` goes another way.
  static func end(_ text: TokenizedText, first: Int, titleEnd: Int, end: Int) -> Int? {
    var open = end
    while open < titleEnd + longest, text[open].kind.isWordLike || text[open].kind == .number, text[open].gap <= .space { open += 1 }
    guard text[open].kind == .openParenthesis, text[open].gap <= .space, let close = endOfShortName(text, open),
      (titleEnd..<open).allSatisfy({ mayStandWithin(text, $0) }), !isServed(text, first)
    else { return nil }
    var bearer = close
    if let country = text.longestPlace(at: close), PlaceName.endsCountry(text, country.end, from: close) { bearer = country.end }
    return text.isJoined(bearer) && PostTail.isBearerAhead(text, bearer) ? bearer : nil
  }

  /// `người phát ngôn của | cao uỷ Liên Hợp Quốc về người tị nạn (UNHCR)`: the bearer works for who holds the post.
  private static func isServed(_ text: TokenizedText, _ first: Int) -> Bool {
    text.isKeyword(first - 1, .of) && (max(first - 5, 1)..<first - 1).contains { text.match(.post, at: $0)?.end == first - 1 }
  }

  /// `(NATO)`, `(Roscosmos)`, `(PIT Travel)`: capitals, no person's name.
  private static func endOfShortName(_ text: TokenizedText, _ open: Int) -> Int? {
    var close = open + 1
    while close < open + 4, text[close].isCapitalized || text[close].kind == .code { close += 1 }
    guard close > open + 1, text[close].kind == .closeParenthesis, !NameShape.beginsName(text, open + 1) else { return nil }
    return close + 1
  }

  /// No verb, no other post and no word for a person.
  private static func mayStandWithin(_ text: TokenizedText, _ index: Int) -> Bool {
    if closing.contains(where: { text.isKeyword(index, $0) }) || text.match(.post, at: index) != nil || text.match(.rank, at: index) != nil
    {
      return false
    }
    return text.match(.nameLabel, at: index).map { $0.end > index + 1 } != true
      && text.match(.honorific, at: index).map { text[$0.end].isCapitalized && text[index].shape == .lower } != true
  }

  private static let closing: [Keyword] = [
    .isVerb, .already, .will, .also, .just, .progressive, .passive, .suffered, .have, .forWhom, .when,
  ]
}
