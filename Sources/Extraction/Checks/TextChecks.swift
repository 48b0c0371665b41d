/// Damage of the text itself: repaired bytes, look-alike letters and misspellings inside mentions.
enum TextChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    if article.repairs > 0 {
      flags.append(
        FoundFlag(
          code: .encodingRepaired, severity: .review, mentions: [],
          message: "\(article.repairs) stretches of bytes are no UTF-8 and were replaced by U+FFFD"))
    }
    for (index, mention) in article.mentions.enumerated() {
      addMisspelling(article, index, mention, &flags)
      if article.traits.contains(.confusable) { addConfusable(article, index, mention, &flags) }
    }
  }

  /// A phrase of the misspelling list that touches the mention.
  private static func addMisspelling(_ article: CheckedArticle, _ index: Int, _ mention: Found, _ flags: inout [FoundFlag]) {
    guard mention.value.kind != .name else { return }
    let text = article.text
    for token in Int(mention.firstToken)..<Int(mention.endToken) where text.starts(token, .misspelling) {
      guard let match = text.match(.misspelling, at: token),
        text[token].shape != .capital || token == Int(mention.firstToken) || match.end == token + 1
      else { continue }
      let item = text.item(.misspelling, match)
      let wrong = text.string(text.byteRange(token..<match.end))
      flags.append(
        FoundFlag(
          code: .textMisspelling, severity: .review, mentions: [Int32(index)],
          message: "“\(wrong)” is probably “\(item.field1.string)”"))
      return
    }
  }

  private static func addConfusable(_ article: CheckedArticle, _ index: Int, _ mention: Found, _ flags: inout [FoundFlag]) {
    let text = article.text
    for token in Int(mention.firstToken)..<Int(mention.endToken)
    where text[token].kind == .word && text.entry(token).traits.contains(.confusable) {
      flags.append(
        FoundFlag(
          code: .textConfusable, severity: .info, mentions: [Int32(index)],
          message: "“\(article.string(mention))” holds a letter of another alphabet"))
      return
    }
  }
}
