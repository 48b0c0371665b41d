/// When an article without a date of publication was written, as far as it tells: it names a day ahead, the year of an event, or the
/// last day before its own.
struct WritingTime {
  private let text: TokenizedText
  /// The first day or month that the article says lies ahead, behind all days it says are past.
  private var horizon: Int?
  /// The last day or month of the past.
  private var latest: Int?
  /// The end of the last months or quarter that the article reports on.
  private var reported: Int?
  /// The day of the event that the article reports on.
  private var present: Int?
  /// `từ nay đến cuối năm 2019`, `so với cùng kỳ năm 2018`: the year of writing, 0 when nothing says so.
  private var year: Int16 = 0

  init(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, isElsewhere: (Int) -> Bool, isAhead: (Found) -> Bool) {
    self.text = text
    for (index, mention) in mentions.enumerated() {
      guard case .date(let date) = mention.value, date.basis == .text, date.start.year >= 1990, date.start.period != .unknown,
        !date.isLunar, !isElsewhere(index)
      else { continue }
      note(date, mention, isAhead: date.isFuture || isAhead(mention))
    }
    if let latest, let ahead = horizon, latest >= ahead { horizon = nil }
  }

  /// The day of the event that the article reports on: the others are near it.
  mutating func learn(present moment: Moment) {
    guard moment.isDay else { return }
    present = present ?? WritingTime.number(moment, year: moment.year)
  }

  /// The year nearest to the day of the event: news speaks of the months before it, seldom of those behind.
  func yearBesidesEvent(_ moment: Moment, isAhead: Bool) -> Int16? {
    guard let present, moment.month != 0, moment.isPossible else { return nil }
    return oneYear(moment, present) { (isAhead ? -200...30 : -45...250).contains(present - $0) }
  }

  /// A day ahead without a year stands nearer than the one that has it: what is past lies before both.
  mutating func learn(ahead moment: Moment) {
    guard let horizon else { return }
    self.horizon = min(horizon, WritingTime.number(moment, year: moment.year))
  }

  private mutating func note(_ date: FoundDate, _ mention: Found, isAhead: Bool) {
    let first = Int(mention.firstToken)
    if mention.rule == .dateYear {
      if text.isKeyword(first, .last) || text.isKeyword(first, .end), isFromNow(first) { year = date.start.year }
      if text.isKeyword(first - 1, .termTail), text.isKeyword(first - 2, .same) { year = max(year, date.start.year + 1) }
      return
    }
    if let end = WritingTime.endOfReport(date, mention) {
      let day = WritingTime.number(end, year: end.year)
      if !isAhead { reported = max(reported ?? day, day) }
      return
    }
    guard date.start.period == .none, date.start.month != 0, date.start.isPossible, date.end == nil else { return }
    let day = WritingTime.number(date.start, year: date.start.year)
    if isAhead || isFromNow(first) {
      horizon = min(horizon ?? day, day)
    } else {
      latest = max(latest ?? day, day)
    }
  }

  /// `từ nay đến`, `từ nay tới`
  private func isFromNow(_ first: Int) -> Bool {
    (text.isKeyword(first - 1, .to) || text.isKeyword(first - 1, .until)) && text.isKeyword(first - 2, .now)
      && text.isKeyword(first - 3, .from)
  }

  /// `quý III/2018`, `9 tháng đầu năm`: the month with which the report's time ends.
  private static func endOfReport(_ date: FoundDate, _ mention: Found) -> Moment? {
    var end = date.end ?? date.start
    switch date.start.period {
    case .quarter1: end.month = 3
    case .quarter2, .half1: end.month = 6
    case .quarter3: end.month = 9
    case .quarter4, .half2: end.month = 12
    default: guard mention.rule == .dateHalf, date.start.month == 1 else { return nil }
    }
    end.day = 28
    end.period = .none
    return end
  }

  /// The middle of a month stands for it.
  static func number(_ moment: Moment, year: Int16) -> Int {
    CalendarDay.number(year: Int(year), month: Int(moment.month), day: moment.isDay ? Int(moment.day) : 15)
  }

  /// The year that a date without one must have; nil when the article leaves several.
  func year(of date: FoundDate, _ mention: Found, isAhead: Bool) -> Int16? {
    guard date.start.month != 0 || date.start.period != .none, date.start.isPossible else { return nil }
    if let end = WritingTime.endOfReport(date, mention) {
      return reported.flatMap { near in oneYear(end, near) { (-200...20).contains($0 - near) } }
    }
    return yearBefore(date.start, isAhead: isAhead) ?? statedYear(date.start) ?? yearOfReport(date.start)
  }

  /// The last such day before what lies ahead.
  private func yearBefore(_ moment: Moment, isAhead: Bool) -> Int16? {
    guard let horizon else { return nil }
    let isBounded = latest.map { horizon - $0 < 400 } ?? false
    let reach = isAhead ? -30...300 : 1...(isBounded ? 300 : 130)
    guard let year = oneYear(moment, horizon, { reach.contains(horizon - $0) }) else { return nil }
    let day = WritingTime.number(moment, year: year)
    if let latest, horizon - latest < 1100, day - 365 > latest { return nil }
    return year
  }

  private func statedYear(_ moment: Moment) -> Int16? {
    guard year > 0, moment.month > 3, latest.map({ WritingTime.number(moment, year: year) + 300 >= $0 }) ?? true else { return nil }
    return year
  }

  /// News reports on a quarter in the weeks around its end.
  private func yearOfReport(_ moment: Moment) -> Int16? {
    reported.flatMap { near in oneYear(moment, near) { (-75...150).contains($0 - near) } }
  }

  private func oneYear(_ moment: Moment, _ near: Int, _ isNear: (Int) -> Bool) -> Int16? {
    let year = Int16(CalendarDay.date(number: near).year)
    return (year - 1...year + 1).last { isNear(WritingTime.number(moment, year: $0)) }
  }
}
