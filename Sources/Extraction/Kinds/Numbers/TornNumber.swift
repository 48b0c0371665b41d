/// A number that a blank has torn: `phạt 3. 500.000 đồng`, `45.000. 000 đồng`, `45 /47 phiếu`.
///
/// Its end alone would be a number too, and a wrong one.
extension TokenCursor {
  /// Adds what stands behind the blank to the number before the cursor.
  mutating func takeTornRest(_ numeral: inout Numeral) {
    guard numeral.high == nil, numeral.whole == nil else { return }
    if token.kind == .period { takeTornThousands(&numeral) } else if token.kind == .slash { takeTornWhole(&numeral) }
  }

  /// `1. | 250 hộ`: groups of three figures behind one to three, which number no item and end no sentence.
  private mutating func takeTornThousands(_ numeral: inout Numeral) {
    let (number, rest) = (index - 1, index + 1)
    guard token.gap == .none, text[rest].kind == .number, text[rest].gap == .space, isGrouped(number), text.part(number, 0).digits <= 3,
      text.part(rest, 0).digits == 3, isGrouped(rest), isWithinClause(number), let tail = Figures.read(text, rest), tail.high == nil,
      tail.whole == nil, let scaled = numeral.low.multiplied(byPowerOfTen: 3 * Int(text[rest].lexeme)), let sum = scaled.adding(tail.low)
    else { return }
    numeral.low = sum
    index = rest + 1
  }

  /// `45 | /47 phiếu`, `45/ | 47 phiếu`
  private mutating func takeTornWhole(_ numeral: inout Numeral) {
    let rest = index + 1
    guard text[index - 1].lexeme == 1, text[rest].kind == .number, text[rest].lexeme == 1, token.gap <= .space, text[rest].gap <= .space,
      (token.gap == .none) != (text[rest].gap == .none), let whole = Figures.read(text, rest)?.low,
      numeral.low.doubleValue <= whole.doubleValue, text.match(.unit, at: rest + 1) != nil
    else { return }
    numeral.whole = whole
    index = rest + 1
  }

  /// `500.000`: groups of three figures and full stops behind the first.
  private func isGrouped(_ number: Int) -> Bool {
    (1..<max(1, Int(text[number].lexeme))).allSatisfy {
      text.part(number, $0).digits == 3 && text.part(number, $0).separator == UInt8(ascii: ".")
    }
  }

  /// Not `Điều 1. 250 hộ`, `⏎1. 250 hộ`, `ngày 5. 250 hộ`: a small word or a mark goes before.
  private func isWithinClause(_ number: Int) -> Bool {
    let before = text[number - 1]
    guard !text.beginsSentence(number), !NumberLabel.precedes(text, number) else { return false }
    switch before.kind {
    case .colon, .comma, .openParenthesis: return true
    case .word: return before.shape == .lower && !DateExpression.mayBegin(before)
    default: return false
    }
  }
}
