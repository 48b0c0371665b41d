/// Parts of a year and whole decades: 6 tháng đầu năm 2017 · những năm 1990 · thế kỷ XX
extension DateExpression {
  /// 6 tháng đầu năm 2017 · 9 tháng đầu năm · 3 quý đầu năm 2017 · những tháng đầu năm 2024
  mutating func readPartOfYear(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    if cursor.take(.halfBefore), cursor.isAt(.first) || cursor.isAt(.last) {
      let isFirst = cursor.isAt(.first)
      cursor.index += 1
      guard cursor.take(.year), let year = cursor.takeYearNumber() else { return nil }
      var moment = Moment(year: Int(year))
      moment.period = isFirst ? .half1 : .half2
      return emit(DatePoint(moment, .dateHalf, triggered: true), &found)
    }
    cursor.index = start
    var months = 0
    if let number = cursor.plainNumber(), number.value >= 2, number.value <= 11 {
      months = Int(number.value)
    } else if !text.isKeyword(start, .those), !text.isKeyword(start, .the) {
      guard let word = ListNumber.word(text, start), word >= 2, word <= 11 else { return nil }
      months = word
    }
    cursor.index = start + 1
    guard text.isJoined(start + 1) else { return nil }
    if cursor.isAt(.quarter), months == 2 || months == 3 { return readQuarters(months, &found) }
    guard cursor.take(.month) else { return nil }
    if months >= 2, let end = readFirstMonths(months, &found) { return end }
    guard cursor.isAt(.first) || cursor.isAt(.last) else { return nil }
    let isFirst = cursor.isAt(.first)
    cursor.index += 1
    guard cursor.take(.year) else { return nil }
    let year = cursor.takeYearNumber() ?? 0
    if months == 0 { return year == 0 ? nil : emit(DatePoint(Moment(year: Int(year)), .dateYear, triggered: true), &found) }
    var moment = Moment(year: Int(year))
    guard months != 6 else {
      moment.period = isFirst ? .half1 : .half2
      return emit(DatePoint(moment, .dateHalf, triggered: true), &found)
    }
    moment.month = UInt8(isFirst ? 1 : 13 - months)
    var point = DatePoint(moment, .dateHalf, triggered: true)
    point.date.end = Moment(year: Int(year), month: isFirst ? months : 12)
    return emit(point, &found)
  }

  /// 3 quý đầu năm 2017 · hai quý cuối năm 2017
  private mutating func readQuarters(_ count: Int, _ found: inout Buffer<Found>) -> Int? {
    guard cursor.take(.quarter, .first) || cursor.take(.quarter, .last), cursor.take(.year), let year = cursor.takeYearNumber() else {
      return nil
    }
    let isFirst = text.isKeyword(start + 2, .first)
    var point = DatePoint(Moment(year: Int(year)), .dateQuarter, triggered: true)
    var end = point.date.start
    point.date.start.period = Moment.Period(rawValue: UInt8(isFirst ? 1 : 5 - count)) ?? .none
    end.period = Moment.Period(rawValue: UInt8(isFirst ? count : 4)) ?? .none
    point.date.end = end
    return emit(point, &found)
  }

  /// 9 tháng năm 2024: the first months of that year; not `ngày 9 tháng năm 2024`, `hơn 9 tháng`.
  private mutating func readFirstMonths(_ months: Int, _ found: inout Buffer<Found>) -> Int? {
    let before = cursor.index
    guard !text.isKeyword(start - 1, .day), !text.isKeyword(start - 1, .each), ApproximatorPhrase.before(text, start) == nil,
      cursor.isJoined, cursor.take(.year), let year = cursor.takeYearNumber()
    else {
      cursor.index = before
      return nil
    }
    var moment = Moment(year: Int(year))
    if months == 6 {
      moment.period = .half1
      return emit(DatePoint(moment, .dateHalf, triggered: true), &found)
    }
    moment.month = 1
    var point = DatePoint(moment, .dateHalf, triggered: true)
    point.date.end = Moment(year: Int(year), month: months)
    return emit(point, &found)
  }

  /// những năm 1990 · thập niên 90 · thế kỷ XX
  mutating func readDecade(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    var moment = Moment()
    if cursor.take(.century, .decadeTail2) {
      let century: Int
      if let roman = RomanNumeral.value(text, cursor.index) {
        century = roman
      } else if let number = cursor.plainNumber(), number.value >= 1, number.value <= 21 {
        century = Int(number.value)
      } else {
        return nil
      }
      moment.year = Int16((century - 1) * 100)
      moment.period = .century
    } else if cursor.take(.decade, .decadeTail) || cursor.take(.decade, .decadeTail2) || isYearsOf() {
      // những năm 20 tuổi
      guard let number = cursor.plainNumber(), number.value % 10 == 0, number.digits == 2 || Moment.isYear(number),
        !text.isKeyword(cursor.index + 1, .age)
      else { return nil }
      moment.year = Int16(number.digits == 2 ? 1900 + Int(number.value) : Int(number.value))
      moment.period = .decade
    } else {
      return nil
    }
    cursor.index += 1
    if moment.period == .decade, let century = takeCentury() { moment.year = century + moment.year % 100 }
    let end = emit(DatePoint(moment, .dateDecade, triggered: true), &found)
    if moment.period == .decade { readNextDecades(&found) }
    return end.map { max($0, cursor.index) }
  }

  /// `những năm 1950 | và 1960`, `những năm 1960, | 1970`: each is a decade of its own.
  private mutating func readNextDecades(_ found: inout Buffer<Found>) {
    while cursor.token.kind == .comma || cursor.isAt(.and), text.isJoined(cursor.index + 1) {
      let next = TokenCursor(text, at: cursor.index + 1)
      guard let year = next.plainNumber(), year.value % 10 == 0, Moment.isYear(year), !isFollowedByUnit(next.index + 1) else { return }
      var moment = Moment(year: Int(year.value))
      moment.period = .decade
      append(DatePoint(moment, .dateDecade, triggered: true), next.index, next.index + 1, &found)
      cursor.index = next.index + 1
    }
  }

  /// `của thế kỷ trước`, `thế kỷ XIX` behind a decade: the century's first year.
  private mutating func takeCentury() -> Int16? {
    var probe = cursor
    _ = probe.take(.of)
    guard probe.isJoined, probe.take(.century, .decadeTail2), probe.isJoined else { return nil }
    var first: Int16?
    if probe.isAt(.before) {
      first = 1900
    } else if let roman = RomanNumeral.value(text, probe.index), (1...21).contains(roman) {
      first = Int16(roman - 1) * 100
    } else if let number = probe.plainNumber(), (1...21).contains(number.value) {
      first = Int16(number.value - 1) * 100
    }
    if first != nil { cursor.index = probe.index + 1 }
    return first
  }

  /// Takes `những năm`.
  mutating func isYearsOf() -> Bool { cursor.take(.those, .year) }
}
