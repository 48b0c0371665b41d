/// Ảnh: Trương Hải Tùng | Trước khi diễn ra trận đấu
///
/// A sentence that begins right behind a name, where the full stop is missing: the article knows the name without the last word, which
/// nobody is called by.
enum GluedSentence {
  static func cut(
    _ text: TokenizedText, _ known: borrowing KnownNames, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) {
    for number in 0..<found.count where found[number].value.kind == .name && found[number].endToken - found[number].firstToken >= 4 {
      let (first, last) = (Int(found[number].firstToken), Int(found[number].endToken) - 1)
      guard begins(text, last), known.find(text, first..<last) != nil else { continue }
      found[number].end = text[last - 1].end
      found[number].endToken = Int32(last)
      context.roles[last] = .free
    }
  }

  /// A capitalised word that few names end in, before small letters or a number.
  private static func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].kind == .word, text[index].shape == .capital, text.isJoined(index + 1),
      !NameShape.isGivenName(text, index) || text.isListed(index, .stopWord)
    else { return false }
    return text[index + 1].kind == .number || text[index + 1].kind == .word && text[index + 1].shape == .lower
  }
}
