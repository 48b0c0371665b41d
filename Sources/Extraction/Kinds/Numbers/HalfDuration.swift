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

  /// `nửa tháng 8`, `nửa tiếng Anh`, `nửa năm học`, `nửa ngày đường`: half of something else.
  private static func isOfAnother(_ cursor: TokenCursor) -> Bool {
    guard cursor.isJoined else { return false }
    return cursor.token.kind == .number || cursor.token.isCapitalized || cursor.isAt(.school) || cursor.isAt(.first) || cursor.isAt(.last)
  }
}
