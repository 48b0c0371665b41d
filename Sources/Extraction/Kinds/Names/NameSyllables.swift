/// What the whole article, or the word beside it, makes of a place, a body or a thing: a syllable of a name, or no name at all.
extension NameContext {
  /// `giáo sư Trường`, `Tấn Trường`, `Trường khai`: a body's word alone that people bear, or that a word for a person announces.
  func isSyllable(_ text: TokenizedText, _ index: Int) -> Bool {
    triggers[index] != .none || NameShape.isGivenName(text, index) && !text[index + 1].isCapitalized
  }

  /// An article calls no more things by a name that is looked for again.
  private static let mostThings = 64

  mutating func noteThing(_ start: Int, _ end: Int) {
    if end >= start + 2, things.count < NameContext.mostThings { things.append(NameFinder.Run(start: Int32(start), end: Int32(end))) }
  }

  /// Whether a street, a school or a firm of the article is called so: `Công ty Bách Đạt An` · `khách tố Bách Đạt An`.
  func isThing(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    for number in 0..<things.count {
      let start = Int(things[number].start)
      guard Int(things[number].end) - start == range.count else { continue }
      if (0..<range.count).allSatisfy({ text.fold(start + $0) == text.fold(range.lowerBound + $0) }) { return true }
    }
    return false
  }

  /// `A, Hàn Quốc Việt`: in a list a surname, what looks like a country, and one more syllable of a name. `Mỹ Tâm`, `Đức Tiến`
  func isNamedLikePlace(_ text: TokenizedText, _ index: Int, _ end: Int) -> Bool {
    if end == index + 1, NameShape.isTwoGivenNames(text, index) || NameEvidence.isNamed(text, index) && NameShape.isGivenName(text, index) {
      return true
    }
    guard end == index + 2, text[index - 1].kind == .comma || text[index - 1].kind == .colon, NameShape.surname(text, index) != nil else {
      return false
    }
    return NameShape.runLength(text, index) == 3 && NameShape.isGivenName(text, index + 2)
  }
}
