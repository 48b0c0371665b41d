/// Makes, models, codes and medals beside a number.
extension CountUnit {
  /// `xe SH`, `máy Honda`, `chiếc iPhone`: a make behind a noun of one syllable.
  static func takeBrand(_ cursor: inout TokenCursor, from start: Int) {
    let before = cursor.index
    guard before <= start + 2 else { return }
    while cursor.index < before + 2, cursor.isJoined, cursor.token.kind == .word, isMake(cursor.text, cursor.index) { cursor.index += 1 }
    // Hai chiếc F-35: the letters are a half of the make.
    if cursor.token.kind == .dash || cursor.token.kind == .number { cursor.index = before }
  }

  static func isMake(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    guard !text.isVietnamese(index), text.match(.body, at: index) == nil, text.longestPlace(at: index) == nil else { return false }
    return token.shape == .capital || token.shape == .mixed || token.shape == .upper && token.end - token.start <= 2
  }

  /// The plate `75F1-714.22`, `K 15 khóa 2`, `Mazda 3 màu đỏ`: the number and the word behind it belong to a code or a model.
  static func isPartOfCode(_ text: TokenizedText, _ start: Int, _ end: Int, _ number: Int) -> Bool {
    if text[start].gap == .none, text[start].shape != .lower, text[end].kind == .dash, text[end].gap == .none,
      text[end + 1].kind == .number, text[end + 1].gap == .none
    {
      return true
    }
    guard text.isJoined(number), text[number].kind == .number else { return false }
    let before = text[number - 1]
    if before.end - before.start == 1, before.isCapitalized, text[end].kind == .number, text[end].gap == .space,
      text.isListed(start, .numberLabel)
    {
      return true
    }
    return text.isKeyword(start, .colour) && before.shape == .capital && !text.isVietnamese(number - 1)
  }

  /// `PC 45 | Công an tỉnh`, `(C 49 | Bộ Công an)`: the number of a body that letters call, and the larger one behind it.
  static func isUnitNumber(_ text: TokenizedText, _ number: Int, before body: Int) -> Bool {
    text[number].kind == .number && text[number].lexeme == 1 && text.isJoined(number) && text[number - 1].isCapitalized
      && (text[number - 1].shape == .upper && !text.isVietnamese(number - 1) || text[number - 1].end - text[number - 1].start == 1)
      && text[body].shape == .capital && text.match(.body, at: body) != nil
  }

  /// `hai Phó Chủ tịch | UBND tỉnh`, `hai Phó Giám đốc | Sở Y tế`: a body that goes on behind the listed post is not counted; `hai giám đốc sở |`.
  static func endOfOffice(_ text: TokenizedText, _ first: Int, _ end: Int) -> Int {
    guard text.isJoined(end),
      text[end].isCapitalized || text[end].kind == .abbreviation || text.match(.placeHead, at: end) != nil
    else { return end }
    return Position.endOfTitle(text, first, end)
  }

  /// `Sư đoàn 316 | ký ngày 30/12`: who signs, and no weight.
  static func isSigned(_ text: TokenizedText, _ unit: PhraseMatch, _ number: Int) -> Bool {
    text.match(.issuing, at: unit.start)?.end == unit.end && (NumberLabel.precedes(text, number) || text.isKeyword(unit.end, .day))
  }

  /// `5 vàng, 4 bạc, 3 đồng`: bronze behind silver is no money.
  static func isMedal(_ text: TokenizedText, _ start: Int, _ match: PhraseMatch, _ number: Int, _ numeral: Numeral) -> Bool {
    guard text.isKeyword(start, .comrade), match.end == start + 1, !numeral.hasPower, number > 3, text.isKeyword(number - 2, .silver) else {
      return false
    }
    return (text[number - 1].kind == .comma || text.isKeyword(number - 1, .and))
      && (text[number - 3].kind == .number || text.isListed(number - 3, .numberWord))
  }

  /// `mạng 5G`, `vòng 4 V-League`, `81M 1333`: a capital of a name; not `220V`, `1.4 L`.
  static func isLetter(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text[start].end - text[start].start == 1, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text.byte(start)) else { return false }
    if text.byte(start) == UInt8(ascii: "G") || text.byte(start) == UInt8(ascii: "M") { return true }
    let next = text[start + 1]
    return next.gap <= .space && (next.kind == .number || next.kind == .dash)
      || next.gap == .none && next.kind == .period && text[start + 2].gap == .none
  }
}
