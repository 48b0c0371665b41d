/// Words that stand for a place or a body alone, and are a syllable of a name here.
extension NameContext {
  /// `giáo sư Trường`, `Tấn Trường`: one word behind a word for a person or a syllable of a name.
  func isSyllable(_ text: TokenizedText, _ index: Int) -> Bool {
    triggers[index] != .none
      || NameShape.isGivenName(text, index) && text[index].gap == .space && roles[index - 1] == .free
        && NameShape.isGivenName(text, index - 1)
        && NameShape.isNameToken(text, index - 1)
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
