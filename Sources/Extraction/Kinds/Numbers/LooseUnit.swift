/// Nouns that no list of units has, and nouns in quotes.
extension CountUnit {
  /// `12 "cò vé"`, `hai “phố đèn đỏ”`: a noun in quotes, up to four words in small letters.
  static func takeQuoted(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    guard cursor.token.kind.isQuote, cursor.token.gap == .space, !numeral.isWords || isSureWord(text, numberStart),
      !numeral.hasPower, !text[numberStart - 1].kind.isQuote, text[numberStart].gap != .none, !isLabelLike(text, numberStart)
    else { return nil }
    let first = cursor.index + 1
    var end = first
    while end <= first + 4, text[end].kind == .word, text[end].shape == .lower, text[end].gap <= .space { end += 1 }
    guard end > first, end <= first + 4, text[end].kind.isQuote, text[end].gap == .none, text[end + 1].kind != .number,
      (text.match(.unit, at: first)?.end ?? first) > first + 1
        || !text.isListed(first, .stopWord) && text.match(.predicate, at: first) == nil
    else { return nil }
    cursor.index = end + 1
    return CountUnit(span: span(text, first, end), unitClass: .noun, item: -1)
  }

  /// Any other noun: a word in small letters that no list of function words has.
  static func takeUnlisted(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    let index = cursor.index
    guard text[index].shape == .lower, text[index].end - text[index].start > 1, !text.isListed(index, .stopWord),
      !text.isListed(index, .numberWord)
    else { return nil }
    guard !isLabelLike(text, numberStart), RomanNumeral.value(text, index + 1) == nil || text[index + 1].gap > .space else { return nil }
    if text[index].gap == .none { return nil }
    if text.match(.predicate, at: index) != nil || text.isKeyword(numberStart - 1, .times) && DayPart.begins(text, index) { return nil }
    // Cả hai | dùng tay: the noun went before.
    if numeral.isWords, !isSureWord(text, numberStart) || text.isKeyword(numberStart - 1, .entire) { return nil }
    for word in notCounted where cursor.isAt(word) { return nil }
    cursor.index += 1
    return CountUnit(span: span(text, index, index + 1), unitClass: .noun, item: -1)
  }

  /// A number right behind a capitalised word is likelier a part of its name.
  static func isLabelLike(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isJoined(index) && text[index - 1].isCapitalized && !text.beginsSentence(index - 1)
  }

  /// `ba`, `năm`, `tư`, `chín` have other meanings; the rest are always numbers.
  static func isSureWord(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.isListed(index + 1, .numberWord) { return true }
    return ![Keyword.three, .year, .nine].contains { text.isKeyword(index, $0) }
  }

  /// `từ đầu | năm đơn vị tiếp nhận`, `đến cuối | năm xã hoàn thành`: the year.
  static func isYear(_ text: TokenizedText, _ number: Int) -> Bool {
    text.isKeyword(number, .year) && text.isJoined(number) && !text.isListed(number + 1, .numberWord)
      && [Keyword.first, .middle, .last, .end].contains { text.isKeyword(number - 1, $0) }
  }

  private static let notCounted: [Keyword] = [.year, .month, .day, .week, .hour, .hourSpoken, .minute, .second, .age, .dayOf]
}
