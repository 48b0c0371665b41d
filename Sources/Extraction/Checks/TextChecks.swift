/// Damage of the text itself: repaired bytes, look-alike letters, misspellings, words written twice.
enum TextChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for repair in article.repairs {
      flags.append(FoundFlag(.encodingRepaired, [], severity: repair.loses ? .review : .info, repair.message))
    }
    if article.traits.contains(.confusable) { addConfusables(article, &flags) }
    var mention = 0
    var walk = article.text.walk(.textChecks)
    var token = walk.next(from: 1)
    while token < article.text.count {
      defer { token = walk.next(from: token + 1) }
      guard article.text[token].kind == .word else { continue }
      if article.text.phraseClasses(at: token) & LexiconClass.misspelling.bit != 0 {
        while mention < article.mentions.count, Int(article.mentions[mention].endToken) <= token { mention += 1 }
        let isInside = mention < article.mentions.count && Int(article.mentions[mention].firstToken) <= token
        addMisspelling(article, token, isInside ? mention : nil, &flags)
      }
      if article.text[token].word == article.text[token - 1].word || article.text[token].shape == .upper {
        addRepetition(article, token, &flags)
      }
    }
  }

  /// A phrase of the misspelling list, within a mention or not. Names may be spelled as they like.
  private static func addMisspelling(_ article: CheckedArticle, _ token: Int, _ mention: Int?, _ flags: inout [FoundFlag]) {
    let text = article.text
    guard let match = text.match(.misspelling, at: token), mention.map({ article.mentions[$0].value.kind != .name }) ?? true else { return }
    guard (token + 1..<match.end).allSatisfy({ text[$0].shape == text[token].shape || text[$0].shape == .lower }) else { return }
    let item = text.item(.misspelling, match)
    let mustBegin = item.field2.equals("begin")
    guard text[token].shape != .capital || mention != nil || text.beginsSentence(token), !mustBegin || text.beginsSentence(token) else {
      return
    }
    let span = article.span(token..<match.end)
    flags.append(
      FoundFlag(
        .textMisspelling, mention.map { [$0] } ?? [], places: [span], "“\(article.string(span))” is probably “\(item.field1.string)”"))
  }

  /// `của của`; `an ANTT`, where a replacement of `an ninh, trật tự` left a word.
  private static func addRepetition(_ article: CheckedArticle, _ token: Int, _ flags: inout [FoundFlag]) {
    let text = article.text
    guard text[token].gap == .space, text[token - 1].kind == .word, token > 1 else { return }
    let span = article.span(token - 1..<token + 1)
    if text[token].word == text[token - 1].word {
      guard text[token].shape == .lower, doubled.contains(where: { text.isKeyword(token, $0) }) else { return }
      flags.append(FoundFlag(.textRepeatedWord, [], places: [span], severity: .info, "“\(article.string(span))”: a word is written twice"))
    } else if let match = text.match(.body, at: token), match.end == token + 1 {
      let item = text.item(.body, match)
      guard item.field1.equals("abbreviation"), text[token - 1].shape == .lower, !text.isKeyword(token - 2, .police),
        !text.isListed(token - 1, .unit), !text.isListed(token - 1, .body), !text.isListed(token - 1, .placeHead),
        isFirstWord(of: item.field3, token - 1, article)
      else { return }
      flags.append(
        FoundFlag(
          .textRepeatedWord, [], places: [span],
          "“\(article.string(span))”: \(article.string(article.span(token..<token + 1))) begins with that word"))
    }
  }

  private static func isFirstWord(of phrase: ListText, _ token: Int, _ article: CheckedArticle) -> Bool {
    let word = article.text.byteRange(token..<token + 1)
    if article.traits.contains(.decomposed) { return phrase.string.split(separator: " ").first ?? "" == article.text.string(word) }
    return phrase.beginsWithWord(article.text.bytes + word.lowerBound, count: word.count)
  }

  /// Words that are written twice by mistake only.
  static let doubled: [Keyword] = [.of, .and, .the, .with, .those, .atPlace, .already, .will, .into, .by, .forWhom]

  private static func addConfusables(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    let text = article.text
    for (index, mention) in article.mentions.enumerated() {
      let tokens = Int(mention.firstToken)..<Int(mention.endToken)
      guard tokens.contains(where: { text[$0].kind == .word && text.entry($0).traits.contains(.confusable) }) else { continue }
      flags.append(FoundFlag(.textConfusable, [index], "“\(article.string(mention))” holds a letter of another alphabet"))
    }
  }
}
