/// Words that make the number behind them a name and no count: `tổ 5`, `Điều 134`, `quốc lộ 1`.
enum NumberLabel {
  /// Whether such a word stands right before token `index`.
  static func precedes(_ text: TokenizedText, _ index: Int) -> Bool { kind(text, index) != nil }

  /// The label's strength before token `index`: `hard`, or `soft` for words that may also head a group (`nhóm 5 người`).
  /// The longest phrase decides; one listed as `open` (`tổng số`, `biên đội`) is no label.
  static func kind(_ text: TokenizedText, _ index: Int) -> ListText? {
    guard text.isJoined(index) else { return nil }
    for length in [4, 3, 2, 1] where index - length >= 1 {
      guard let match = text.match(.numberLabel, at: index - length), match.end == index else { continue }
      let strength = text.item(.numberLabel, match).field1
      // 10 phút 3 bàn thắng
      if text.isKeyword(index - 1, .minute), text[index - 2].kind == .number || text.isListed(index - 2, .numberWord) { return nil }
      // 8 chương 52 điều
      if length == 1, text[index - 2].kind == .number, text.match(.unit, at: index + 1) != nil,
        text.match(.unit, at: index - 1)?.end == index,
        text.isKeyword(index + 1, .article) || text.isKeyword(index + 1, .clause)
      {
        return nil
      }
      // trao cho 6 chi hội 24 con dê: counted itself; not tổ 3 ấp 4, 9 Điều 1 Thông tư
      if text[index - length - 1].kind == .number, text[index - length].shape == .lower,
        text.match(.unit, at: index - length)?.end == index,
        kind(text, index - length - 1) == nil, text.countedNoun(at: index + 1) != nil
      {
        return nil
      }
      // mỗi xóm 03 người
      if strength.equals("open") || text.isKeyword(index - length - 1, .each) && !text.isKeyword(index - 1, .weekdayHead) { return nil }
      // `điều 8 ca nô` sends boats; an article of a law is `Điều 8` or stands behind its clause.
      if length == 1, text.isKeyword(index - 1, .article), text[index - 1].shape == .lower, text[index - 2].kind != .number,
        text.match(.decreeType, at: index + 1) == nil
      {
        return nil
      }
      return strength
    }
    return nil
  }
}
