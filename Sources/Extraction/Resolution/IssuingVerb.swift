/// Verbs by which a document comes about.
enum IssuingVerb {
  /// The first token of an issuing verb that ends right before `end`: `ban hành`, `ký`, `ký ban hành`, `ra`, `có`.
  static func endingBefore(_ text: TokenizedText, _ end: Int) -> Int? {
    var at = end
    while text.isKeyword(at - 1, .the) || text.isKeyword(at - 1, .those) || text[at - 1].kind == .number && text[at - 1].lexeme == 1
      || text.isListed(at - 1, .numberWord)
    {
      at -= 1
    }
    if text.isKeyword(at - 1, .issueTail), text.isKeyword(at - 2, .issueHead) {
      at -= 2
      if text[at - 1].kind == .comma, text.isKeyword(at - 2, .sign) { at -= 1 }
      if text.isKeyword(at - 1, .sign) { at -= 1 }
      return at
    }
    for word in [Keyword.sign, .give, .have] where text.isKeyword(at - 1, word) { return at - 1 }
    if text.isKeyword(at - 1, .approveTail), text.isKeyword(at - 2, .approve) { return nil }
    return nil
  }

  static func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .issueHead) && text.isKeyword(index + 1, .issueTail) || text.isKeyword(index, .sign)
  }
}
