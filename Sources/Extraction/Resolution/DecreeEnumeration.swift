extension DecreeSubject {
  private static let longestList = 120

  /// Who issues what a list behind a colon holds.
  ///
  ///     ISSUER công bố các quyết định …, gồm: DECREE …; DECREE … · ISSUER thông qua 31 nghị quyết, trong đó có: DECREE; DECREE
  func ofEnumeration(before decree: Int) -> (span: ByteSpan, first: Int)? {
    guard let colon = colonOfList(before: decree) else { return nil }
    var at = colon - 1
    while at > 1, colon - at < EndingBody.longestName, !text.beginsSentence(at) {
      if text[at].shape == .lower, text.match(.decreeType, at: at) != nil, let verb = IssuingVerb.ofSeveral(text, endingAt: at) {
        return find(before: verb)
      }
      at -= 1
    }
    return nil
  }

  /// The colon with which the list opens that holds the document.
  private func colonOfList(before decree: Int) -> Int? {
    var at = decree - 1
    while text[at].kind == .word, text[at].shape == .lower, decree - at < 4, at > 1 { at -= 1 }
    guard text[at].kind == .colon || text[at].kind == .semicolon else { return nil }
    while at > 1, decree - at < DecreeSubject.longestList, text.isJoined(at) {
      if text[at].kind == .colon { return at }
      if text[at].kind == .period { return nil }
      at -= 1
    }
    return nil
  }
}

extension IssuingVerb {
  /// `ban hành | 31 nghị quyết`, `công bố | các quyết định`: the verb whose object the documents are.
  static func ofSeveral(_ text: TokenizedText, endingAt end: Int) -> Int? {
    let at = skipDeterminers(text, end)
    return first(.issue, text, endingAt: at) ?? first(.publish, text, endingAt: at) ?? first(.have, text, endingAt: at)
  }
}
