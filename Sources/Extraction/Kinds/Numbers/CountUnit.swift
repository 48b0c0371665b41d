/// What is counted: the noun behind the number.
struct CountUnit {
  enum Class { case percent, money, measure, noun }

  var span: ByteSpan
  var unitClass: Class
  /// The line in the unit list, -1 for a noun that no list has.
  var item: Int32
  var isPeople = false

  /// A share, a sum or a measure: nothing that a label could number.
  var isExact: Bool { unitClass != .noun }

  /// Takes the unit at the cursor; stays put when nothing there can be counted.
  static func take(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    let start = cursor.index
    guard cursor.isJoined else { return nil }
    if cursor.take(.percent) || cursor.take(.percentHead, .hundred) {
      return CountUnit(span: span(text, start, cursor.index), unitClass: .percent, item: -1)
    }
    guard cursor.token.kind.isWordLike else { return nil }
    if let listed = takeListed(&cursor, numeral: numeral) { return listed }
    guard cursor.token.kind == .word, !numeral.hasPower || !numeral.isWords else { return nil }
    return takeUnlisted(&cursor, numeral: numeral, numberStart: numberStart)
  }

  private static func takeListed(_ cursor: inout TokenCursor, numeral: Numeral) -> CountUnit? {
    let text = cursor.text
    let start = cursor.index
    if let match = text.match(.unit, at: start) {
      let item = text.item(.unit, match)
      let kind = item.field1
      // A name's word in capitals is no unit; abbreviations and heads like Chi bộ are.
      if text[start].shape == .capital, kind.equals("measure") || kind.equals("classifier") || kind.equals("thing") {
        guard text[start].end - text[start].start <= 2 || text.beginsSentence(start) else { return nil }
      }
      if kind.equals("money"), isComrade(text, start) { return nil }
      cursor.index = match.end
      var unit = CountUnit(span: .none, unitClass: unitClass(kind), item: Int32(match.item))
      unit.isPeople = kind.equals("people")
      if kind.equals("classifier") { takeClassified(&cursor) }
      if unit.isPeople { takeSecondPeople(&cursor) }
      unit.span = span(text, start, cursor.index)
      return unit
    }
    for wordClass in [LexiconClass.rank, .decreeType, .post, .honorific, .body] {
      guard let match = text.match(wordClass, at: start), !(wordClass == .honorific && text[start].shape != .lower) else { continue }
      cursor.index = match.end
      return CountUnit(span: span(text, start, match.end), unitClass: .noun, item: -1, isPeople: wordClass == .rank || wordClass == .post)
    }
    return nil
  }

  /// `cán bộ, chiến sĩ`: two nouns of people under one number.
  private static func takeSecondPeople(_ cursor: inout TokenCursor) {
    let text = cursor.text
    guard cursor.token.kind == .comma || cursor.token.kind == .dash || cursor.isAt(.and) else { return }
    guard text.isKeyword(cursor.index - 1, .boardTail), text.isKeyword(cursor.index - 2, .officer) else { return }
    let next = cursor.index + 1
    guard text.isJoined(next), let match = text.match(.unit, at: next) ?? text.match(.misspelling, at: next) else { return }
    guard text.isKeyword(next, .fighter) || text.match(.misspelling, at: next) != nil else { return }
    cursor.index = match.end
  }

  /// The noun behind a classifier: `chiếc điện thoại`, `bịch bánh quy`.
  private static func takeClassified(_ cursor: inout TokenCursor) {
    let text = cursor.text
    guard cursor.isJoined, cursor.token.kind == .word, cursor.token.shape == .lower else { return }
    if let match = text.match(.unit, at: cursor.index) {
      cursor.index = match.end
    } else if !text.isListed(cursor.index, .stopWord) {
      cursor.index += 1
    }
  }

  private static func unitClass(_ kind: ListText) -> Class {
    if kind.equals("percent") { return .percent }
    if kind.equals("money") { return .money }
    return kind.equals("measure") ? .measure : .noun
  }

  /// `đồng chí` is no money.
  private static func isComrade(_ text: TokenizedText, _ index: Int) -> Bool { text.isKeyword(index + 1, .comradeTail) }

  /// Any other noun: a word in small letters that no list of function words has.
  private static func takeUnlisted(_ cursor: inout TokenCursor, numeral: Numeral, numberStart: Int) -> CountUnit? {
    let text = cursor.text
    let index = cursor.index
    guard text[index].shape == .lower, !text.isListed(index, .stopWord), !text.isListed(index, .numberWord) else { return nil }
    guard !isLabelLike(text, numberStart) else { return nil }
    if numeral.isWords, !isSureWord(text, numberStart) { return nil }
    for word in [Keyword.year, .month, .day, .week, .hour, .minute, .age] where cursor.isAt(word) { return nil }
    cursor.index += 1
    return CountUnit(span: span(text, index, index + 1), unitClass: .noun, item: -1)
  }

  /// A number right behind a capitalised word is likelier a part of its name.
  private static func isLabelLike(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isJoined(index) && text[index - 1].isCapitalized && !text.beginsSentence(index - 1)
  }

  /// `ba`, `năm`, `tư`, `chín` have other meanings; the rest are always numbers.
  private static func isSureWord(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.isListed(index + 1, .numberWord) { return true }
    return ![Keyword.three, .year, .nine].contains { text.isKeyword(index, $0) }
  }

  private static func span(_ text: TokenizedText, _ from: Int, _ to: Int) -> ByteSpan {
    ByteSpan(start: text[from].start, end: text[to - 1].end)
  }
}
