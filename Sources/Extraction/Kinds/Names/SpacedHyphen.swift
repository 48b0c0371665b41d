/// Moon Jae - in · Bashar al - Assad: hyphens of a name that were printed with blanks.
enum SpacedHyphen {
  /// The token after the part of a name that goes on at `index`, in a run that began at `start`; nil when the dash is a mark.
  static func end(_ text: TokenizedText, _ start: Int, _ index: Int) -> Int? {
    if text[index].kind == .dash {
      if index == start + 1, joinsGivenNames(text, start) { return index + 2 }
      return endOfKorean(text, start, index) ?? endOfArticle(text, index - 1)
    }
    guard text[index].shape == .lower, text[index].gap == .space else { return nil }
    // Bashar | al - Assad
    return endOfArticle(text, index) ?? endOfParticles(text, index)
  }

  /// `Mohammed | bin Salman`, `Ursula | von der Leyen`: the token after the word behind the small ones.
  static func endOfParticles(_ text: TokenizedText, _ index: Int) -> Int? {
    var end = index
    while end < index + 2, text[end].gap == .space, text[end].shape == .lower, isParticle(text, end) { end += 1 }
    guard end > index, text[end].gap == .space, text[end].shape == .capital, !text.isVietnamese(end), text[index - 1].shape == .capital,
      !text.isVietnamese(index - 1), text.longestPlace(at: end) == nil
    else { return nil }
    return end + 1
  }

  private static func isParticle(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.foreignName, at: index).map { text.item(.foreignName, $0).field1.equals("particle") } ?? false
  }

  /// `Jean - Claude Juncker`: two given names and a family name.
  static func joinsGivenNames(_ text: TokenizedText, _ start: Int) -> Bool {
    isSpaced(text, start + 1) && text[start + 1].kind == .dash && isGivenName(text, start) && isGivenName(text, start + 2)
      && text[start + 3].gap == .space && text[start + 3].shape == .capital
  }

  private static func isGivenName(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital, !text.isVietnamese(index), let match = text.match(.foreignName, at: index) else { return false }
    return text.item(.foreignName, match).field1.equals("given")
  }

  /// Whether `Kim Jong-un`, `Lee Jae - yong` begins here.
  static func beginsKorean(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text[start + 2].kind == .dash, text[start].shape == .capital, text[start + 1].shape == .capital, text[start + 1].gap == .space,
      text.isListed(start, .foreignName), text.longestPlace(at: start) == nil
    else { return false }
    return endOfKorean(text, start, start + 2) != nil || NameShape.beginsTransliteration(text, start + 1)
  }

  /// `Kim Yo - jong`: a Korean surname, one capital, a syllable of given names.
  private static func endOfKorean(_ text: TokenizedText, _ start: Int, _ dash: Int) -> Int? {
    guard dash == start + 2, isSpaced(text, dash), text[dash + 1].shape == .lower, text.isListed(start, .foreignName),
      text.isListed(dash + 1, .foreignName), !text.isKeyword(dash + 1, .forWhom), isPlain(text, start + 1),
      (text.match(.honorific, at: dash + 1)?.end ?? 0) <= dash + 2
    else { return nil }
    return dash + 2
  }

  /// `al - Assad`, `Al - Jumaily`: the token after the name behind the article.
  private static func endOfArticle(_ text: TokenizedText, _ article: Int) -> Int? {
    guard text.isKeyword(article, .arabicArticle) || text.isKeyword(article, .arabicArticle2), text[article + 1].kind == .dash,
      isSpaced(text, article + 1) || text[article + 1].gap == .none && text[article + 2].gap == .none, text[article + 2].shape == .capital,
      !text.isVietnamese(article + 2)
    else { return nil }
    return article + 3
  }

  private static func isSpaced(_ text: TokenizedText, _ dash: Int) -> Bool {
    text[dash].gap == .space && text[dash + 1].gap == .space && text[dash + 1].kind == .word
  }

  /// Letters of ASCII alone: Korean names bear no Vietnamese marks.
  private static func isPlain(_ text: TokenizedText, _ token: Int) -> Bool {
    !(Int(text[token].start)..<Int(text[token].end)).contains { text.bytes[$0] >= 0x80 }
  }
}
