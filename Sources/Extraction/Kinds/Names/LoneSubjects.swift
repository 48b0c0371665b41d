/// …, Thịnh xin bỏ qua lỗi. Lúc này, Thịnh ôm người cảnh sát
///
/// A bulletin may name a person by one syllable and nothing else. It is a name when people bear it and it means nothing besides, and when it
/// is the subject twice, once of them behind a comma: there no other word has a capital.
extension NameFinder {
  mutating func takeLoneSubjects(_ text: TokenizedText, _ found: inout Buffer<Found>) {
    for number in 0..<pending.count {
      let token = Int(pending[number].start)
      guard isLoneSubject(text, pending[number]), text[token - 1].kind == .comma, let other = otherSubject(text, number) else { continue }
      for run in [token, other] { _ = take(text, run..<run + 1, .nameShort, &found) }
      known.add(text, token..<token + 1)
    }
  }

  /// Another run of the same word that is the subject of a clause.
  private func otherSubject(_ text: TokenizedText, _ number: Int) -> Int? {
    let token = Int(pending[number].start)
    let other = (0..<pending.count).first {
      $0 != number && text.fold(Int(pending[$0].start)) == text.fold(token) && isLoneSubject(text, pending[$0])
    }
    return other.map { Int(pending[$0].start) }
  }

  private func isLoneSubject(_ text: TokenizedText, _ run: Run) -> Bool {
    let token = Int(run.start)
    guard run.end == run.start + 1, context.roles[token] == .free, text[token].shape == .capital,
      let given = text.match(.givenName, at: token), !text.item(.givenName, given).field1.equals("common"),
      text[token + 1].kind == .word, text[token + 1].shape == .lower, text[token + 1].gap == .space
    else { return false }
    return (text[token - 1].kind == .comma || text.beginsSentence(token)) && !text.beginsLongPhrase(at: token)
      && text.longestPlace(at: token) == nil && !text.isListed(token, .stopWord)
  }
}
