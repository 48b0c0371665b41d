/// Runs that begin with a digit: one token for `86/86`, `1.234,5`, `27/9/2024`, `15h30`, `223/KH-BCA-V05`.
extension Tokenizer {
  mutating func scanNumber(_ start: Int) -> Int {
    let firstPart = parts.count
    var end = scanDigits(start, separator: 0)
    while true {
      if let next = separatorBeforeDigit(end) {
        end = scanDigits(next.digit, separator: next.separator)
      } else if let next = clockSeparator(end, firstPart: firstPart) {
        end = scanDigits(next, separator: UInt8(ascii: "h"))
      } else {
        break
      }
    }
    if let symbolEnd = endOfSymbol(end) {
      emitNumber(.symbol, start, symbolEnd, firstPart)
      return symbolEnd
    }
    end = endOfHourMark(end, firstPart: firstPart)
    emitNumber(.number, start, end, firstPart)
    return end
  }

  private mutating func emitNumber(_ kind: TokenKind, _ start: Int, _ end: Int, _ firstPart: Int) {
    let count = UInt16(min(parts.count - firstPart, Int(UInt16.max)))
    append(TokenMeaning(kind, word: UInt32(firstPart), lexeme: count, calls: .values), start, end)
  }

  private mutating func scanDigits(_ start: Int, separator: UInt8) -> Int {
    var index = start
    var value: UInt64 = 0
    while isDigit(index) {
      let (high, low) = value.multipliedFullWidth(by: 10)
      value = high == 0 && value != .max ? low &+ UInt64(bytes[index] &- 0x30) : .max
      index += 1
    }
    parts.append(
      NumberPart(start: UInt32(start), digits: UInt8(min(index - start, 255)), separator: separator, value: value))
    return index
  }

  /// A separator at `index` with a digit right behind it. Every dash counts as `-`.
  @inline(__always)
  private func separatorBeforeDigit(_ index: Int) -> (separator: UInt8, digit: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      return isDigit(index + 1) ? (bytes[index], index + 1) : nil
    case 0xE2:
      let length = dashLength(index)
      return length > 0 && isDigit(index + length) ? (UInt8(ascii: "-"), index + length) : nil
    default: return nil
    }
  }

  /// The bytes of the dash at `index`, 0 when there is none.
  @inline(__always)
  func dashLength(_ index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "-") { return 1 }
    guard bytes[index] == 0xE2, bytes[index + 1] == 0x80 || bytes[index + 1] == 0x88 else { return 0 }
    if case .dash = SpecialScalar(decodeScalar(bytes, at: index).value) { return 3 }
    return 0
  }

  /// `15h30`, `7g30`, `13h:25`: where the minutes begin.
  @inline(__always)
  private func clockSeparator(_ index: Int, firstPart: Int) -> Int? {
    guard isHour(parts[parts.count - 1]) else { return nil }
    let mark = bytes[index]
    guard mark == UInt8(ascii: "h") || mark == UInt8(ascii: "H") || mark == UInt8(ascii: "g") else { return nil }
    var digit = index + 1
    if bytes[digit] == UInt8(ascii: ":") { digit += 1 }
    guard isDigit(digit) else { return nil }
    // Minutes have two digits; `100g5` or `5h2` are something else.
    guard isDigit(digit + 1), !isDigit(digit + 2) else { return nil }
    return digit
  }

  private func isHour(_ part: NumberPart) -> Bool { part.digits <= 2 && part.value <= 24 }

  /// Takes in the `h` of `15h` and the mark of `15h30'`, so that the token is the whole clock time.
  private mutating func endOfHourMark(_ end: Int, firstPart: Int) -> Int {
    let last = parts[parts.count - 1]
    if last.separator == UInt8(ascii: "h") { return end }
    guard bytes[end] == UInt8(ascii: "h") || bytes[end] == UInt8(ascii: "H"), isHour(last), !isLetter(end + 1) else {
      return end
    }
    // The hour without minutes: a part of no digits.
    parts.append(NumberPart(start: UInt32(end + 1), digits: 0, separator: UInt8(ascii: "h"), value: 0))
    return end + 1
  }

  /// The end of a document symbol that continues the digits before `index`: `/KH-BCA-V05`, `a/2008/NQ-CP`, `–UBND`.
  @inline(__always)
  private func endOfSymbol(_ index: Int) -> Int? {
    var end = index
    if isLetter(end), bytes[end] < 0x80, bytes[end + 1] == UInt8(ascii: "/") { end += 1 }
    var letters = 0
    while true {
      let separator = separatorLength(end)
      guard separator > 0 else { break }
      let piece = endOfSymbolPiece(end + separator, first: letters == 0)
      guard piece > end + separator else { break }
      if isLetter(end + separator) { letters += 1 }
      end = piece
      if endsBeforeWord(end) { break }
    }
    return letters > 0 ? end : nil
  }

  @inline(__always)
  private func separatorLength(_ index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "&") { return 1 }
    return dashLength(index)
  }

  /// Whether a lower-case word is glued to the symbol: `NĐ-CPngày`.
  private func endsBeforeWord(_ index: Int) -> Bool { isLetter(index) }

  /// The end of one piece of a symbol: capitals and digits, with the small letters of `TTg`, `CTr`, `TTr`, `QyĐ`, `Nđ`.
  private func endOfSymbolPiece(_ start: Int, first: Bool) -> Int {
    if isDigit(start) {
      var end = start
      while isDigit(end) || isLetter(end) && isCapital(end) { end = nextScalar(end) }
      return end
    }
    guard isCapital(start) else { return start }
    var end = start
    var capitals = 0
    while isDigit(end) || isLetter(end) && isCapital(end) {
      capitals += 1
      end = nextScalar(end)
    }
    let tail = endOfLetters(end)
    if tail == end { return first && capitals == 1 && separatorLength(end) == 0 ? start : end }
    let small = tail - end
    if capitals >= 1, isMixedPiece(start, tail) { return tail }
    if small <= 2, capitals >= 1, isKnownSmallTail(end, small, capitals) { return nextPieceLetters(tail) }
    return capitals >= 2 ? end : start
  }

  /// `HoREA`: a name of an association, more capitals than small letters, a capital at the end.
  private func isMixedPiece(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var capitals = 0
    var letters = 0
    var endsInCapital = false
    while index < end {
      endsInCapital = isCapital(index)
      if endsInCapital { capitals += 1 }
      letters += 1
      index = nextScalar(index)
    }
    return capitals * 2 > letters && endsInCapital && capitals >= 3
  }

  /// `g` of `TTg`, `r` of `CTr`, `i` of `QĐi`, `ra` of `TTra`, `đ` of `Nđ`, `y` of `QyĐ`.
  private func isKnownSmallTail(_ index: Int, _ length: Int, _ capitals: Int) -> Bool {
    if length == 2 {
      return bytes[index] == 0xC4 && bytes[index + 1] == 0x91
        || capitals == 2 && bytes[index] == UInt8(ascii: "r") && bytes[index + 1] == UInt8(ascii: "a")
    }
    return capitals >= 2 && [UInt8(ascii: "g"), UInt8(ascii: "r"), UInt8(ascii: "i")].contains(bytes[index])
      || capitals == 1 && (bytes[index] == UInt8(ascii: "r") || bytes[index] == UInt8(ascii: "y"))
  }

  private func nextPieceLetters(_ index: Int) -> Int {
    var end = index
    while isLetter(end) && isCapital(end) { end = nextScalar(end) }
    return end
  }

  private func nextScalar(_ index: Int) -> Int {
    var next = index + 1
    while bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
