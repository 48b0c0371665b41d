/// A single syllable as a name.
enum ShortName {
  /// At a sentence's beginning any word has a capital: what follows must be a verb's or a list's sign.
  static func isLikelyAtStart(_ text: TokenizedText, _ index: Int) -> Bool {
    let next = text[index + 1]
    if let verb = text.match(.predicate, at: index) { return verb.end == index + 1 && isSubject(text, index) }
    if next.kind == .comma || next.isKeyword(.and) || text.match(.nameLabel, at: index + 1) != nil { return true }
    guard next.kind == .word, next.shape == .lower else { return false }
    if NameShape.isBirth(text, index + 1) { return true }
    guard let match = text.match(.givenName, at: index) else { return !text.isVietnamese(index) || isHelpingVerb(text, index + 1) }
    return text.isListed(index + 1, .stopWord) || isHelpingVerb(text, index + 1) || !text.item(.givenName, match).field1.equals("common")
      || isVerb(text, index + 1)
  }

  /// `Diễn đang lo`, `Diễn, Tuyết đồng ý`: no verb stands before these, though the word is one elsewhere.
  static func isSubject(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isJoined(index + 1)
      && (text[index + 1].kind == .comma || NameShape.isBirth(text, index + 1)
        || [Keyword.already, .will, .also, .progressive].contains { text.isKeyword(index + 1, $0) })
  }

  /// `Hải | điều khiển xe`, `Hải | phát hiện`: two syllables that are a verb.
  private static func isVerb(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.predicate, at: index).map { !text.item(.predicate, $0).field1.equals("noun") } == true
  }

  /// `Tong được xác định`, `Rin đã bỏ đi`
  private static func isHelpingVerb(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.passive, .suffered, .have, .already].contains { text.isKeyword(index, $0) }
  }
}
