/// Damage that shows in many words of a text: letters that a font lost, blanks that a copy lost.
enum DamageChecks {
  /// Fewer words may be foreign, or typed so once.
  private static let fewest = 3
  /// One word in so many.
  private static let share = 60

  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    add(.textLettersLost, .vowelless, "letters are lost", article, &flags)
    add(.textGluedWords, .glued, "words are glued together", article, &flags)
  }

  private static func add(
    _ code: FlagCode, _ trait: WordTraits, _ words: String, _ article: CheckedArticle, _ flags: inout [FoundFlag]
  ) {
    guard article.traits.contains(trait) else { return }
    let text = article.text
    let found = (1..<max(1, text.count)).filter { text[$0].kind == .word && text.entry($0).traits.contains(trait) }
    guard found.count >= fewest, found.count * share >= text.count else { return }
    let places = found.prefix(fewest).map { article.span($0..<$0 + 1) }
    let examples = places.map { "“\(article.string($0))”" }.joined(separator: ", ")
    flags.append(FoundFlag(code, [], places: Array(places), "\(words) in \(found.count) places: \(examples)"))
  }
}
