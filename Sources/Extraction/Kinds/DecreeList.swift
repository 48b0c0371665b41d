/// Several numbers under one type.
///
///     Quyết định số 12/QĐ-TTg [ngày DATE], [số] 13/QĐ-TTg [ngày DATE] và 14/QĐ-TTg · Nghị quyết 59, 70, 71
extension DecreeReader {
  mutating func takeList(_ found: inout Buffer<Found>) {
    while true {
      let (before, count) = (cursor.index, found.count)
      let isDated = takeDate(&found)
      guard takeJoiner(), let number = takeListed(isDated: isDated) else {
        cursor.index = before
        found.truncate(to: count)
        return
      }
      append(number.tokens, &found, from: number.first, rule: .decreeList)
    }
  }

  /// The number behind the joiner and where its mention begins. Behind a date `số` or a symbol says that the list goes on.
  private mutating func takeListed(isDated: Bool) -> (tokens: Range<Int>, first: Int)? {
    let first = cursor.index
    let hasSo = cursor.take(Keyword.number)
    guard cursor.isJoined, hasSo || !isDated || cursor.token.kind == .symbol, let tokens = takeListedNumber(hasSo: hasSo) else {
      return nil
    }
    return (tokens, first)
  }

  /// `ngày 3/4/2024`, `(ngày 3/4/2024)`, a mention of its own.
  private mutating func takeDate(_ found: inout Buffer<Found>) -> Bool {
    let first = cursor.token.kind == .openParenthesis ? cursor.index + 1 : cursor.index
    guard text.isKeyword(first, .day), text.isJoined(first), goesOn(behind: first),
      let end = DateExpression.read(text, at: first, into: &found)
    else {
      return false
    }
    cursor.index = first > cursor.index && text[end].kind == .closeParenthesis ? end + 1 : end
    return true
  }

  /// `ngày 3/4/2024 | và số`, `ngày 3 tháng 4 năm 2024), | 13/QĐ-UBND`: no date need be read where nothing follows it.
  private func goesOn(behind day: Int) -> Bool {
    (day + 1..<max(min(day + 9, text.count), day + 1)).contains {
      (text[$0].kind == .comma || text[$0].kind == .semicolon || text.isKeyword($0, .and))
        && (text.isKeyword($0 + 1, .number) || text[$0 + 1].kind == .symbol)
    }
  }

  private mutating func takeJoiner() -> Bool {
    let isJoiner = cursor.token.kind == .comma || cursor.isAt(.and) || cursor.token.kind == .semicolon
    guard isJoiner, text[cursor.index + 1].gap <= .space else { return false }
    cursor.index += 1
    if cursor.isAt(.and) { cursor.index += 1 }
    return true
  }

  private mutating func takeListedNumber(hasSo: Bool) -> Range<Int>? {
    let first = cursor.index
    if cursor.token.kind == .symbol {
      cursor.index += 1
      cursor.takeSymbolRest()
      return first..<cursor.index
    }
    if isNumberOfYear {
      cursor.index += 1
      return first..<cursor.index
    }
    guard let number = cursor.plainNumber(), number.digits <= 4 else { return nil }
    cursor.index += 1
    if cursor.takeSymbolRest() { return first..<cursor.index }
    return hasSo || (isCapitalized || isPlural) && endsNumber(first + 1) ? first..<cursor.index : nil
  }

  /// `các Nghị định 100/2024 và | 192/2025`: the number and the year, as before the joiner.
  private var isNumberOfYear: Bool {
    guard isNeverVerb, cursor.token.kind == .number, cursor.token.lexeme == 2 else { return false }
    let year = text.part(cursor.index, 1)
    return year.separator == UInt8(ascii: "/") && Moment.isYear(year) && endsNumber(cursor.index + 1)
  }

  /// `các thông tư số 41 và 19`
  private var isPlural: Bool { text.isKeyword(start - 1, .the) || text.isKeyword(start - 1, .those) }

  private func endsNumber(_ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .period, .semicolon, .closeParenthesis: true
    default:
      // số 203, 204 và 205 đối với A, số 44, 45 ngày 3/4
      text.isKeyword(index, .of) || text.isKeyword(index, .and) || text.isListed(index, .stopWord) || text.isKeyword(index, .toward)
        || text.isKeyword(index, .day) && NumericDate(text, index + 1) != nil
    }
  }
}
