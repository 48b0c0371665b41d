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
    if text.isKeyword(at - 1, .send) { return text.isKeyword(at - 2, .have) ? at - 2 : at - 1 }
    if text.isKeyword(at - 1, .past), text.isKeyword(at - 2, .passHead) { return at - 2 }
    return approving(text, at)
  }

  /// `phê duyệt tại`, `ban hành kèm theo`, `thông qua bằng`: the document in which something was decided.
  private static func approving(_ text: TokenizedText, _ end: Int) -> Int? {
    guard [Keyword.atPlace, .according, .byMeans, .among].contains(where: { text.isKeyword(end - 1, $0) }) else { return nil }
    let at = end - 1
    let isApproval =
      text.isKeyword(at - 1, .approveTail) && text.isKeyword(at - 2, .approve)
      || text.isKeyword(at - 1, .issueTail) && text.isKeyword(at - 2, .issueHead)
      || text.isKeyword(at - 1, .past) && text.isKeyword(at - 2, .passHead)
    return isApproval ? at - 2 : nil
  }

  static func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .issueHead) && text.isKeyword(index + 1, .issueTail) || text.isKeyword(index, .sign)
      || text.isKeyword(index, .passHead) && text.isKeyword(index + 1, .past)
      || text.isKeyword(index, .approve) && text.isKeyword(index + 1, .approveTail)
  }
}
