/// A number as it stands in the text, in figures or words, with the power behind it: `1,2 tỷ`, `hai mươi lăm`, `15-20 triệu`.
struct Numeral {
  var low: Quantity
  /// The upper end of a range.
  var high: Quantity?
  /// The whole of a ratio.
  var whole: Quantity?
  var isWords = false
  /// By which power of ten the words at its end multiply: 6 for `triệu`, 1 for `chục`, 0 where none stands there.
  var power = 0
  /// Ended by `nghìn` or more: `triệu` alone implies đồng.
  var hasPower: Bool { power >= 3 }

  init(_ low: Quantity) { self.low = low }
}

extension TokenCursor {
  /// Reads a number in figures or words; stays put when none stands here.
  mutating func takeNumeral() -> Numeral? {
    if token.kind == .number { return takeFigures() }
    return isAt(.halfBefore) ? takeHalfOfPower() : takeNumberWords()
  }

  /// `nửa triệu`, `nửa tỷ`
  private mutating func takeHalfOfPower() -> Numeral? {
    let start = index
    index += 1
    var numeral = Numeral(Quantity(5, exponent: -1))
    numeral.isWords = true
    takePowers(&numeral)
    if numeral.power >= 6 { return numeral }
    index = start
    return nil
  }

  private mutating func takeFigures() -> Numeral? {
    guard var numeral = Figures.read(text, index) else { return nil }
    index += 1
    takeTornRest(&numeral)
    skipSpelledOut()
    let figures = numeral.low
    takePowers(&numeral)
    if let high = numeral.high, numeral.low.doubleValue >= high.doubleValue {
      // 25-10: a day; a score; but 600.000-1,5 triệu
      guard numeral.hasPower, figures.doubleValue >= 1000, figures.doubleValue < high.doubleValue else { return nil }
      numeral.low = figures
    }
    if let high = numeral.high, let thousands = numeral.low.thousands(below: high) { numeral.low = thousands }
    return numeral
  }

  /// `02 (hai)`: the words in brackets repeat the figures.
  private mutating func skipSpelledOut() {
    guard token.kind == .openParenthesis, isJoined, text.isListed(index + 1, .numberWord) else { return }
    var end = index + 1
    while text.isListed(end, .numberWord) { end += 1 }
    if text[end].kind == .closeParenthesis { index = end + 1 }
  }

  /// `triệu`, `nghìn tỷ`, `tỷ 500 triệu`, `triệu rưỡi` behind figures.
  private mutating func takePowers(_ numeral: inout Numeral) {
    let start = index
    let power = takePowerWords()
    // 300 trăm is a slip.
    guard power > 0, power > 2 && !text.isKeyword(start, .hundred) || numeral.low.doubleValue < 100 else {
      index = start
      return
    }
    numeral.power = power
    // "896.000-2,01 triệu": the first number stands for itself.
    let isLowScaled = numeral.high.map { numeral.low.doubleValue <= $0.doubleValue } ?? true
    if isLowScaled, let scaled = numeral.low.multiplied(byPowerOfTen: power) { numeral.low = scaled }
    if let high = numeral.high, let scaled = high.multiplied(byPowerOfTen: power) { numeral.high = scaled }
    if let whole = numeral.whole, let scaled = whole.multiplied(byPowerOfTen: power) { numeral.whole = scaled }
    if !takeHalf(&numeral), numeral.high == nil { takeSmallerPowers(&numeral, below: power) }
  }

  /// `triệu | rưỡi`: a half of the power before it.
  private mutating func takeHalf(_ numeral: inout Numeral) -> Bool {
    guard numeral.power > 0, isAt(.half), isJoined, let half = Quantity(5).multiplied(byPowerOfTen: numeral.power - 1),
      let sum = (numeral.high ?? numeral.low).adding(half)
    else { return false }
    index += 1
    if numeral.high == nil { numeral.low = sum } else { numeral.high = sum }
    return true
  }

  /// `2 tỷ | 500 triệu`, `1 tỷ | 235 triệu 500 nghìn`
  private mutating func takeSmallerPowers(_ numeral: inout Numeral, below power: Int) {
    var power = power
    while isJoined, let rest = Figures.read(text, index), rest.high == nil, rest.whole == nil {
      var probe = TokenCursor(text, at: index + 1)
      let smaller = probe.takePowerWords()
      guard smaller > 0, smaller < power, let part = rest.low.multiplied(byPowerOfTen: smaller), let sum = numeral.low.adding(part) else {
        return
      }
      numeral.low = sum
      power = smaller
      index = probe.index
    }
  }

  /// `triệu`, `nghìn tỷ`, `trăm nghìn`: the power of ten of all power words here, 0 when none stands here.
  private mutating func takePowerWords() -> Int {
    var power = 0
    while isJoined, let step = powerOfTen(index) {
      power += step
      index += 1
    }
    return power
  }

  /// 1 for `chục`, 2 for `trăm`, 3 for `nghìn`, 6 for `triệu`, 9 for `tỷ`; nil for any other word.
  func powerOfTen(_ at: Int) -> Int? {
    // 500tr đồng
    if text.isKeyword(at, .millionShort) { return text.isKeyword(at + 1, .comrade) || text.isKeyword(at + 1, .dongSign) ? 6 : nil }
    guard text.isListed(at, .numberWord), text[at].shape == .lower, !text.isKeyword(at + 1, .ratioTail), !isNoun(at),
      let match = text.match(.numberWord, at: at)
    else { return nil }
    let item = text.item(.numberWord, match)
    guard item.field1.equals("power") || text.isKeyword(at, .dozenOf) else { return nil }
    return item.field2.count - 1
  }

  /// `tỷ phú`, `tỷ số`, `triệu chứng`: a power word that begins a noun; not `triệu chứng khoán`, millions of shares.
  private func isNoun(_ at: Int) -> Bool {
    guard let noun = text.match(.unit, at: at), noun.end > at + 1, (text.match(.unit, at: at + 1)?.end ?? 0) <= noun.end else {
      return false
    }
    return text.unitKind(noun) != .measure
  }

  /// hai mươi lăm · một trăm linh năm · mười hai nghìn · ba chục
  private mutating func takeNumberWords() -> Numeral? {
    guard NumberWords.begins(text, index) else { return nil }
    var reader = NumberWords()
    var end = index
    while end == index || text.isJoined(end), let match = text.match(.numberWord, at: end), match.end == end + 1,
      end == index || text[end].shape == .lower && !isNoun(end), reader.take(text.item(.numberWord, match))
    {
      end += 1
    }
    guard let value = reader.value, end > index else { return nil }
    index = end
    var numeral = Numeral(Quantity(value))
    numeral.isWords = true
    numeral.power = reader.power
    _ = takeHalf(&numeral)
    return numeral
  }
}

extension Quantity {
  /// 60,000 for the 60 of `60-70.000`: the thousands of the upper end serve both; nil where they do not.
  func thousands(below high: Quantity) -> Quantity? {
    guard exponent == 0, high.exponent == 0, mantissa > 0, mantissa < 1000, high.mantissa >= 1000, high.mantissa % 1000 == 0,
      mantissa * 1000 < high.mantissa, mantissa * 10_000 > high.mantissa
    else { return nil }
    return Quantity(mantissa * 1000)
  }
}

/// Numbers in figures.
enum Figures {
  private static let dot = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")

  /// Reads a number token: one number, a range `3-5`, a ratio `60/61`; nil for dates, clock times and lists.
  static func read(_ text: TokenizedText, _ index: Int) -> Numeral? {
    guard text[index].kind == .number else { return nil }
    let count = Int(text[index].lexeme)
    var split = 0
    var separator: UInt8 = 0
    for number in 1..<max(count, 1) {
      let mark = text.part(index, number).separator
      if mark == dot || mark == comma { continue }
      guard split == 0, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") else { return nil }
      split = number
      separator = mark
    }
    guard let low = quantity(text, index, 0, split == 0 ? count : split) else { return nil }
    var numeral = Numeral(low)
    if split > 0 {
      guard let second = quantity(text, index, split, count) else { return nil }
      if separator == UInt8(ascii: "/") {
        // 26/7, 6/2: a day or a score rather than more than all.
        guard low.doubleValue <= second.doubleValue || second.doubleValue > 12 else { return nil }
        numeral.whole = second
      } else {
        numeral.high = second
      }
    }
    return numeral
  }

  /// Parts `from..<to` as one number: dots group thousands, the comma is decimal.
  private static func quantity(_ text: TokenizedText, _ index: Int, _ from: Int, _ to: Int) -> Quantity? {
    let first = text.part(index, from)
    guard first.value <= UInt64(Int64.max) else { return nil }
    var mantissa = Int64(first.value)
    var exponent: Int8 = 0
    guard to - from > 1 else { return Quantity(mantissa) }
    let groups = isGrouped(text, index, from, to)
    for number in (from + 1)..<to {
      let part = text.part(index, number)
      guard part.digits <= 15 else { return nil }
      for _ in 0..<part.digits {
        let (shifted, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        mantissa = shifted
      }
      mantissa += Int64(part.value)
      let isGroup = number - from <= groups
      if !isGroup { exponent -= Int8(part.digits) }
    }
    if exponent < 0 {
      guard to - from - 1 == groups + 1 else { return nil }
      while exponent < 0, mantissa % 10 == 0 {
        mantissa /= 10
        exponent += 1
      }
    }
    return Quantity(mantissa, exponent: exponent)
  }

  /// How many parts behind the first are groups of thousands.
  private static func isGrouped(_ text: TokenizedText, _ index: Int, _ from: Int, _ to: Int) -> Int {
    let first = text.part(index, from)
    let mark = text.part(index, from + 1).separator
    var groups = 0
    for number in (from + 1)..<to {
      let part = text.part(index, number)
      guard part.separator == mark, part.digits == 3 else { break }
      groups += 1
    }
    guard first.digits <= 3, first.value > 0 else { return 0 }
    // A lone comma with three digits is a decimal, unless they end in two zeros: 2,125 tấn but 100,000 đồng, 7,500 km.
    if mark == comma, groups == 1, to - from == 2, text.part(index, from + 1).value % 100 != 0 { return 0 }
    return groups
  }

  /// 1,685 of a number token `1,685`, read as thousands; nil for any other.
  static func thousands(_ text: TokenizedText, _ index: Int) -> Quantity? {
    guard text[index].kind == .number, text[index].lexeme == 2, text.part(index, 1).separator == comma, text.part(index, 1).digits == 3,
      (1..<1000).contains(text.part(index, 0).value)
    else { return nil }
    return Quantity(Int64(text.part(index, 0).value) * 1000 + Int64(text.part(index, 1).value))
  }
}
