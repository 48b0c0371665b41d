/// Names of places behind their administrative word.
enum PlaceName {
  /// No province, city, district or town but those listed is called after a person, so what looks like one there is one.
  static func isNeverPerson(_ text: TokenizedText, head: Int) -> Bool {
    [Keyword.province, .cityTail, .cityShort, .district].contains { text.isKeyword(head, $0) }
  }
}
