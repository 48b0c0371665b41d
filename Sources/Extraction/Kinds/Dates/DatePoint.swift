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

extension TokenCursor {
  /// Reads a point or an interval written as one, with the words before it; stays put when there is none.
  mutating func takeDatePoint() -> DatePoint? {
    let start = index
    if let point = takeDayPoint() ?? takeMonthPoint() ?? takeQuarterPoint() ?? takeYearPoint() { return point }
    index = start
    return nil
  }

  /// [clock] [part of day] [weekday] [ngày | hôm] D/M[/Y] | D tháng M [năm Y]
  private mutating func takeDayPoint() -> DatePoint? {
    let start = index
    var time = Moment()
    var weekday: UInt8 = 0
    var triggered = false
    var hasDayWord = false
    while true {
      let before = index
      if index > start, token.kind == .comma || token.kind == .openParenthesis, isJoined, startsDayWord(index + 1) { index += 1 }
      if time.hour < 0, takeClock(&time) {
        if isAt(.at) || isAt(.into) { index += 1 }
      } else if DayPart.begins(text, index) {
        if time.hour >= 0 { time.hour = DayPart.hour(time.hour, text, index) }
        guard takeDayPart() else { break }
        triggered = true
      } else if weekday == 0, let item = take(.weekday) {
        weekday = item.field1.count == 1 ? item.field1.start[0] - 0x30 : 0
      } else if !hasDayWord, isAt(.dayOf) || isAt(.day) {
        if isAt(.dayOf), text.isKeyword(index + 1, .now) { index += 1 }
        index += 1
        triggered = true
        hasDayWord = true
        if text[index].kind == .colon, text[index].gap == .none { index += 1 }
      } else {
        break
      }
      if index == before { break }
      guard isJoined || token.kind == .comma else { break }
    }
    guard index == start || isJoined, let point = takeDayCore(triggered: triggered, hasDayWord: hasDayWord, weekday: weekday)
    else {
      index = start
      return nil
    }
    if time.hour >= 0, index == start { return nil }
    var result = point
    result.date.weekday = weekday
    if weekday != 0 { result.isTriggered = true }
    result.date.start.hour = time.hour
    result.date.start.minute = time.minute
    result.date.start.second = time.second
    if time.hour >= 0 { result.isTriggered = true }
    if time.hour < 0 { takeTrailingClock(&result) }
    return result
  }

  private func startsDayWord(_ at: Int) -> Bool {
    text.isKeyword(at, .day) || text.isKeyword(at, .dayOf) || DayPart.begins(text, at) || text.match(.weekday, at: at) != nil
      || NumericDate(text, at) != nil || clockFollows(at)
  }

  private func clockFollows(_ at: Int) -> Bool {
    var probe = TokenCursor(text, at: at)
    var moment = Moment()
    return probe.takeClock(&moment)
  }

  private mutating func takeDayCore(triggered: Bool, hasDayWord: Bool, weekday: UInt8) -> DatePoint? {
    if let numeric = NumericDate(text, index) {
      switch numeric {
      case .day(let moment):
        index += 1
        var point = DatePoint(moment, moment.hasYear ? .dateFull : .dateDayMonth, triggered: triggered)
        if !moment.hasYear { takeYear(&point) }
        return point
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

  /// D tháng M [năm Y]; a bare D after `ngày`.
  private mutating func takeDayInWords(triggered: Bool) -> DatePoint? {
    let start = index
    if isAt(.begin) || isAt(.begin2) {
      index += 1
    }
    guard let day = plainNumber(), day.digits <= 2, day.value >= 1, day.value <= 39 else {
      index = start
      return nil
    }
    index += 1
    if triggered, let point = takeSpacedDay(day) { return point }
    if isAt(.month), isJoined, !text.isKeyword(index + 1, .first), triggered || text[index + 1].kind == .number && !NumberLabel.precedes(text, start) {
      index += 1
      if let month = takeMonthNumber() {
        var point = DatePoint(
          Moment(year: Int(month.year), month: Int(month.month), day: Int(day.value)), .dateDayWords, triggered: true)
        if !month.hasYear { takeYear(&point) }
        return point
      }
    }
    guard triggered else {
      index = start
      return nil
    }
    index = start + 1
    var point = DatePoint(Moment(day: Int(day.value)), .dateList, triggered: true)
    point.isBareDay = true
    return point
  }

  /// `07 - 9 - 2024`, `7 / 9 / 2024`: figures set apart by blanks.
  private mutating func takeSpacedDay(_ day: NumberPart) -> DatePoint? {
    let mark = token.kind
    guard mark == .dash || mark == .slash, text[index + 1].kind == .number, text[index + 1].lexeme == 1, text[index + 2].kind == mark,
      let year = yearNumber(index + 3), text.isJoined(index + 3)
    else { return nil }
    let month = text.part(index + 1, 0)
    guard month.value >= 1, month.value <= 12 else { return nil }
    index += 4
    return DatePoint(Moment(year: Int(year), month: Int(month.value), day: Int(day.value)), .dateFull, triggered: true)
  }

  /// The month after `tháng`: `9`, `9/2024`, `tư`.
  private mutating func takeMonthNumber() -> Moment? {
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

  /// The year at token `at`: four digits alone.
  func yearNumber(_ at: Int) -> Int16? {
    guard text[at].kind == .number, text[at].lexeme == 1 else { return nil }
    let part = text.part(at, 0)
    guard Moment.isYear(part) else { return nil }
    return Int16(part.value)
  }

  mutating func takeYearNumber() -> Int16? {
    guard isJoined, let year = yearNumber(index) else { return nil }
    index += 1
    return year
  }

  /// `24/04/2019 15:51`, `26/04/2024, lúc 23:32`
  private mutating func takeTrailingClock(_ point: inout DatePoint) {
    guard point.date.end == nil, !point.isBareDay else { return }
    let start = index
    if token.kind == .comma || token.kind == .dash || token.kind == .other { index += 1 }
    let hasAt = take(.at) || take(.into)
    var time = point.date.start
    guard isJoined, hasAt || token.lexeme > 1 || text.isKeyword(index + 1, .hour), takeClock(&time) else {
      index = start
      return
    }
    point.date.start = time
    point.isTriggered = true
  }

  /// [đầu | giữa | cuối | hết] tháng M[/Y] [năm Y]
  private mutating func takeMonthPoint() -> DatePoint? {
    let start = index
    let hasEdge = isAt(.first) || isAt(.middle) || isAt(.last) || isAt(.end)
    if hasEdge { index += 1 }
    guard take(.month), text.isJoined(index - 1) || !hasEdge, !isCounted(start), !isNameOfEvent(start), let month = takeMonthNumber() else {
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

  /// `Cách mạng Tháng Tám`: a capital in mid-sentence before a month in words.
  private func isNameOfEvent(_ at: Int) -> Bool {
    text[at].shape == .capital && !text.beginsSentence(at) && text[index].kind == .word
  }

  /// `một tháng 2 lần`: the word of time is itself counted.
  private func isCounted(_ at: Int) -> Bool {
    let before = text[at - 1]
    return before.kind == .number && text.isJoined(at) || text.isKeyword(at - 1, .each) || text.isKeyword(at - 1, .one)
  }

  /// `lần`, `người` right behind a number: it counts them.
  private func isUnitAhead(_ at: Int) -> Bool {
    guard text.isJoined(at), let match = text.match(.unit, at: at), text[at].shape == .lower else { return false }
    let unit = text.item(.unit, match)
    return unit.field1.equals("event") || unit.field1.equals("money")
  }

  /// quý III/2024, quý 3 năm 2024
  private mutating func takeQuarterPoint() -> DatePoint? {
    let start = index
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

  private mutating func takeQuarterNumber() -> (quarter: Int, year: Int)? {
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
    guard let roman = RomanNumeral.value(text, index), roman <= 4 else { return nil }
    index += 1
    if token.kind == .slash || token.kind == .dash, let year = yearNumber(index + 1) {
      index += 2
      return (roman, Int(year))
    }
    return (roman, 0)
  }

  /// [đầu | giữa | cuối | hết] năm Y; Y alone is left to the caller's context.
  private mutating func takeYearPoint() -> DatePoint? {
    let start = index
    if isAt(.first) || isAt(.middle) || isAt(.last) || isAt(.end) { index += 1 }
    guard take(.year), isJoined, token.kind == .number, !text.isKeyword(start - 1, .each) else {
      index = start
      return nil
    }
    if case .years(let first, let last)? = NumericDate(text, index) {
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

/// Small numbers in the lists.
enum ListNumber {
  static func parse(_ text: ListText) -> Int {
    var value = 0
    for index in 0..<text.count {
      guard text.start[index] >= 0x30, text.start[index] <= 0x39 else { break }
      value = value * 10 + Int(text.start[index] - 0x30)
    }
    return value
  }
}

/// I to XXXIX in capitals.
enum RomanNumeral {
  static func value(_ text: TokenizedText, _ index: Int) -> Int? {
    let token = text[index]
    guard token.kind == .word, token.end - token.start <= 6, token.shape == .upper || token.shape == .capital else {
      return nil
    }
    var total = 0
    var previous = 0
    for offset in Int(token.start)..<Int(token.end) {
      let value: Int
      switch text.bytes[offset] {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      default: return nil
      }
      total += value > previous && previous > 0 ? value - 2 * previous : value
      previous = value
    }
    return total
  }
}
