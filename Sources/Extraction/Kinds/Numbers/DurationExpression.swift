/// 15 ngày · 2 năm qua · gần hai ngày · 2 năm 6 tháng · cách đây khoảng 5 ngày · 6 tháng đến 2 năm
///
///     [cách đây] [approximator] LENGTH [(đến | tới | -) LENGTH] [qua | nay | nữa | sau | trước | tới | làm việc]
///     LENGTH: NUMBER (năm | tháng | tuần | ngày | giờ | phút | giây) [NUMBER smaller unit | rưỡi]
enum DurationExpression {
  /// Reads the duration at token `start` (its number, or the words before it), appends it, and returns the token after it.
  static func read(_ text: TokenizedText, numeral: Numeral, start: Int, after end: Int, into found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: end)
    guard cursor.isJoined, numeral.whole == nil, numeral.low.mantissa > 0 || numeral.high != nil, let unit = takeUnit(&cursor) else {
      return nil
    }
    // 21 giờ 10 phút 11 giây
    if unit == .second, text.isKeyword(start - 1, .minute), text[start - 2].kind == .number { return nil }
    if unit == .hour || unit == .minute, !text.isKeyword(cursor.index - 1, .hourSpoken), isClock(text, start: start, end: cursor.index) {
      return nil
    }
    // kỳ 2 tháng 11/2019
    if unit == .month, text.isKeyword(start - 1, .termTail), cursor.token.kind == .number { return nil }
    if unit == .day && isLabourDay(text, end) || isAngle(text, start, unit) { return nil }
    if isAge(text, start, cursor.index) || unit == .year && isYear(cursor, numeral, start) { return nil }
    if numeral.low.mantissa > 99_999 || unit == .year && cursor.isAt(.school) { return nil }
    if isNamed(cursor, unit, numeral, start) || unit == .day && isSomeDay(cursor, numeral) { return nil }
    if unit == .month && (isLunarMonth(text, start, cursor.index) || isWages(text, end)) || isThing(text, end, unit) { return nil }
    if unit == .day { takeNights(&cursor) }
    if unit == .hour { _ = cursor.take(.comrade, .uncleHo) }
    let duration = takeRange(&cursor, numeral, unit)
    takeDirection(&cursor, unit)
    var first = firstToken(text, start)
    if duration.upper != nil, first == start, text.isKeyword(start - 1, .from), text.isJoined(start) { first = start - 1 }
    found.append(
      Found(
        start: text[first].start, end: text[cursor.index - 1].end, firstToken: Int32(first), endToken: Int32(cursor.index),
        rule: numeral.isWords ? .durationWords : .durationNumber, value: .duration(duration)))
    return cursor.index
  }

  /// `tháng 3 năm | 2016`; not `trong 3 năm | 2014, 2015 và 2016`, which are as many years as it says.
  private static func isYear(_ cursor: TokenCursor, _ numeral: Numeral, _ start: Int) -> Bool {
    guard cursor.isJoined, cursor.yearNumber(cursor.index) != nil else { return false }
    let text = cursor.text
    var (index, years) = (cursor.index, 1)
    while text[index + 1].kind == .comma || text.isKeyword(index + 1, .and), text.isJoined(index + 2), cursor.yearNumber(index + 2) != nil {
      index += 2
      years += 1
    }
    return years == 1 || numeral.low != Quantity(Int64(years)) || text.isKeyword(start - 1, .month) || NumberLabel.precedes(text, start)
  }

  /// `ba ngày đêm`, `3 ngày | 3 đêm`, `3 ngày | 2 đêm`
  private static func takeNights(_ cursor: inout TokenCursor) {
    guard cursor.isJoined else { return }
    if cursor.isAt(.night) {
      cursor.index += 1
      return
    }
    var probe = cursor
    guard let nights = probe.takeNumeral(), nights.high == nil, nights.low.exponent == 0, nights.low.mantissa <= 30, probe.isJoined,
      probe.isAt(.night)
    else { return }
    cursor.index = probe.index + 1
  }

  /// `hai năm | sau`, `5 năm | tới`; not `một ngày sau cuộc họp`, where the word governs what follows.
  static func takeDirection(_ cursor: inout TokenCursor, _ unit: DurationUnit) {
    guard cursor.isJoined else { return }
    if cursor.isAt(.past) || cursor.isAt(.now) || cursor.isAt(.furtherOn) {
      cursor.index += 1
    } else if cursor.isAt(.after) || cursor.isAt(.before) || cursor.isAt(.until) && !cursor.stands(.until, .now) {
      if !governs(cursor.text, cursor.index + 1) { cursor.index += 1 }
    } else if unit == .day || unit == .hour, cursor.stands(.work, .workTail) {
      cursor.index += 2
    }
  }

  /// Whether the token can be what `sau`, `trước`, `tới` before it governs: no mark, and no function word but those that open a phrase.
  private static func governs(_ text: TokenizedText, _ next: Int) -> Bool {
    guard text.isJoined(next), text[next].kind.isWordLike || text[next].kind == .number || text[next].kind.isQuote else { return false }
    return !text.isListed(next, .stopWord) || openers.contains { text.isKeyword(next, $0) }
  }

  private static let openers: [Keyword] = [.when, .thereof, .here, .the, .those, .every, .this]

  /// The first token, with the words before the number: `cách đây đúng | 7 năm`.
  static func firstToken(_ text: TokenizedText, _ start: Int) -> Int {
    let first = approximatorStart(text, start)
    let end = text.isKeyword(first - 1, .exactly) ? first - 1 : first
    let isBefore = text.isKeyword(end - 1, .here) || text.isKeyword(end - 1, .now)
    return isBefore && text.isKeyword(end - 2, .away) && text.isJoined(end - 1) && text.isJoined(end) ? end - 2 : first
  }

  /// `lớp 6 tiếng Nhật`, `bão số 12 năm ngoái`, `vào lớp 10 năm nay`, `lễ 2-9 năm nay`, `Tổ 3 ngày 12/5`: the number is a label's or
  /// a day's, or what follows is no time.
  private static func isNamed(_ cursor: TokenCursor, _ unit: DurationUnit, _ numeral: Numeral, _ start: Int) -> Bool {
    let text = cursor.text
    if unit == .year, cursor.isAt(.lastYear) { return true }
    if text.isKeyword(cursor.index - 1, .hourSpoken), cursor.isJoined {
      if cursor.token.isCapitalized || cursor.token.kind.isQuote && cursor.token.gap == .space { return true }
      // một tiếng nổ; not cách đây 3 tiếng nói
      if let sound = text.match(.unit, at: cursor.index - 1), sound.end > cursor.index, !text.isKeyword(start - 1, .here) { return true }
    }
    guard !numeral.isWords, cursor.token.kind == .number || unit == .year && (cursor.isAt(.now) || cursor.isAt(.before)) else {
      return false
    }
    return NumberLabel.precedes(text, start) || numeral.high != nil && text.isKeyword(start - 1, .holidayHead2)
  }

  /// `mùng 1 tháng Giêng`, `rằm 15 tháng Chạp`: a day of the moon.
  private static func isLunarMonth(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    text.isBeginning(start - 1) || text.isKeyword(start - 1, .fullMoon)
      || text.isKeyword(end, .firstMoon) || text.isKeyword(end, .twelfthMoon)
  }

  static func takeUnit(_ cursor: inout TokenCursor) -> DurationUnit? {
    guard let unit = unit(cursor) else { return nil }
    cursor.index += unit == .decade || unit == .century ? 2 : 1
    return unit
  }

  private static func unit(_ cursor: TokenCursor) -> DurationUnit? {
    guard cursor.token.isWord else { return nil }
    switch Keyword(lexeme: cursor.token.lexeme) {
    case .year: return .year
    case .month: return .month
    case .day: return .day
    case .dayOf: return isCountOfDays(cursor) ? .day : nil
    case .week: return .week
    case .hour, .hourSpoken: return .hour
    case .minute: return .minute
    case .second: return .second
    case .quarter: return .quarter
    case .decade: return cursor.stands(.decade, .decadeTail2) || cursor.stands(.decade, .decadeTail) ? .decade : nil
    case .century: return cursor.stands(.century, .decadeTail2) ? .century : nil
    default: return nil
    }
  }

  /// `ba | hôm trước`; not `một hôm`, `lớp 9 hôm 5/3`
  private static func isCountOfDays(_ cursor: TokenCursor) -> Bool {
    let (text, word) = (cursor.text, cursor.index)
    return text.isListed(word - 1, .numberWord) && !text.isKeyword(word - 1, .one) && text[word + 1].kind != .number
  }

  /// `2 năm 6 tháng`, `2 năm rưỡi`: the smaller part.
  static func takeRest(_ cursor: inout TokenCursor, below unit: DurationUnit) -> DurationRest? {
    if cursor.isJoined, cursor.isAt(.half), let half = half(of: unit) {
      cursor.index += 1
      return half
    }
    var probe = cursor
    guard probe.isJoined, let number = probe.plainNumber(), number.value < 1000 else { return nil }
    probe.index += 1
    guard probe.isJoined, let smaller = takeUnit(&probe), smaller.rawValue > unit.rawValue,
      // "một tháng 30 ngày": as long as the whole.
      !(unit == .month && smaller == .day && number.value > 29)
    else { return nil }
    cursor = probe
    return DurationRest(amount: Int16(number.value), unit: smaller)
  }

  static func half(of unit: DurationUnit) -> DurationRest? {
    switch unit {
    case .year: DurationRest(amount: 6, unit: .month)
    case .month: DurationRest(amount: 15, unit: .day)
    case .day: DurationRest(amount: 12, unit: .hour)
    case .hour: DurationRest(amount: 30, unit: .minute)
    case .minute: DurationRest(amount: 30, unit: .second)
    case .century: DurationRest(amount: 50, unit: .year)
    default: nil
    }
  }

  /// `lúc 7 giờ`, `7 giờ sáng`: a time of the day.
  private static func isClock(_ text: TokenizedText, start: Int, end: Int) -> Bool {
    // 6 giờ 30, chưa đến ca
    if text.isKeyword(end - 1, .hour), text[end].kind == .number, text[end].lexeme == 1, text.part(end, 0).digits == 2, text.isJoined(end),
      text.part(end, 0).value < 60, text[end + 1].kind == .comma
    {
      return true
    }
    if DayPart.begins(text, end) || text.isKeyword(end, .day) || text.isKeyword(end, .same) || isMinuteOfDay(text, end) { return true }
    if isWholeDay(text, start: start, end: end) { return false }
    // Large hours behind `sau`, `khoảng` are times of the day unless something lasts that long.
    if let hours = Figures.read(text, end - 2), text.isKeyword(end - 1, .hour), hours.low.mantissa > 12, hours.low.mantissa <= 24,
      hours.high == nil,
      !text.isKeyword(end, .past), !text.isKeyword(end, .after), !text.isKeyword(start - 1, .among), text[start - 1].kind != .number
    {
      return true
    }
    if text.isKeyword(start - 1, .hour), text[start - 2].kind == .number { return true }
    // mất tới 7 phút: the minutes of a clock stand behind its hour.
    guard !text.isKeyword(end - 1, .minute) else { return false }
    // Đúng 6 giờ, đoàn …
    if text.isKeyword(start - 1, .exactly), text.beginsSentence(start - 1), text[end].kind == .comma { return true }
    return [Keyword.at, .into, .from, .to, .until, .before].contains { text.isKeyword(start - 1, $0) }
  }

  /// `9 giờ | 24 phút cùng ngày`, `11 giờ | 45 cùng ngày`: minutes behind the hour, and a day behind them.
  private static func isMinuteOfDay(_ text: TokenizedText, _ number: Int) -> Bool {
    guard text.isKeyword(number - 1, .hour), text[number].kind == .number, text[number].lexeme == 1 else { return false }
    let minutes = text.isKeyword(number + 1, .minute) ? number + 2 : number + 1
    let day = text[minutes].kind == .comma ? minutes + 1 : minutes
    return text.isKeyword(day, .day) || text.isKeyword(day, .same) && text.isKeyword(day + 1, .day) || DayPart.begins(text, day)
  }

  /// `trên 24 giờ`, `trong vòng 24 giờ`, `sau 24 giờ`: no clock shows more.
  private static func isWholeDay(_ text: TokenizedText, start: Int, end: Int) -> Bool {
    guard let hours = Figures.read(text, end - 2) else { return false }
    let phrase = ApproximatorPhrase.before(text, start)
    // bay trên 20 giờ; not lúc hơn 20 giờ
    if let phrase, [.over, .under, .atLeast, .atMost].contains(phrase.approximation), hours.low.doubleValue > 12 {
      return ![Keyword.at, .into, .around].contains { text.isKeyword(phrase.first - 1, $0) }
    }
    // 24 giờ mỗi ngày
    if text.isKeyword(end, .each) || text.isKeyword(end, .one), text.isKeyword(end + 1, .day) { return true }
    // trên 90 phút đến hết 24 giờ
    if text.isKeyword(start - 1, .end), text.isKeyword(start - 2, .to) || text.isKeyword(start - 2, .until),
      text.isKeyword(start - 3, .minute) || text.isKeyword(start - 3, .hour)
    {
      return true
    }
    guard hours.low == Quantity(24) else { return false }
    if let phrase { return phrase.approximation != .about }
    return text.isKeyword(start - 1, .round) || text.isKeyword(start - 1, .after)
  }

  /// `30 năm tuổi Đảng`, `bé 6 tháng tuổi`, `7 tuổi 9 tháng`
  private static func isAge(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    // nghỉ hưu trước tuổi 3 năm
    let isBehindAge = text.isKeyword(start - 1, .age) && !text.isKeyword(start - 2, .before)
    if text.isKeyword(end, .age) || isBehindAge && text.isJoined(start) { return true }
    // từ 6 tháng đến 5 tuổi
    return text.isKeyword(end, .to) && text[end + 1].kind == .number && text.isKeyword(end + 2, .age) && text.isJoined(end + 2)
  }

  /// The first token of an approximator that ends right before `start`; `start` when there is none.
  static func approximatorStart(_ text: TokenizedText, _ start: Int) -> Int {
    guard let phrase = ApproximatorPhrase.before(text, start), !phrase.isOutside, phrase.approximation != .atLeast else { return start }
    return phrase.first
  }
}

/// `gần`, `hơn`, `khoảng chừng`, `không dưới` before a number.
enum ApproximatorPhrase {
  /// `tốc độ 80 km`, `trường mầm non 3 lớp`: the second half of a word.
  private static func isSyllable(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isKeyword(index, .degree) || text.isKeyword(index, .nearlyOld), text.isJoined(index) else { return false }
    return text[index - 1].kind == .word && text[index - 1].shape == .lower && !text.isListed(index - 1, .stopWord)
  }

  /// Where the phrase before the token begins, and whether the span begins behind it.
  static func before(_ text: TokenizedText, _ index: Int) -> (first: Int, approximation: Approximation, isOutside: Bool)? {
    guard text.isJoined(index) else { return nil }
    for length in [4, 3, 2, 1] where index - length >= 1 {
      let first = index - length
      guard text.starts(first, .approximator), !isSyllable(text, first), let match = text.match(.approximator, at: first),
        match.end == index
      else { continue }
      let item = text.item(.approximator, match)
      // 16 trên 21 trường
      if item.field1.equals("comparison")
        || text.isKeyword(first, .above) && text.isJoined(first)
          && text.plainNumber(at: first - 1).map({ $0.digits >= 2 }) == true
      {
        return nil
      }
      let approximation = Approximation(item.field1)
      return (text.isKeyword(first, .into) ? first + 1 : first, approximation, approximation.isLimit || item.field2.equals("outside"))
    }
    return nil
  }
}

extension Approximation {
  /// `dưới 50.000 đồng`, `tối đa 30%`: the number is a limit and exact; its word stands outside the span.
  var isLimit: Bool { self == .under || self == .atMost }

  init(_ text: ListText) {
    if text.equals("about") {
      self = .about
    } else if text.equals("nearly") {
      self = .nearly
    } else if text.equals("over") {
      self = .over
    } else if text.equals("under") {
      self = .under
    } else if text.equals("atLeast") {
      self = .atLeast
    } else if text.equals("atMost") {
      self = .atMost
    } else {
      self = .none
    }
  }
}
