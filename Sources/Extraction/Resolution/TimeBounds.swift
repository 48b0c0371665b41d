/// Days that bound the time of writing: up to one something has been counted, at another something begins or ends that lies ahead.
///
///     tính đến hết tháng 3/2018 · sẽ có hiệu lực từ 15/1/2018 · từ ngày 21/11/2018 tới 21/12/2018
struct TimeBounds {
  /// The last day up to which something has been counted, 0 where there is none.
  private(set) var counted = 0
  /// The last day that words beside it set as a bound, or with which a short time begins.
  private var bound = 0
  /// The last day of all.
  private var last = 0

  mutating func note(_ text: TokenizedText, _ date: FoundDate, _ mention: Found, isCounted: Bool) {
    guard date.start.hasYear, date.start.month != 0, date.start.isPossible, date.start.period == .none else { return }
    if isCounted, date.end == nil { counted = max(counted, WritingTime.lastDay(date.start)) }
    guard date.start.isDay else { return }
    let day = WritingTime.firstDay(date.start)
    last = max(last, day)
    if let end = date.end {
      if isShort(day, end), !tellsOfPast(text, Int(mention.endToken)) { bound = max(bound, day) }
    } else if isSet(text, Int(mention.firstToken)) {
      bound = max(bound, day)
    }
  }

  private func isShort(_ day: Int, _ end: Moment) -> Bool {
    end.isDay && end.isPossible && WritingTime.firstDay(end) - day <= TimeBounds.shortTime
  }

  /// Two months.
  private static let shortTime = 62

  /// `từ ngày 3-10 đến 1-11-2016, bị can đã ký`
  private func tellsOfPast(_ text: TokenizedText, _ end: Int) -> Bool {
    (end..<end + 8).prefix { text[$0].kind != .period }.contains { text.isKeyword($0, .already) }
  }

  /// `có hiệu lực từ`
  private func isSet(_ text: TokenizedText, _ first: Int) -> Bool {
    (max(1, first - 5)..<first).contains { text.isEvent($0, "effect") }
  }

  /// The year of a day in the two months before the bound, where nothing later is named. Not in a trial, which tells of what is over.
  func year(before moment: Moment, _ mention: Found, newest: Int, _ text: TokenizedText) -> Int16? {
    guard bound > 0, bound == last, bound >= newest, !LatestDay.tellsOfTrial(text) else { return nil }
    let reach = passesLaw(text, mention) ? -404..<(-39) : -TimeBounds.shortTime..<0
    return year(of: moment, near: bound) { reach ~= $0 }
  }

  /// `Chiều 25/11, Quốc hội đã thông qua Luật …`: a law takes effect no sooner than 45 days after.
  private func passesLaw(_ text: TokenizedText, _ mention: Found) -> Bool {
    text.sentence(around: Int(mention.firstToken)).contains { index in
      guard let act = text.match(.issuing, at: index), text.match(.decreeType, at: act.end) != nil else { return false }
      return text.item(.issuing, act).phrase.equals("thông qua")
    }
  }

  /// The year of a day around the end of what has been counted.
  func year(behindCountOf moment: Moment) -> Int16? {
    counted == 0 ? nil : year(of: moment, near: counted) { -20...75 ~= $0 }
  }

  private func year(of moment: Moment, near day: Int, _ isNear: (Int) -> Bool) -> Int16? {
    guard moment.isDay else { return nil }
    let year = Int16(CalendarDay.date(number: day).year)
    return (year - 1...year + 1).first { isNear(WritingTime.number(moment, year: $0) - day) }
  }
}
