/// Minh Quỳnh · Bá Hiển · ĐOÀN CƯỜNG · Khánh Lynh: how a writer or a photographer signs.
///
///     two to four capitalised Vietnamese syllables: a surname or a syllable of given names is the first or the last of them
enum PenName {
  static func read(_ text: TokenizedText, _ start: Int, _ limit: Int, _ context: borrowing NameContext) -> Range<Int>? {
    let end = endOfRun(text, start, limit)
    guard end - start >= 2, end - start <= 4 else { return nil }
    for index in start..<end where !isUsable(context.roles[index]) { return nil }
    return isPlausible(text, start..<end) && !isAddressed(text, start, end, context) ? start..<end : nil
  }

  /// Behind `Ảnh:`: the tokens of the name, nil where no name stands.
  static func readCredit(_ text: TokenizedText, _ start: Int) -> Range<Int>? {
    if let end = InitialsShape.endOfCredit(text, start) { return start..<end }
    var end = endOfRun(text, start, text.count)
    if let sentence = (start + 2..<max(start + 2, end)).first(where: { beginsSentence(text, $0) }) { end = sentence }
    // Ảnh: Đức Hùng Hà Tĩnh nhiều xã ngập
    if end - start == 4, text.match(.province, at: start + 2)?.end == end { end = start + 2 }
    // Ảnh: Quốc Khải Một người dân …
    if end - start == 3, text[end].shape == .lower, text.isJoined(end), !NameShape.isMiddleName(text, start + 1),
      !NameShape.isGivenName(text, end - 1) || NameShape.surname(text, start) == nil
    {
      end -= 1
    }
    return end - start >= 2 && end - start <= 3 && isPlausible(text, start..<end) ? start..<end : nil
  }

  /// `- Ảnh | Tiến Thắng`, `(Ảnh | Thành Long)`: behind a mark, without the colon; a mark or the line's end closes it.
  static func readUnmarkedCredit(_ text: TokenizedText, _ photo: Int) -> Range<Int>? {
    guard text[photo].isCapitalized, text[photo - 1].kind != .word, text[photo + 1].gap == .space,
      let credit = readCredit(text, photo + 1), NameShape.isGivenName(text, credit.upperBound - 1),
      !isOrdinaryPhrase(text, credit), text[credit.upperBound].kind != .word || text[credit.upperBound].gap >= .line
    else { return nil }
    return credit
  }

  private static func endOfRun(_ text: TokenizedText, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, end < start + 5, NameShape.isNameToken(text, end),
      end == start
        || text[end].gap == .space && !NameShape.beginsOtherPhrase(text, end) && !BylineNote.isSeeAlso(text, end)
          && !text.isKeyword(end, .according),
      text[end].shape == text[start].shape || text.entry(end).traits.contains(.single), text.isVietnamese(end)
    {
      end += 1
    }
    return end
  }

  /// `Ảnh: Giang Huy | Ông Thành cho biết`, `Ảnh: Đức Hùng | Tại hiện trường`: without a full stop.
  private static func beginsSentence(_ text: TokenizedText, _ index: Int) -> Bool {
    if text[index + 1].shape == .capital, text[index + 1].gap == .space {
      return text.isKeyword(index, .mister) || text.isKeyword(index, .lady)
    }
    return text[index + 1].shape == .lower && text.isJoined(index + 1) && text.isSmallWord(index, "function")
  }

  /// A body's first word may be a syllable of a name: `Đoàn Loan`, `Quang Khoa`.
  private static func isUsable(_ role: TokenRole) -> Bool {
    switch role {
    case .free, .name, .place, .organization, .thing: true
    default: false
    }
  }

  private static func isPlausible(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard NameShape.isGivenName(text, end - 1) || NameShape.isGivenName(text, start) || NameShape.surname(text, start) != nil,
      text.match(.furniture, at: start) == nil,
      // Lại Thìn
      !text.isListed(start, .stopWord) || NameShape.isGivenName(text, start)
        || NameShape.surname(text, start) != nil && NameShape.isGivenName(text, end - 1)
    else { return false }
    return !isPlaceAlone(text, start, end) && !isOrdinaryPhrase(text, range)
  }

  /// `Ông Bùi Văn Khánh` is a caption; `Anh Ngọc` signs.
  private static func isAddressed(_ text: TokenizedText, _ start: Int, _ end: Int, _ context: borrowing NameContext) -> Bool {
    context.triggers[start + 1] != .none && (end - start > 2 || !NameShape.isGivenName(text, start))
  }

  /// A province, a country, or a place behind a dash; other places are pen names: `Cửu Long`.
  private static func isPlaceAlone(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    guard let place = text.longestPlace(at: start), place.end >= end || place.end > start + 1 else { return false }
    if text[start].gap == .none, text[start - 1].kind == .dash { return true }
    if let province = text.match(.province, at: start), province.end > start + 1 { return true }
    return text.match(.place, at: start).map { text.item(.place, $0).field1.equals("country") } == true
  }

  /// `Thanh Niên`, `Báo Hà Nam`, `Công An`: a phrase of two words or more that is no name, or a newspaper.
  static func isOrdinaryPhrase(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    for wordClass in [LexiconClass.unit, .body, .post, .rank] {
      if let match = text.match(wordClass, at: start), match.end >= min(end, start + 2) { return true }
    }
    return text.isKeyword(start, .newspaper)
  }
}
