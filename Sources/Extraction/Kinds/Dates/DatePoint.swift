/// One point of the calendar in words and figures, read by a cursor.
struct DatePoint {
  var date: FoundDate
  var rule: Rule
  /// A word of time stands before the figures: a date without doubt.
  var isTriggered: Bool
  /// Only a day's number: it must borrow its month from a later day.
  var isBareDay = false

  init(_ moment: Moment, _ rule: Rule, triggered: Bool) {
    date = FoundDate(start: moment)
    self.rule = rule
    isTriggered = triggered
  }
}

/// What may stand before a day's figures.
private struct DayPrelude {
  var time = Moment()
  /// `từ 7h đến 17h`: the second clock time, `hour` -1 when there is one alone.
  var endTime = Moment()
  var weekday: UInt8 = 0
  var isTriggered = false
  var hasDayWord = false
}

extension TokenCursor {
  /// Reads a point or an interval written as one, with the words before it; stays put when there is none.
  mutating func takeDatePoint() -> DatePoint? {
    let start = index
    if let point = takeDayPoint() ?? takeMonthPoint() ?? takeQuarterPoint() ?? takeYearPoint() { return point }
    index = start
    return nil
  }

  /// [clock] [part of day] [weekday] [ngày | hôm] D/M[/Y] | D tháng M [năm Y]
  mutating func takeDayPoint() -> DatePoint? {
    let start = index
    var prelude = DayPrelude()
    while takePart(of: &prelude, from: start), isJoined || token.kind == .comma {}
    guard index == start || isJoined,
      let point = takeDayCore(triggered: prelude.isTriggered, hasDayWord: prelude.hasDayWord, weekday: prelude.weekday)
    else {
      index = start
      return nil
    }
    // hôm nay (30-12)
    if token.kind == .closeParenthesis, (start..<index).contains(where: { text[$0].kind == .openParenthesis }) { index += 1 }
    var result = point
    result.date.weekday = prelude.weekday
    result.date.isFuture = (start..<index).contains { text.isKeyword($0, .tomorrow) }
    result.date.start.hour = prelude.time.hour
    result.date.start.minute = prelude.time.minute
    result.date.start.second = prelude.time.second
    if prelude.weekday != 0 || prelude.time.hour >= 0 { result.isTriggered = true }
    if prelude.time.hour < 0 { takeTrailingClock(&result) }
    if prelude.endTime.hour >= 0, !result.isBareDay, result.date.end == nil {
      var end = result.date.start
      end.hour = prelude.endTime.hour
      end.minute = prelude.endTime.minute
      result.date.end = end
      result.rule = .dateInterval
    }
    return result
  }

  /// One word of time before the figures: a clock time, a part of the day, a weekday, `ngày` or `hôm`.
  private mutating func takePart(of prelude: inout DayPrelude, from start: Int) -> Bool {
    let before = index
    if index > start, token.kind == .comma || token.kind == .openParenthesis, isJoined, startsDayWord(index + 1) { index += 1 }
    if prelude.time.hour < 0, takeClockPair(&prelude.time, &prelude.endTime) {
      return true
    } else if prelude.time.hour < 0, takeClock(&prelude.time) {
      takeSecondClock(behind: &prelude.time, &prelude.endTime)
      if isHeaderMark { index += 1 }
      if isAt(.at) || isAt(.into) { index += 1 }
    } else if DayPart.begins(text, index) {
      if prelude.time.hour >= 0 { DayPart.shift(&prelude.time, &prelude.endTime, text, index) }
      guard takeDayPart() else { return false }
      prelude.isTriggered = true
      _ = takeToday()
    } else if prelude.weekday == 0, !text.isKeyword(index - 1, .times), let item = take(.weekday) {
      prelude.weekday = item.field1.count == 1 ? item.field1.start[0] - 0x30 : 0
    } else if prelude.weekday == 0, let weekday = takeWeekdayNumber() {
      prelude.weekday = weekday
    } else if !prelude.hasDayWord, isAt(.dayOf) || isAt(.day) {
      index += 1
      // ngày hôm qua 26/9
      if isAt(.dayOf), text.isKeyword(index - 1, .day), isJoined { index += 1 }
      // hôm nay, 30-12
      if isAt(.tomorrow) || text.isKeyword(index - 1, .dayOf), !takeToday(), isAt(.now) { index += 1 }
      prelude.isTriggered = true
      prelude.hasDayWord = true
      if text[index].kind == .colon, text[index].gap == .none { index += 1 }
    } else {
      return false
    }
    return index > before
  }

  /// `08:12 | 22/10/2025`: the bar between the time and the day of a page's header.
  private var isHeaderMark: Bool {
    guard token.kind == .other, text.byte(index) == UInt8(ascii: "|"), case .day(let day)? = NumericDate(text, index + 1) else {
      return false
    }
    return day.hasYear
  }

  /// `sáng thứ 2 (21/1)`, `vào thứ 7 ngày 11-11`: 1 for Monday; not `kỳ họp thứ 6 (20/11)`, which is numbered.
  private mutating func takeWeekdayNumber() -> UInt8? {
    guard isAt(.weekdayHead), text.isJoined(index + 1), text[index + 1].kind == .number, text[index + 1].lexeme == 1,
      (2...7).contains(text.part(index + 1, 0).value), text.part(index + 1, 0).digits == 1, text[index + 2].gap == .space,
      text.beginsSentence(index) || DayPart.begins(text, index - 1) || BareDate.isTimeWord(text, index - 1)
        || text[index - 1].kind == .number
    else { return nil }
    let next = text[index + 2].kind == .openParenthesis ? index + 3 : index + 2
    guard text.isKeyword(next, .day) || NumericDate(text, next) != nil else { return nil }
    index += 2
    return UInt8(text.part(index - 1, 0).value) - 1
  }

  /// `nay`, `mai`, `qua` before a day's figures or their bracket, the first two also before a comma: `sáng | nay 4/9`, `chiều | mai, 9/6`,
  /// `tối | qua (5/9)`.
  private mutating func takeToday() -> Bool {
    guard isJoined, isAt(.now) || isAt(.past) || isAt(.tomorrow) else { return false }
    let isBracketed = text[index + 1].kind == .openParenthesis && text[index + 1].gap == .space && startsDayWord(index + 2)
    let isBare = isAt(.past) ? isDay(index + 1) : isBehindComma(index + 1) || text.isJoined(index + 1) && startsDayWord(index + 1)
    guard isBracketed || isBare else { return false }
    index += 1
    return true
  }

  private func isBehindComma(_ comma: Int) -> Bool { text[comma].kind == .comma && isDay(comma + 1) }

  /// The figures of a day that counts nothing.
  private func isDay(_ index: Int) -> Bool {
    guard text.isJoined(index), case .day(let day)? = NumericDate(text, index) else { return false }
    return day.isPossible && (!BareDate(text, index, end: index + 1).isFollowedByUnit || text.match(.predicate, at: index + 1) != nil)
  }

  func startsDayWord(_ at: Int) -> Bool {
    text.isKeyword(at, .day) || text.isKeyword(at, .dayOf) || DayPart.begins(text, at) || text.match(.weekday, at: at) != nil
      || NumericDate(text, at) != nil || clockFollows(at)
  }

  func clockFollows(_ at: Int) -> Bool {
    var probe = TokenCursor(text, at: at)
    var moment = Moment()
    return probe.takeClock(&moment)
  }

  mutating func takeDayCore(triggered: Bool, hasDayWord: Bool, weekday: UInt8) -> DatePoint? {
    if let point = takeDayOfTet(triggered: triggered) { return point }
    if text.isBeginning(index), let point = takeBeginning() { return point }
    if let numeric = NumericDate(text, index) {
      switch numeric {
      case .day(let moment):
        index += 1
        return numericDay(moment, triggered: triggered)
      case .interval(let first, let last) where last.isDay:
        index += 1
        var point = DatePoint(first, .dateInterval, triggered: triggered)
        point.date.end = last
        if !last.hasYear, take(.year), let year = takeYearNumber() { point.date.end?.year = year }
        return point
      default: return nil
      }
    }
    return takeDayInWords(triggered: triggered || weekday != 0)
  }

  /// `mùng 2/9`, `mồng 8-3`: one of the first ten days of a month of the calendar; not `mùng 2-9 Tết`, the days of the moon.
  private mutating func takeBeginning() -> DatePoint? {
    guard text.isJoined(index + 1), case .day(let moment)? = NumericDate(text, index + 1), moment.day <= 10, moment.isPossible,
      !text.isKeyword(index + 2, .lunarNewYear), !text.isKeyword(index + 2, .month)
    else { return nil }
    index += 2
    return numericDay(moment, triggered: true)
  }

  /// The day in figures that stands before the cursor, with a year in words behind it.
  private mutating func numericDay(_ moment: Moment, triggered: Bool) -> DatePoint {
    var point = DatePoint(moment, moment.hasYear ? .dateFull : .dateDayMonth, triggered: triggered)
    if !moment.hasYear { takeYear(&point) }
    if !point.date.start.hasYear, triggered { takeSpacedYear(&point) }
    return point
  }

  /// `14`, `mùng 3`: one or two figures that may be a day of the month.
  mutating func takeBareDay() -> NumberPart? {
    let number = text.isBeginning(index) ? index + 1 : index
    guard let day = text.plainNumber(at: number), day.digits <= 2, day.value >= 1, day.value <= 39 else { return nil }
    index = number + 1
    return day
  }

  /// D tháng M [năm Y]; a bare D after `ngày`.
  mutating func takeDayInWords(triggered: Bool) -> DatePoint? {
    let start = index
    guard let day = takeBareDay() else { return nil }
    let end = index
    if triggered, let point = takeSpacedDay(day) { return point }
    if isAt(.month), isJoined, !text.isKeyword(index + 1, .first), !text.isKeyword(start - 1, .termTail),
      triggered || isMoon(index + 1)
        || text[index + 1].kind == .number && !text.isKeyword(index + 2, .day) && !NumberLabel.precedes(text, start)
    {
      index += 1
      if let month = takeMonthNumber() {
        var point = DatePoint(
          Moment(year: Int(month.year), month: Int(month.month), day: Int(day.value)), .dateDayWords, triggered: true)
        point.date.isLunar = isMoon(index - 1)
        if !month.hasYear { takeYear(&point) }
        return point
      }
    }
    guard triggered else {
      index = start
      return nil
    }
    index = end
    var point = DatePoint(Moment(day: Int(day.value)), .dateList, triggered: true)
    point.isBareDay = true
    return point
  }

  /// `tháng Giêng`, `tháng Chạp`
  func isMoon(_ at: Int) -> Bool { text.isKeyword(at, .firstMoon) || text.isKeyword(at, .twelfthMoon) }

  /// The month after `tháng`: `9`, `9/2024`, `tư`.
  mutating func takeMonthNumber() -> Moment? {
    guard isJoined else { return nil }
    if case .month(let moment)? = NumericDate(text, index) {
      index += 1
      return moment
    }
    if let month = plainNumber(), month.digits <= 2, month.value >= 1, month.value <= 12 {
      index += 1
      // "tháng 1 / 2015", "tháng 5 -2016"
      if token.kind == .slash || token.kind == .dash, token.gap <= .space, let year = yearNumber(index + 1), isJoined {
        index += 2
        return Moment(year: Int(year), month: Int(month.value))
      }
      return Moment(month: Int(month.value))
    }
    // "ngày tháng năm sinh" names no May.
    if isAt(.year), text.isKeyword(index + 1, .born) || text.isKeyword(index - 2, .day) { return nil }
    if let item = take(.monthWord) { return Moment(month: Int(ListNumber.parse(item.field1))) }
    return nil
  }

  /// `năm 2024`, `, 2024` behind a day or month in words.
  mutating func takeYear(_ point: inout DatePoint) {
    let start = index
    if take(.year), text.isJoined(start), let year = takeYearNumber() {
      point.date.start.year = year
      if point.rule == .dateDayMonth { point.rule = .dateFull }
    } else {
      index = start
    }
  }

  /// `năm nay`, `năm ngoái`, `năm tới`, `năm sau`, `cùng năm` behind a date without a year; `hằng năm` stays outside.
  mutating func takeYearWord() -> YearWord {
    guard isJoined, text.isJoined(index + 1), !text.isKeyword(index + 2, .thereof) else { return .none }
    if take(.year, .thereof) { return .same }
    if take(.same, .year) { return .same }
    if isAt(.each) || isAt(.everyYear) || isAt(.everyYear2), text.isKeyword(index + 1, .year) { return .every }
    guard isAt(.year) else { return .none }
    let word: YearWord
    switch Keyword(lexeme: text[index + 1].lexeme) {
    case .now: word = .this
    case .lastYear, .before: word = .last
    case .until, .after: word = .next
    default: return .none
    }
    index += 2
    return word
  }

  /// The year at token `at`: four digits alone.
  func yearNumber(_ at: Int) -> Int16? { text.year(at: at) }

  mutating func takeYearNumber() -> Int16? {
    guard isJoined, let year = yearNumber(index) else { return nil }
    index += 1
    return year
  }
}
