/// Names of places behind their administrative word.
enum PlaceName {
  /// Whether a country's name ends right before the token.
  static func endsCountry(_ text: TokenizedText, _ index: Int, from start: Int) -> Bool {
    for length in [1, 2, 3] where index - length >= start {
      guard let place = text.match(.place, at: index - length), place.end == index else { continue }
      return text.item(.place, place).field1.equals("country")
    }
    return false
  }

  /// `Bộ trưởng Quốc phòng Pháp | Florence Parly`: a foreign city of one word, and behind it one that is no place.
  static func beginsPerson(_ text: TokenizedText, _ index: Int) -> Bool {
    let next = index + 1
    return !endsCountry(text, next, from: index) && text.longestPlace(at: index)?.end == next && !text.isVietnamese(index)
      && text[next].shape == .capital && text[next].gap == .space
      && !text.isVietnamese(next) && text.longestPlace(at: next) == nil && !text.isListed(next, .organizationWord)
  }

  /// No province, city, district or town but those listed is called after a person, so what looks like one there is one.
  static func isNeverPerson(_ text: TokenizedText, head: Int) -> Bool {
    [Keyword.province, .cityTail, .cityShort, .district].contains { text.isKeyword(head, $0) }
  }
}
