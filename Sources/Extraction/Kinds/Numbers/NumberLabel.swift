/// Words that make the number behind them a name and no count: `tổ 5`, `Điều 134`, `quốc lộ 1`.
enum NumberLabel {
  /// Whether such a word stands right before token `index`.
  static func precedes(_ text: TokenizedText, _ index: Int) -> Bool { kind(text, index) != nil }

  /// The label's strength before token `index`: `hard`, or `soft` for words that may also head a group (`nhóm 5 người`).
  static func kind(_ text: TokenizedText, _ index: Int) -> ListText? {
    guard text.isJoined(index) else { return nil }
    if let match = text.match(.numberLabel, at: index - 1), match.end == index {
      return text.item(.numberLabel, match).field1
    }
    if text.isJoined(index - 1), let match = text.match(.numberLabel, at: index - 2), match.end == index {
      return text.item(.numberLabel, match).field1
    }
    return nil
  }
}
