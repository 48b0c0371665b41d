/// The term and the session of a council between its name and what it does.
///
///     HĐND tỉnh [khóa XIV] [, nhiệm kỳ 2021-2026] [, | tại] [kỳ họp thứ 9] thông qua
enum CouncilTerm {
  private static let longestSession = 6

  /// The token after the term and the session that begin at the token; the token itself when none does.
  static func end(_ text: TokenizedText, at start: Int) -> Int {
    let term = text.isKeyword(start, .course) ? start + 2 : start
    let session = text[term].kind == .comma || text.isKeyword(term, .atPlace) ? term + 1 : term
    return endOfSession(text, at: session) ?? term
  }

  /// The first token of the term and the session that end before the token; the token itself when none does.
  static func first(_ text: TokenizedText, endingAt end: Int) -> Int {
    var at = end
    if let session = firstOfSession(text, endingAt: at) {
      at = text[session - 1].kind == .comma || text.isKeyword(session - 1, .atPlace) ? session - 1 : session
    }
    // The years are a date, over which the caller may have stepped.
    let years = firstOfYears(text, endingAt: at) ?? at
    if text.isKeyword(years, .term) { at = text[years - 1].kind == .comma ? years - 1 : years }
    return at > 2 && text.isKeyword(at - 2, .course) ? at - 2 : at
  }

  /// `nhiệm kỳ 2021-2026`, `nhiệm kỳ 2021 - 2026`
  private static func firstOfYears(_ text: TokenizedText, endingAt end: Int) -> Int? {
    guard end > 5, text[end - 1].kind == .number else { return nil }
    let first = text[end - 2].kind == .dash ? end - 5 : end - 3
    return text.isKeyword(first, .term) && text.isKeyword(first + 1, .termTail) ? first : nil
  }

  /// `kỳ họp thứ 9`, `kỳ họp chuyên đề lần thứ 9`
  private static func endOfSession(_ text: TokenizedText, at start: Int) -> Int? {
    guard text.isKeyword(start, .termTail), text.isJoined(start) else { return nil }
    return (start + 2..<start + longestSession).first { text.isKeyword($0, .weekdayHead) }.map { $0 + 2 }
  }

  private static func firstOfSession(_ text: TokenizedText, endingAt end: Int) -> Int? {
    guard end > longestSession + 2, text.isKeyword(end - 2, .weekdayHead) else { return nil }
    return (end - longestSession..<end - 2).last { text.isKeyword($0, .termTail) }
  }
}
