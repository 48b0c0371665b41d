/// Đỗ Văn Hai | Huân chương Lao động · Vũ Thắng | Trước đó: where another phrase or a sentence begins with a capital behind a name.
extension NameShape {
  /// Huân chương, Bộ Công an, Gian lận, Tại: a phrase or a sentence of its own that begins with a capital behind a name.
  @inline(__always)
  static func beginsOtherPhrase(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital else { return false }
    if text[index + 1].shape == .lower {
      return text.beginsLongPhrase(at: index) && beginsOfOtherPhrase(text, index)
        || text.isListed(index, .stopWord) && beginsSentence(text, index)
    }
    if text[index + 1].kind == .colon { return isCredit(text, index) }
    return text[index + 1].kind == .number && (isPartOfDay(text, index) || text.isListed(index, .approximator)) && !isNeeded(text, index)
  }

  /// `Lê Anh | Ảnh: Trung Kiên`
  private static func isCredit(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.honorific, at: index).map { text.item(.honorific, $0).field1.equals("caption") } ?? false
  }

  static func beginsOfOtherPhrase(_ text: TokenizedText, _ index: Int) -> Bool {
    for wordClass in [LexiconClass.placeHead, .body, .post, .unit, .decreeType, .rank, .honorific, .predicate] {
      if let match = text.match(wordClass, at: index), match.end > index + 1 {
        return !isBirth(text, match.end - 1) && !isVerbAcross(text, index, match.end)
      }
    }
    return false
  }

  private static func beginsSentence(_ text: TokenizedText, _ index: Int) -> Bool {
    // Vũ Thắng | Trước đó, though there are people called Trước
    text.isJoined(index + 1) && text.isSmallWord(index, "function") && (text.isKeyword(index + 1, .thereof) || !isNeeded(text, index))
  }

  /// A name goes on here: behind Văn, Thị or a surname, or with a syllable that people bear.
  private static func isNeeded(_ text: TokenizedText, _ index: Int) -> Bool {
    isGivenName(text, index) || isMiddleName(text, index - 1)
      || surname(text, index - 1)?.isCommon == false && !(text[index - 1].gap == .space && text[index - 2].isCapitalized)
  }

  /// `Đỗ Huy Sáng kiến nghị`: no `sáng kiến`, since a verb begins within the phrase and ends behind it.
  private static func isVerbAcross(_ text: TokenizedText, _ index: Int, _ end: Int) -> Bool {
    guard isGivenName(text, index), text[index - 1].isCapitalized else { return false }
    // Trần Hồng Quân nhân dịp này
    if text.isKeyword(end, .day) || text.isKeyword(end, .holidayHead) { return true }
    return [LexiconClass.predicate, .nameLabel, .stopWord].contains { text.match($0, at: end - 1).map { $0.end > end } == true }
  }

  /// `sinh năm 1960`, `sinh ngày 2-9`: `Bùi Văn Nam sinh năm 1960` is no `nam sinh`.
  static func isBirth(_ text: TokenizedText, _ born: Int) -> Bool {
    text.isKeyword(born, .born)
      && (text[born + 1].kind == .number || text.isKeyword(born + 1, .year) || text.isKeyword(born + 1, .day))
  }

  /// `Tối 21/7`, `Chiều 3-4`, behind a name without a full stop.
  private static func isPartOfDay(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.morning, .noon, .afternoon, .evening, .night, .at, .minute].contains { text.isKeyword(index, $0) }
  }

  /// `Yekaterina Petlyuk | Yekaterina Petlyuk luôn muốn`: a caption before the sentence that begins with the same name.
  static func repeats(_ text: TokenizedText, _ start: Int, _ index: Int) -> Bool {
    let length = index - start
    return length >= 2 && text[index].word == text[start].word && (1..<length).allSatisfy { text[index + $0].word == text[start + $0].word }
  }
}
