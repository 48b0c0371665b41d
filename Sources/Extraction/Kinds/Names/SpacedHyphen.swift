/// Moon Jae - in · Bashar al - Assad: hyphens of a name that were printed with blanks.
enum SpacedHyphen {
  /// The token after the part of a name that goes on at `index`, in a run that began at `start`; nil when the dash is a mark.
  static func end(_ text: TokenizedText, _ start: Int, _ index: Int) -> Int? {
    if text[index].kind == .dash {
      if index == start + 1, joinsGivenNames(text, start) { return index + 2 }
      return endOfAsian(text, start, index) ?? endOfArticle(text, index - 1)
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
      !text.isVietnamese(index - 1), text.longestPlace(at: end) == nil || text.longestPlace(at: index - 1) == nil
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
    return endOfAsian(text, start, start + 2) != nil || NameShape.beginsTransliteration(text, start + 1)
  }

  /// `Kim Yo - jong`, `Suthep Thaug - suban`, `Terry Gou Tai - ming`, `Prayuth Chan - o - cha`: two capitals, behind a given name or a
  /// small word also, and a syllable of given names.
  private static func endOfAsian(_ text: TokenizedText, _ start: Int, _ dash: Int) -> Int? {
    guard dash == start + 2 || dash == start + 3 && (isGivenName(text, start) || text.isListed(start, .stopWord)), isSpaced(text, dash),
      isPlain(text, dash - 2), isPlain(text, dash - 1), !text.entry(dash - 1).traits.contains(.single)
    else { return nil }
    if text[dash + 1].shape == .capital { return isClosingCapital(text, dash) ? dash + 2 : nil }
    guard text[dash + 1].shape == .lower else { return nil }
    if text.entry(dash + 1).traits.contains(.single) {
      return text[dash + 2].kind == .dash && isSpaced(text, dash + 2) && isSyllable(text, dash + 3) ? dash + 4 : nil
    }
    return isSyllable(text, dash + 1) && (dash - 2...dash + 1).contains { !text.isVietnamese($0) || text.isListed($0, .foreignName) }
      ? dash + 2 : nil
  }

  /// `- jong`, `- suban`: a listed syllable, or one that is not Vietnamese and no other word.
  private static func isSyllable(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .lower, isPlain(text, index), !text.isKeyword(index, .forWhom),
      (text.match(.honorific, at: index)?.end ?? 0) <= index + 1
    else { return false }
    if text.isListed(index, .foreignName) { return true }
    return !text.isVietnamese(index) && text.phraseClasses(at: index) & otherWords == 0
  }

  private static let otherWords =
    LexiconClass.honorific.bit | LexiconClass.post.bit | LexiconClass.unit.bit | LexiconClass.body.bit | LexiconClass.organizationWord.bit

  /// `Moon Jae - In`: a syllable with a capital, behind an Asian family name; no second person.
  private static func isClosingCapital(_ text: TokenizedText, _ dash: Int) -> Bool {
    guard text[dash + 2].gap != .space || text[dash + 2].shape != .capital, text.isListed(dash - 1, .foreignName),
      let family = text.match(.foreignName, at: dash - 2), !text.item(.foreignName, family).field1.equals("given"),
      let last = text.match(.foreignName, at: dash + 1)
    else { return false }
    let kind = text.item(.foreignName, last).field1
    return kind.equals("korean") || kind.equals("syllable") || kind.equals("given") && text[dash + 1].end - text[dash + 1].start <= 3
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
