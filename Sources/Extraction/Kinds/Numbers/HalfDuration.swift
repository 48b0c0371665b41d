/// nửa năm sau · khoảng nửa tiếng · hơn nửa thế kỷ qua
///
///     [approximator] nửa (thế kỷ | năm | tháng | ngày | giờ | phút) [qua | nay | nữa | sau | trước | tới]
extension DurationExpression {
  /// Reads the duration at token `start`, the word `nửa`, appends it, and returns the token after it.
  static func readHalf(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: start + 1)
    guard cursor.isJoined, !text.isKeyword(start - 1, .one), let unit = takeUnit(&cursor), let half = half(of: unit),
      !isOfAnother(cursor)
    else { return nil }
    takeDirection(&cursor, unit)
    let first = firstToken(text, start)
    let length = DurationLength(amount: Quantity(Int64(half.amount)), unit: half.unit)
    found.append(
      Found(
        start: text[first].start, end: text[cursor.index - 1].end, firstToken: Int32(first), endToken: Int32(cursor.index),
        rule: .durationWords, value: .duration(FoundDuration(length: length))))
    return cursor.index
  }

  /// `trong 24h`, `trong vòng 48h qua`: hours by their letter are a length behind these words, and else a time of the day.
  static func readHours(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    guard text[start].kind == .number, text[start].lexeme == 2, case let letter = text.part(start, 1), letter.digits == 0,
      letter.separator == UInt8(ascii: "h"), text.isJoined(start), isWithin(text, start - 1)
    else { return nil }
    var cursor = TokenCursor(text, at: start + 1)
    guard !cursor.standsBeforeDay(cursor.index) || cursor.token.kind == .comma else { return nil }
    takeDirection(&cursor, .hour)
    let length = DurationLength(amount: Quantity(Int64(text.part(start, 0).value)), unit: .hour)
    found.append(
      Found(
        start: text[start].start, end: text[cursor.index - 1].end, firstToken: Int32(start), endToken: Int32(cursor.index),
        rule: .durationNumber, value: .duration(FoundDuration(length: length))))
    return cursor.index
  }

  /// `trong`, `trong vòng`
  private static func isWithin(_ text: TokenizedText, _ word: Int) -> Bool {
    text.isKeyword(word, .among) || text.isKeyword(word - 1, .among) && text[word].kind == .word && text[word].shape == .lower
  }

  /// `nửa tháng 8`, `nửa tiếng Anh`, `nửa năm học`, `nửa ngày đường`: half of something else.
  private static func isOfAnother(_ cursor: TokenCursor) -> Bool {
    guard cursor.isJoined else { return false }
    return cursor.token.kind == .number || cursor.token.isCapitalized || cursor.isAt(.school) || cursor.isAt(.first) || cursor.isAt(.last)
  }
}
