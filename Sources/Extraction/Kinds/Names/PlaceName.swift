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

  /// No province, city, district or town but those listed is called after a person, so what looks like one there is one.
  static func isNeverPerson(_ text: TokenizedText, head: Int) -> Bool {
    [Keyword.province, .cityTail, .cityShort, .district].contains { text.isKeyword(head, $0) }
  }
}
