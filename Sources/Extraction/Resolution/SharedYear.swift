/// The one year of all that an article dates.
///
/// None where the article opens with a day that is likelier of the next year or stands behind one that lies ahead, where it tells of a
/// trial, which is held years after what it tells, or where it names a later year of the past.
struct SharedYear {
  private let text: TokenizedText
  private let outlook: DateOutlook
  private var year: Int16 = 0
  private var month: UInt8 = 0
  /// The first day that lies ahead.
  private var ahead = Int.max
  /// Two months or an interval share the year: one dated event alone may be long past.
  private var isFirm = false
  /// The latest bare year that lies behind.
  private var newest: Int16 = 0
  /// The first day or month that it tells as past.
  private var firstDay = Int.max
  /// The last day that it tells as past.
  private var lastPast = 0
  /// The last dated day.
  private var lastDay = 0

  private init(_ text: TokenizedText, _ outlook: DateOutlook) {
    self.text = text
    self.outlook = outlook
  }

  /// The year that the article itself leaves: that of `6 tháng đầu năm 2017`, else the one that all its dated events share; 0 when
  /// there is none. Documents' dates, births and bare years do not count.
  static func of(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ outlook: DateOutlook) -> Int16 {
    var shared = SharedYear(text, outlook)
    for index in text.mentions(.date) {
      let mention = mentions[index]
      guard case .date(let date) = mention.value, date.start.hasYear, (date.end?.year ?? date.start.year) >= 1990,
        !YearResolver.isElsewhere(text, mentions, index)
      else { continue }
      if mention.rule == .dateHalf, case let year = date.end?.year ?? date.start.year {
        return shared.isOver(year, mentions) || shared.tellsOfLater(WritingTime.endOfReport(date, mention), mentions) ? 0 : year
      }
      guard shared.note(date, mention) else { return 0 }
    }
    guard shared.isFirm, shared.newest <= shared.year, shared.year >= 2000 else { return 0 }
    return shared.isLater(mentions) ? 0 : shared.year
  }

  /// Whether a later month or day is past too: `9 tháng đầu năm 2017` of news from 2018.
  private func isOver(_ year: Int16, _ mentions: UnsafeBufferPointer<Found>) -> Bool {
    text.mentions(.date).contains { index in
      guard case .date(let date) = mentions[index].value, date.start.year > year, date.start.month != 0, date.start.period == .none else {
        return false
      }
      return !YearResolver.isElsewhere(text, mentions, index) && !outlook.liesAhead(date, mentions[index])
        && !outlook.isDeadline(mentions[index])
    }
  }

  /// `3 tháng đầu năm 2019 … ngày 29-12`: a day of the past long behind the months reported on, likelier of the year before.
  private func tellsOfLater(_ end: Moment?, _ mentions: UnsafeBufferPointer<Found>) -> Bool {
    guard let end, end.month < 8 else { return false }
    return text.mentions(.date).contains { index in
      guard case .date(let date) = mentions[index].value, date.start.isDay, !date.start.hasYear, date.start.isPossible, !date.isLunar else {
        return false
      }
      return date.start.month > end.month + 5 && !outlook.liesAhead(date, mentions[index]) && !outlook.isDeadline(mentions[index])
    }
  }

  /// Says no when the date is of another year.
  private mutating func note(_ date: FoundDate, _ mention: Found) -> Bool {
    if isPast(mention, date) { newest = max(newest, date.start.year) }
    // Of "từ năm 2003 đến tháng 9/2013" only one end is exact.
    let isMixed = date.end.map { ($0.month == 0) != (date.start.month == 0) } ?? false
    let exact = isMixed && date.start.month == 0 ? date.end ?? date.start : date.start
    guard date.start.period == .none, exact.month != 0 else { return true }
    if tellsOfOnce(Int(mention.firstToken)) { return false }
    // Of "từ tháng 10/2013 đến tháng 2/2014" either year may be meant; of a term of office neither.
    if let end = date.end, !isMixed, end.year == date.start.year + 1 { return false }
    if let end = date.end, !isMixed, end.year > date.start.year, !isAnniversary(date.start, end) {
      newest = max(newest, end.year)
      return true
    }
    let seen = isMixed ? exact.year : date.end?.year ?? date.start.year
    if year != 0, year != seen { return false }
    year = seen
    if outlook.isAhead(date, mention) || text.isKeyword(Int(mention.firstToken) - 1, .before) {
      ahead = min(ahead, WritingTime.number(exact, year: seen))
    } else if let end = date.end, end.month != 0, end.isPossible {
      lastDay = max(lastDay, WritingTime.number(end, year: seen))
    }
    // Đến tháng 10/2015, ông lại có văn bản
    let first = Int(mention.firstToken)
    let isReached = text.isKeyword(first - 1, .to) && text.beginsSentence(first - 1) && !outlook.isDemanded(mention)
    if exact.isPossible, exact.year == seen, !outlook.liesAhead(date, mention), isReached || !outlook.isDeadline(mention) {
      firstDay = min(firstDay, WritingTime.firstDay(exact))
      // A month soon behind a day may lie ahead of it: `tại Kỳ họp thứ bảy (tháng 5/2024)`.
      lastPast = max(lastPast, WritingTime.firstDay(exact) - (exact.isDay || isReached ? 0 : SharedYear.soon))
    }
    isFirm = isFirm || month != 0 && month != exact.month || date.end != nil && !isMixed
    if month == 0 { month = exact.month }
    if exact.isDay, exact.isPossible { lastDay = max(lastDay, WritingTime.lastDay(exact)) }
    return true
  }

  /// `từng có mặt tại Biển Đen vào tháng 9/2008`: long past.
  private func tellsOfOnce(_ first: Int) -> Bool {
    (max(1, first - 12)..<first).reversed().prefix { text[$0].kind != .period }.contains { text.isEvent($0, "once") }
  }

  /// Days.
  private static let soon = 60

  /// `(19/8/1945-19/8/2020)`: an anniversary of the year that the article is of.
  private func isAnniversary(_ start: Moment, _ end: Moment) -> Bool {
    start.isDay && start.month == end.month && start.day == end.day
  }

  /// `cuối năm 2017`, `Năm 2017, …`, `từ năm 2017` of what has happened: the article is no older.
  private func isPast(_ mention: Found, _ date: FoundDate) -> Bool {
    let first = Int(mention.firstToken)
    guard date.start.month == 0, date.start.period == .none else { return false }
    if date.isOpen || text.isKeyword(first - 1, .from) { return true }
    guard mention.rule == .dateYear, date.end == nil else { return false }
    let isPart = [Keyword.first, .middle, .last].contains { text.isKeyword(first, $0) }
    return (isPart || text.beginsSentence(first)) && !text.isKeyword(first - 1, .to) && !text.isKeyword(first - 1, .until)
      && !outlook.isAhead(date, mention) && !outlook.isPlanned(mention)
  }

  /// Whether the day with which the article opens is likelier of a later year.
  private func isLater(_ mentions: UnsafeBufferPointer<Found>) -> Bool {
    guard let lead = mentions.first(where: isOpening), case .date(let date) = lead.value, date.start.isDay, date.start.month != 0,
      date.start.isPossible, !outlook.isAhead(date, lead)
    else { return false }
    let day = WritingTime.number(date.start, year: year)
    if day < lastPast { return true }
    guard lead.firstToken < 150 else { return false }
    if day > ahead || firstDay < Int.max && day < firstDay { return true }
    if lastDay > 0, day - lastDay > 240 { return true }
    let gap = lastDay - day
    if lastDay > 0, gap > 0, WritingTime.number(date.start, year: year + 1) - lastDay < gap { return true }
    return LatestDay.tellsOfTrial(text)
  }

  /// Without a year; not `tháng 9 tới`.
  private func isOpening(_ mention: Found) -> Bool {
    guard case .date(let date) = mention.value else { return false }
    return !date.start.hasYear && (date.start.isDay || !date.isFuture)
  }
}
