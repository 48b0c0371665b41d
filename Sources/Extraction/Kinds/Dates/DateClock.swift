/// Clock times and parts of the day.
extension TokenCursor {
  /// `15h30`, `7 giờ 30 phút`, `11:41:48`, `19h`, `7 giờ rưỡi`: sets the time of `moment`.
  mutating func takeClock(_ moment: inout Moment) -> Bool {
    guard token.kind == .number else { return false }
    guard token.lexeme <= 3, let time = clock(0..<min(Int(token.lexeme), 2)) else { return false }
    if token.lexeme == 1 { return takeClockWords(hour: time.hour, &moment) }
    (moment.hour, moment.minute) = (time.hour, time.minute)
    if token.lexeme == 3 {
      let third = text.part(index, 2)
      guard third.value < 60, third.digits == 2 else { return false }
      moment.second = Int8(third.value)
    }
    index += 1
    if token.kind.isQuote, token.gap == .none { index += 1 }
    if isAt(.minute) { index += 1 }
    return true
  }

  /// `từ 7h đến 17h ngày 3/10`, `8h-11h30 sáng 5/9`, `7h sáng đến 5h chiều 6/4`: the later of two clock times of one day; stays put
  /// where the second is no later.
  mutating func takeSecondClock(behind first: inout Moment, _ second: inout Moment) {
    var probe = self
    var from = first
    let hasPart = probe.isJoined && DayPart.begins(text, probe.index)
    if hasPart {
      from.hour = DayPart.hour(from.hour, text, probe.index)
      _ = probe.takeDayPart()
    }
    let isDash = probe.token.kind == .dash && probe.token.gap <= .space
    guard isDash || probe.isJoined && (probe.isAt(.to) || probe.isAt(.until)) else { return }
    probe.index += 1
    var last = Moment()
    guard isDash || probe.isJoined, probe.takeClock(&last) else { return }
    if hasPart, DayPart.begins(text, probe.index) {
      last.hour = DayPart.hour(last.hour, text, probe.index)
      _ = probe.takeDayPart()
    }
    guard from.minuteOfDay < last.minuteOfDay || !hasPart && (probe.isAt(.afternoon) || probe.isAt(.evening)) else { return }
    (first, second) = (from, last)
    index = probe.index
  }

  /// `19h40-20h20`, `18-20h`, `7-9 giờ`: two clock times in one token; the second is later, or an hour of the afternoon.
  mutating func takeClockPair(_ first: inout Moment, _ second: inout Moment) -> Bool {
    guard token.kind == .number, (2...4).contains(token.lexeme) else { return false }
    let count = Int(token.lexeme)
    let split = text.part(index, 1).separator == UInt8(ascii: "-") ? 1 : 2
    // tối 6-7 giờ địa phương: a day
    let hasWord = count == split + 1 && text.isKeyword(index + 1, .hour) && text.isJoined(index + 1) && standsBeforeDay(index + 2)
    let end = hasWord ? index + 2 : index + 1
    guard count > split, text.part(index, split).separator == UInt8(ascii: "-"), count > split + 1 || hasWord,
      let from = clock(0..<split), let to = clock(split..<count),
      from.minuteOfDay < to.minuteOfDay || text.isKeyword(end, .afternoon) || text.isKeyword(end, .evening)
    else { return false }
    (first, second) = (from, to)
    index = end
    return true
  }

  /// Parts of the number token as a clock time: an hour alone, or with its minutes behind `h` or a colon.
  private func clock(_ parts: Range<Int>) -> Moment? {
    let hour = text.part(index, parts.lowerBound)
    guard hour.digits <= 2, hour.value <= 24, parts.count <= 2 else { return nil }
    var moment = Moment()
    moment.hour = Int8(hour.value)
    moment.minute = 0
    guard parts.count == 2 else { return moment }
    let minute = text.part(index, parts.lowerBound + 1)
    guard minute.separator == UInt8(ascii: "h") || minute.separator == UInt8(ascii: ":"), minute.value < 60,
      minute.digits == 2 || minute.digits == 0
    else { return nil }
    moment.minute = Int8(minute.value)
    return moment
  }

  private mutating func takeClockWords(hour: Int8, _ moment: inout Moment) -> Bool {
    if isHourOfDay(index + 1) {
      (moment.hour, moment.minute) = (hour, 0)
      index += 2
      return true
    }
    guard text.isKeyword(index + 1, .hour), text.isJoined(index + 1) else { return false }
    var next = TokenCursor(text, at: index + 2)
    moment.hour = hour
    moment.minute = 0
    if next.take(.half) {
      moment.minute = 30
    } else if next.take(.short), let less = next.plainNumber(), less.value < 60, hour > 0 {
      moment.hour = hour - 1
      moment.minute = Int8(60 - less.value)
      next.index += 1
      _ = next.take(.minute)
    } else if let minutes = next.plainNumber(), next.isJoined, minutes.value < 60, minutes.digits <= 2,
      next.text.isKeyword(next.index + 1, .minute) || next.standsBeforeDay(next.index + 1)
    {
      moment.minute = Int8(minutes.value)
      next.index += 1
      _ = next.take(.minute)
    }
    index = next.index
    return true
  }

  /// `23g | ngày 6-7`, `20g | tối 5-8`, `2 h | sáng 16-9`: the letter for `giờ`, where no grams can be meant.
  func isHourOfDay(_ letter: Int) -> Bool {
    guard text[letter].end - text[letter].start == 1, text[letter].gap <= .space, standsBeforeDay(letter + 1),
      text[letter + 1].kind != .comma
    else { return false }
    return text[letter].gap == .none && text.byte(letter) == UInt8(ascii: "g") || text.byte(letter) == UInt8(ascii: "h")
  }

  /// `đến 21g | cùng ngày`, `từ 8g | -13g ngày 24-10`, `lúc 8g`: the letter at the cursor stands for `giờ`.
  func isHour(behind number: Int) -> Bool {
    let last = text[index + 1].kind == .dash && text[index + 2].kind == .number ? index + 3 : index
    return isHourOfDay(last) || text.isKeyword(number - 1, .at) && token.gap == .none && text.byte(index) == UInt8(ascii: "g")
  }

  /// Whether a day follows: `ngày`, a part of the day, `hôm`, `cùng ngày`, a comma and one of these.
  func standsBeforeDay(_ start: Int) -> Bool {
    var next = start
    if text[next].kind == .comma { next += 1 }
    return text.isKeyword(next, .day) || text.isKeyword(next, .dayOf) || text.isKeyword(next, .same)
      || DayPart.begins(text, next) || text.match(.weekday, at: next) != nil
  }

  /// `sáng`, `rạng sáng`, `chiều tối`, `chiều và tối`: consumes the words.
  mutating func takeDayPart() -> Bool {
    guard DayPart.begins(text, index) else { return false }
    index += 1
    while DayPart.begins(text, index), isJoined { index += 1 }
    if isAt(.early) || isAt(.lateWord), isJoined { index += 1 }
    if isAt(.and) || isAt(.to) && isJoined && DayPart.isLater(text, index + 1, than: index - 1), DayPart.begins(text, index + 1) {
      index += 1
      return takeDayPart()
    }
    return true
  }

  /// `24/04/2019 15:51`, `26/04/2024, lúc 23:32`
  mutating func takeTrailingClock(_ point: inout DatePoint) {
    guard point.date.end == nil, !point.isBareDay, token.gap < .line else { return }
    let start = index
    if token.kind == .comma || token.kind == .dash || token.kind == .other { index += 1 }
    let hasAt = take(.at) || take(.into)
    var time = point.date.start
    // 1/1/2024, 23h59 | ngày 31/12: the clock of the next day.
    guard isJoined, hasAt || token.lexeme > 1 || text.isKeyword(index + 1, .hour), takeClock(&time), !(isAt(.day) && isJoined) else {
      index = start
      return
    }
    point.date.start = time
    point.isTriggered = true
  }

  /// Whether parts of one day with `đến` between them stand here: `trưa đến chiều tối`.
  func standsDaySpan() -> Bool {
    var probe = self
    guard DayPart.begins(text, index), probe.takeDayPart() else { return false }
    return (index..<probe.index).contains { text.isKeyword($0, .to) }
  }
}

/// The parts of a day.
enum DayPart {
  @inline(__always)
  static func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    let lexeme = text[index].lexeme
    guard text[index].kind == .word, lexeme >= Keyword.morning.lexeme, lexeme <= Keyword.late.lexeme else { return false }
    return true
  }

  /// Whether the part of the day at a token comes later than the one at another; the small hours come before all.
  static func isLater(_ text: TokenizedText, _ index: Int, than other: Int) -> Bool {
    begins(text, index) && text.isJoined(index) && !text.isKeyword(index, .dawn) && text[index].lexeme > text[other].lexeme
  }

  /// Sets the times of a day by the part of it at token `index`: `từ 2h đến 5h chiều` is 14:00 to 17:00, `từ 8h đến 5h chiều` 8:00 to 17:00.
  static func shift(_ first: inout Moment, _ second: inout Moment, _ text: TokenizedText, _ index: Int) {
    let hour = hour(first.hour, text, index)
    if second.hour >= 0 { second.hour = self.hour(second.hour, text, index) }
    if second.hour < 0 || hour < second.hour { first.hour = hour }
  }

  /// The hour of 24 for an hour of 12 with its part of the day: `8 giờ tối` is 20:00, `2 giờ đêm` stays.
  static func hour(_ hour: Int8, _ text: TokenizedText, _ index: Int) -> Int8 {
    guard hour < 12 else { return hour }
    if text.isKeyword(index, .afternoon) || text.isKeyword(index, .evening) { return hour + 12 }
    return text.isKeyword(index, .night) && hour >= 6 || text.isKeyword(index, .noon) && hour <= 2 ? hour + 12 : hour
  }
}
