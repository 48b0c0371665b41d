/// The rest of a document's symbol that blanks have torn.
///
///     13/HD -MTTQ · 12 /QĐ-UBND · số 388 - BTC - VP · 15- NQ/TW · 1850/TTg - KTN · 33/KL-TTTP-P 6 ngày · 72/C 46 - P 13 ngày
extension TokenCursor {
  /// Consumes the groups behind the number or the symbol that ends at the cursor, and says whether there were any.
  @discardableResult
  mutating func takeSymbolRest() -> Bool {
    var taken = takeSlashless()
    while isJoined {
      if takeGroup() {
        taken = true
      } else if !takeUnitNumber(), !takeDepartment() {
        break
      }
    }
    return taken
  }

  /// `12 | QĐ/TW`, `số 991 | KT/CTN`: the slash behind the number is missing.
  private mutating func takeSlashless() -> Bool {
    guard text[index - 1].kind == .number, text[index - 1].lexeme == 1, token.kind == .word, token.gap == .space, token.shape == .upper,
      text[index + 1].kind == .slash || text[index + 1].kind == .dash, text[index + 1].gap == .none, text[index + 2].gap == .none,
      isGroup(index + 2),
      text.match(.decreeType, at: index)?.end == index + 1 || text.isKeyword(index - 2, .number) && !text.isVietnamese(index)
    else { return false }
    index += 1
    return true
  }

  private mutating func takeGroup() -> Bool {
    guard token.kind == .dash || token.kind == .slash else { return false }
    let next = text[index + 1]
    // số 168 | /2024/NĐ-CP
    if token.kind == .slash, next.kind == .symbol, next.gap == .none, text[index - 1].kind == .number, text[index - 1].lexeme == 1,
      text.part(index + 1, 0).digits == 4
    {
      index += 2
      return true
    }
    let isTight = token.gap == .none || next.gap == .none || text[index + 2].kind == .slash && text[index + 2].gap == .none
    let isSymbol = isTight && isGroup(index + 1) || isBehindOneGroup || isLastOfTwoGroups
    guard isSymbol, next.gap <= .space, next.kind == .word || next.kind == .code else { return false }
    index += 2
    return true
  }

  /// Capitals; `Ctr` and `TTr` between a slash and a dash.
  private func isGroup(_ index: Int) -> Bool {
    if text[index].kind == .word, text[index].shape == .capital {
      let isUnit = text[index].end - text[index].start == 1 && text[index + 1].kind == .number
      return text[index - 1].kind == .slash && text[index].gap == .none && (isUnit || text[index + 1].kind == .dash)
    }
    return SymbolShape.isSymbolWord(text, index)
  }

  /// `1850/TTg | - KTN`, `12/QĐ | - UBND`, `46 | - P 13`: a type or an office alone, whose other half stands behind a dash with blanks.
  private var isBehindOneGroup: Bool {
    let next = text[index + 1]
    let isLetter = next.kind == .word && next.shape == .capital && next.end - next.start <= 2 && !text.isVietnamese(index + 1)
    guard token.kind == .dash, next.shape == .upper || isLetter, text.match(.body, at: index + 1).map({ $0.end > index + 2 }) != true else {
      return false
    }
    let before = text[index - 1]
    if before.kind == .number { return text[index - 2].kind == .symbol || text[index - 3].kind == .slash || isBeforeTwoGroups }
    if isLetter, before.kind == .word, text[index - 2].kind == .dash { return true }
    guard before.kind == .symbol || before.kind == .word && text[index - 2].kind == .slash else { return false }
    var at = Int(before.end) - 1
    while at > Int(before.start), text.bytes[at] != UInt8(ascii: "/"), text.bytes[at] != UInt8(ascii: "-") { at -= 1 }
    return before.kind == .word || text.bytes[at] == UInt8(ascii: "/")
  }

  /// `văn bản số 388 | - BTC - VP`: two groups of capitals behind a number that `số` announces.
  private var isBeforeTwoGroups: Bool {
    text.isKeyword(index - 2, .number)
      && [index, index + 2].allSatisfy {
        text[$0].kind == .dash && text[$0].gap == .space && text[$0 + 1].gap == .space && text[$0 + 1].shape == .upper
          && !text.isVietnamese($0 + 1)
      }
  }

  /// `số 388 - BTC | - VP`
  private var isLastOfTwoGroups: Bool { index > 4 && TokenCursor(text, at: index - 2).isBeforeTwoGroups }

  /// `33/KL-TTTP-P | 6 | ngày`, `72/C | 46 | - P 13`: the number of a unit, torn from its letter.
  private mutating func takeUnitNumber() -> Bool {
    guard let number = plainNumber(), number.digits <= 2, token.gap == .space, endsInUnitLetters(text[index - 1]),
      text[index - 2].kind == .dash && text[index - 1].gap == .space || text.isKeyword(index + 1, .day) || text.isKeyword(index + 1, .of)
        || text[index + 1].kind == .dash
    else { return false }
    index += 1
    return true
  }

  /// `8918/VPCP-V | .I`: the department, by its Roman number.
  private mutating func takeDepartment() -> Bool {
    guard token.kind == .period, token.gap == .none, text[index + 1].gap == .none,
      text.bytes[Int(text[index - 1].end) - 1] == UInt8(ascii: "V"),
      RomanNumeral.value(text, index + 1) != nil
    else { return false }
    index += 2
    return true
  }

  /// `…-P`, `…/PC`: one or two letters.
  private func endsInUnitLetters(_ token: Token) -> Bool {
    if token.kind == .word, token.shape != .lower, token.end - token.start <= 2 { return true }
    guard token.kind == .symbol || token.shape == .upper else { return false }
    var at = Int(token.end)
    while at > Int(token.start), text.bytes[at - 1] >= UInt8(ascii: "A"), text.bytes[at - 1] <= UInt8(ascii: "Z") { at -= 1 }
    return Int(token.end) - at >= 1 && Int(token.end) - at <= 2
  }
}
