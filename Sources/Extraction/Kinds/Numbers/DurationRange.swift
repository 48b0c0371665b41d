/// Ranges of time: 12 đến 18 tháng · từ 2 năm đến 7 năm tù · 6 tháng - 2 năm · từ 12 tháng tù đến 3 năm tù
extension DurationExpression {
  /// The length whose first unit has been read, and the longer one behind it.
  static func takeRange(_ cursor: inout TokenCursor, _ numeral: Numeral, _ unit: DurationUnit) -> FoundDuration {
    if let high = numeral.high {
      return FoundDuration(length: DurationLength(amount: numeral.low, unit: unit), upper: takeLength(&cursor, high, unit))
    }
    let length = takeLength(&cursor, numeral.low, unit)
    return FoundDuration(length: length, upper: takeUpper(&cursor, above: length, isWords: numeral.isWords))
  }

  /// The smaller parts behind a unit: `2 giờ | 15 phút 40 giây`.
  private static func takeLength(_ cursor: inout TokenCursor, _ amount: Quantity, _ unit: DurationUnit) -> DurationLength {
    var length = DurationLength(amount: amount, unit: unit, rest: takeRest(&cursor, below: unit))
    if let rest = length.rest, !cursor.text.isKeyword(cursor.index - 1, .half) { length.last = takeRest(&cursor, below: rest.unit) }
    return length
  }

  /// `đến 7 năm`, `- 2 năm 6 tháng`; stays put where what follows is no longer than `length`.
  private static func takeUpper(_ cursor: inout TokenCursor, above length: DurationLength, isWords: Bool) -> DurationLength? {
    var probe = cursor
    if probe.isJoined { _ = probe.take(.prison) && probe.take(.prisonTail) }
    let isDash = probe.token.kind == .dash && probe.token.gap <= .space
    guard isDash || probe.isJoined && (probe.isAt(.to) || probe.isAt(.until)) else { return nil }
    probe.index += 1
    guard probe.isJoined, let numeral = probe.takeNumeral(), numeral.isWords == isWords || !isDash, numeral.high == nil,
      numeral.whole == nil,
      probe.isJoined, let unit = takeUnit(&probe), !isTimeOfDay(probe, unit)
    else { return nil }
    if unit == .hour { _ = probe.take(.comrade, .uncleHo) }
    let upper = takeLength(&probe, numeral.low, unit)
    let isYear = unit == .year && probe.isJoined && probe.yearNumber(probe.index) != nil
    guard upper.seconds > length.seconds, !probe.isAt(.age), !isYear else { return nil }
    cursor = probe
    return upper
  }

  /// `7 giờ sáng`, `9 giờ ngày 2/3`
  private static func isTimeOfDay(_ cursor: TokenCursor, _ unit: DurationUnit) -> Bool {
    guard unit == .hour || unit == .minute else { return false }
    return DayPart.begins(cursor.text, cursor.index) || cursor.isAt(.day) || cursor.isAt(.same)
  }

  /// `một ngày nào đó`, `một ngày kia`, `một ngày cuối năm`: no day is counted.
  static func isSomeDay(_ cursor: TokenCursor, _ numeral: Numeral) -> Bool {
    guard numeral.low == Quantity(1) else { return false }
    if [Keyword.some, .other, .other2].contains(where: { cursor.isAt($0) }) { return true }
    return numeral.isWords && cursor.text.isKeyword(cursor.index - 1, .day)
      && [Keyword.last, .first, .middle, .will, .month].contains { cursor.isAt($0) }
  }
}
