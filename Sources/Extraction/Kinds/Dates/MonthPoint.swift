/// Months, quarters and years: đầu tháng 9/2024 · quý III/2024 · cuối năm 2017
extension TokenCursor {
  /// [đầu | giữa | cuối | hết | trung tuần] tháng M[/Y] [năm Y]
  mutating func takeMonthPoint() -> DatePoint? {
    let start = index
    if isTenDays(index) { index += 2 } else if isAt(.first) || isAt(.middle) || isAt(.last) || isAt(.end) { index += 1 }
    let hasEdge = index > start
    guard take(.month), text.isJoined(index - 1) || !hasEdge, !isCounted(start), !isNameOfEvent(start) else {
      index = start
      return nil
    }
    if let months = takeMonths() { return months }
    guard let month = takeMonthNumber() else {
      index = start
      return nil
    }
    var point = DatePoint(month, .dateMonth, triggered: true)
    if !month.hasYear {
      takeYear(&point)
      if !point.date.start.hasYear, isUnitAhead(index) {
        index = start
        return nil
      }
    }
    return point
  }

  /// `8-11/2018`, `5-6` behind `tháng`: from one month to another.
  private mutating func takeMonths() -> DatePoint? {
    // tháng 1/2004-5/2010
    if isJoined, case .interval(let first, let last)? = NumericDate(text, index), !first.isDay, !last.isDay, first.hasYear, last.hasYear {
      index += 1
      var point = DatePoint(first, .dateInterval, triggered: true)
      point.date.end = last
      return point
    }
    guard isJoined, token.kind == .number, token.lexeme == 2 || token.lexeme == 3, !isUnitAhead(index + 1) else { return nil }
    let (first, last) = (text.part(index, 0), text.part(index, 1))
    guard last.separator == UInt8(ascii: "-"), first.value >= 1, first.value < last.value, last.value <= 12 else { return nil }
    var year = 0
    if token.lexeme == 3 {
      guard text.part(index, 2).separator == UInt8(ascii: "/"), Moment.isYear(text.part(index, 2)) else { return nil }
      year = Int(text.part(index, 2).value)
    }
    index += 1
    var point = DatePoint(Moment(year: year, month: Int(first.value)), .dateInterval, triggered: true)
    if year == 0 { takeYear(&point) }
    point.date.end = Moment(year: Int(point.date.start.year), month: Int(last.value))
    return point
  }

  /// `thượng tuần`, `trung tuần`, `hạ tuần` before a month.
  func isTenDays(_ at: Int) -> Bool {
    text.isKeyword(at + 1, .week) && text.isKeyword(at + 2, .month) && text.isJoined(at + 1) && text.isJoined(at + 2)
      && (text.isKeyword(at, .middleTen) || text.isKeyword(at, .upperTen) || text.isKeyword(at, .lowerTen))
  }

  /// `Cách mạng Tháng Tám`: a capital in mid-sentence before a month in words.
  func isNameOfEvent(_ at: Int) -> Bool {
    text[at].shape == .capital && !text.beginsSentence(at) && text[index].kind == .word
  }

  /// `một tháng 2 lần`: the word of time is itself counted.
  func isCounted(_ at: Int) -> Bool {
    let before = text[at - 1]
    return before.kind == .number && text.isJoined(at) || text.isKeyword(at - 1, .each) || text.isKeyword(at - 1, .one)
  }

  /// `lần`, `người` right behind a number: it counts them; not `cuối tháng 11 tuyên bố`, `đầu tháng 9 phát động`, a verb.
  func isUnitAhead(_ at: Int) -> Bool {
    guard text.isJoined(at), let match = text.match(.unit, at: at), text[at].shape == .lower,
      text.match(.predicate, at: at).map({ $0.end >= match.end }) != true
    else { return false }
    let unit = text.unitKind(match)
    return unit == .event || unit == .money
  }

  /// [đầu | giữa | cuối] quý III/2024, quý 3 năm 2024, quý đầu năm 2018
  mutating func takeQuarterPoint() -> DatePoint? {
    let start = index
    if isAt(.first) || isAt(.middle) || isAt(.last), text.isJoined(index + 1) { index += 1 }
    guard take(.quarter), isJoined, let (quarter, year) = takeQuarterNumber() else {
      index = start
      return nil
    }
    var moment = Moment(year: year)
    moment.period = Moment.Period(rawValue: UInt8(quarter)) ?? .none
    var point = DatePoint(moment, .dateQuarter, triggered: true)
    if year == 0 { takeYear(&point) }
    return point
  }

  mutating func takeQuarterNumber() -> (quarter: Int, year: Int)? {
    // quý | đầu năm 2018
    if isAt(.first) || isAt(.last), text.isKeyword(index + 1, .year), yearNumber(index + 2) != nil {
      index += 1
      return (text.isKeyword(index - 1, .first) ? 1 : 4, 0)
    }
    if token.kind == .number, token.lexeme <= 2 {
      let quarter = text.part(index, 0)
      guard quarter.value >= 1, quarter.value <= 4, quarter.digits == 1 else { return nil }
      if token.lexeme == 2 {
        guard Moment.isYear(text.part(index, 1)) else { return nil }
        index += 1
        return (Int(quarter.value), Int(text.part(index - 1, 1).value))
      }
      index += 1
      return (Int(quarter.value), 0)
    }
    // quý một năm 2018
    if text.isKeyword(index + 1, .year), yearNumber(index + 2) != nil, let quarter = ListNumber.word(text, index) {
      guard quarter >= 1, quarter <= 4 else { return nil }
      index += 1
      return (quarter, 0)
    }
    guard let roman = RomanNumeral.value(text, index), roman <= 4 else { return nil }
    index += 1
    if token.kind == .slash || token.kind == .dash, let year = yearNumber(index + 1) {
      index += 2
      return (roman, Int(year))
    }
    return (roman, 0)
  }

  /// [đầu | giữa | cuối | hết] năm [mới] Y; Y alone is left to the caller's context.
  mutating func takeYearPoint() -> DatePoint? {
    let start = index
    if isAt(.first) || isAt(.middle) || isAt(.last) || isAt(.end) { index += 1 }
    guard take(.year), isJoined, take(.newly) ? isJoined : true, token.kind == .number, !text.isKeyword(start - 1, .each) else {
      index = start
      return nil
    }
    if case .years(let first, let last)? = NumericDate(text, index), first.year >= 1800 {
      index += 1
      var point = DatePoint(first, .dateInterval, triggered: true)
      point.date.end = last
      return point
    }
    guard let year = takeYearNumber() else {
      index = start
      return nil
    }
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: true)
  }
}
