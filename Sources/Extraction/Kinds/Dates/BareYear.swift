/// 2016 là năm thứ 7 · từ 2015 · (2020): four figures that are a year without the word.
extension BareDate {
  /// A four-digit figure: a year after a preposition of time, in brackets, or where nothing is counted.
  func isYear(_ moment: Moment) -> Bool {
    guard moment.year >= (text.isKeyword(start - 1, .bornShort) ? 1900 : 1930), moment.year <= 2060 else { return false }
    if isOfThreeYears || isSubject { return true }
    // "năm 1971 và 1992 ông Thính mất"
    if followsDate, text.isKeyword(start - 1, .and), text.match(.honorific, at: end) != nil { return true }
    guard !isFollowedByUnit, !isNumberOfDocument else { return false }
    // trong 2 năm 2015 và 2016: the word of time went to the duration
    if text.isKeyword(start - 1, .year) { return true }
    if [Keyword.bornShort, .born, .vision, .visionTail].contains(where: { text.isKeyword(start - 1, $0) }) { return true }
    if text[start - 1].kind == .colon || text[start - 1].kind == .period, text.isKeyword(start - 2, .bornShort) { return true }
    if text[start - 1].kind == .colon, text.isKeyword(start - 2, .born) { return true }
    if followsTimeWord || followsDate { return true }
    // Hướng dẫn 11/HD-BCA-A08 (2020)
    if isInParentheses, text[start - 2].kind == .symbol { return true }
    // Lê Minh Thương (1978, trú thôn 5), Châu Thị T. (1973, trú ấp 2), Đại tá (1958)
    let isBehindInitial = text[start - 2].kind == .period && InitialsShape.isInitial(text, start - 3)
    if text[start - 1].kind == .openParenthesis, text[start - 1].gap == .space,
      text[start - 2].shape == .capital || isBehindInitial || isBehindRank,
      text[end].kind == .comma || text[end].kind == .closeParenthesis
    {
      return true
    }
    return text[start - 1].isWord && text[start - 1].shape == .lower && text.isJoined(start) && !NumberWords.begins(text, start - 1)
      && endsPhrase
  }

  /// `Thiếu tướng | (1974)`
  private var isBehindRank: Bool { text.match(.rank, at: start - 3).map { $0.end == start - 1 } ?? false }

  /// `2016 là năm thứ 7`, `2019 cũng là năm cuối`
  private var isSubject: Bool {
    let verb = text.isListed(end, .stopWord) && !text.isKeyword(end, .isVerb) ? end + 1 : end
    return text.isKeyword(verb, .isVerb) && text.isKeyword(verb + 1, .year) && text.beginsSentence(start)
  }

  /// `sinh năm Hợi như 1935, 1947, 1959 và 1971`: a list of years alone.
  private var isOfThreeYears: Bool {
    var (first, last) = (start, end - 1)
    while first > 2, text[first - 1].kind == .comma, text.year(at: first - 2) != nil { first -= 2 }
    while text[last + 1].kind == .comma || text.isKeyword(last + 1, .and) || text[last + 1].isKeyword(.ampersand),
      text.year(at: last + 2) != nil
    { last += 2 }
    return last - first >= 4 && !BareDate(text, last, end: last + 1).isFollowedByUnit
  }

  /// `Quyết định 1944 của Thủ tướng`
  private var isNumberOfDocument: Bool {
    text.isKeyword(end, .of)
      && (1...3).contains { length in
        guard start > length, let type = text.match(.decreeType, at: start - length), type.end == start else { return false }
        return text.item(.decreeType, type).field3.equals("numbered")
      }
  }
}
