/// When an article without a date of publication was written, as far as it tells: it names a day ahead, the year of an event, or the
/// last day before its own.
struct WritingTime {
  let text: TokenizedText
  /// The first day or month that the article says lies ahead, behind all days it says are past.
  private var horizon: Int?
  /// The same as the article itself says it, before days without a year came nearer.
  private var statedHorizon: Int?
  /// The horizon is the end of a year that is not over.
  private var endsWithYear = false
  /// The horizon is a date that is called near: `tháng 10/2019 tới`.
  private var isNear = false
  /// The last day or month of the past.
  private var latest: Int?
  private var bounds = TimeBounds()
  /// The end of the last interval of the past that is no longer than two years.
  private var latestEnd = 0
  /// The first day by which something is asked for.
  private var deadline: Int?
  /// The beginning of the latest day, month or year that the article names.
  private var newest = 0
  /// The end of the last months or quarter that the article reports on.
  private var reported: Int?
  /// The day of the event that the article reports on.
  private var present: Int?
  /// Its year.
  var presentYear: Int16? { present.map { Int16(CalendarDay.date(number: $0).year) } }
  /// The first year that the article says is not over: `dự kiến trong năm 2013`.
  private var planned: Int16?
  /// The latest year that the article names.
  var newestYear: Int16 { Int16(CalendarDay.date(number: newest).year) }
  /// What lasts until now: the day on which it began and how many days of news lie behind it.
  private var since: (day: Int, reach: Int)?
  /// The first year of which the article says what it will bring, and no prior ones: `Năm 2018, tỉnh sẽ …`.
  private var forecast: Int16?
  /// The latest year named that is no plan's.
  private var newestPast: Int16 = 0
  /// `trong năm 2019 này`: the year that is running, 0 when nothing says so.
  private var running: Int16 = 0
  /// `từ nay đến cuối năm 2019`, `so với cùng kỳ năm 2018`, `vừa ban hành Nghị định 39/2016/NĐ-CP`: the year of writing, 0 when nothing
  /// says so.
  private var year: Int16 = 0

  init(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ outlook: DateOutlook, isElsewhere: (Int) -> Bool) {
    self.text = text
    for index in text.mentions(.date, .decree) {
      let mention = mentions[index]
      if mention.value.kind == .decree { year = max(year, SymbolYear.ofNews(text, mention)) }
      guard case .date(let date) = mention.value, date.basis == .text, date.start.year >= 1990, date.start.period != .unknown,
        !date.isLunar, !isElsewhere(index)
      else { continue }
      // tháng 4 và 6/2019 vừa qua
      if outlook.isRecent(mention), date.start.month != 0 { present = present ?? WritingTime.lastDay(date.start) }
      note(date, mention, isAhead: outlook.liesAhead(date, mention), isLimit: outlook.isLimit(mention))
      bounds.note(text, date, mention, isCounted: outlook.isCounted(mention))
    }
    if let deadline, newest <= deadline, deadline >= LatestDay.firstOfWebNews { horizon = min(horizon ?? deadline, deadline) }
    if horizon == nil, let latest, let planned, planned == CalendarDay.date(number: latest).year {
      horizon = CalendarDay.number(year: Int(planned), month: 12, day: 31)
      endsWithYear = true
    }
    if let ahead = horizon, max(latest ?? 0, latestEnd) >= ahead { horizon = nil }
    statedHorizon = endsWithYear ? nil : horizon
  }

  /// The day of the event that the article reports on: the others are near it.
  mutating func learn(present moment: Moment) {
    guard moment.isDay else { return }
    present = present ?? WritingTime.number(moment, year: moment.year)
  }

  /// The year nearest to the day of the event: news speaks of the months before it, seldom of those behind.
  func yearBesidesEvent(_ date: FoundDate, _ mention: Found, isAhead: Bool) -> Int16? {
    guard let present, date.start.month != 0 || date.start.period != .none, date.start.isPossible else { return nil }
    if let end = WritingTime.endOfReport(date, mention) {
      return oneYear(end, present) { (-200...100).contains($0 - present) }
    }
    // Từ 10/4, lực lượng … xử phạt
    let first = Int(mention.firstToken)
    let isFrom = text.isKeyword(first, .from) || text.isKeyword(first - 1, .from)
    return oneYear(date.start, present) { (isAhead ? -200...30 : isFrom ? -110...250 : -45...250).contains(present - $0) }
  }

  /// A day ahead without a year stands nearer than the one that has it: what is past lies before both.
  mutating func learn(ahead moment: Moment) {
    guard let horizon else { return }
    self.horizon = min(horizon, WritingTime.number(moment, year: moment.year))
  }

  /// Whether no day or month that the article tells as past lies behind the day.
  func isPastOver(_ day: Int) -> Bool { latest.map { day >= $0 } ?? true }

  /// A deadline that the end of a year behind it has dated.
  mutating func learn(goal moment: Moment) {
    let day = WritingTime.number(moment, year: moment.year)
    horizon = min(horizon ?? day, day)
  }

  private mutating func note(_ date: FoundDate, _ mention: Found, isAhead: Bool, isLimit: Bool) {
    let first = Int(mention.firstToken)
    newest = max(newest, WritingTime.firstDay(date.start))
    let isForecast = mention.rule == .dateYear && (isForecast(first, Int(mention.endToken)) || isPlanned(first))
    if isForecast { forecast = min(forecast ?? date.start.year, date.start.year) }
    if !isAhead, !isLimit, !isForecast, mention.rule != .datePeriod { newestPast = max(newestPast, WritingTime.lastYear(date)) }
    if date.isOpen, !(first..<Int(mention.endToken)).contains(where: { text[$0].kind == .comma }) { note(since: date.start, first) }
    if mention.rule == .dateYear {
      if isThisYear(first, Int(mention.endToken)) { running = date.start.year }
      if text.isKeyword(first, .last) || text.isKeyword(first, .end), isFromNow(first) { year = date.start.year }
      if text.isKeyword(first - 1, .termTail), text.isKeyword(first - 2, .same) { year = max(year, date.start.year + 1) }
      if isAhead { planned = min(planned ?? date.start.year, date.start.year) }
      if !isAhead, let months = monthsReported(before: first) { note(reported: Moment(year: Int(date.start.year), month: months, day: 28)) }
      return
    }
    if let end = WritingTime.endOfReport(date, mention) {
      if !isAhead { note(reported: end) }
      return
    }
    // từ ngày 1/1/2015 đến ngày 31/12/2020: so long a rule is in force.
    if let end = date.end, end.hasYear, end.month != 0, end.isPossible, !isAhead, !isLimit, end.year <= date.start.year + 1 {
      latestEnd = max(latestEnd, WritingTime.firstDay(end))
    }
    guard date.start.period == .none, date.start.month != 0, date.start.isPossible, date.end == nil || isAhead && date.start.isDay else {
      return
    }
    let day = WritingTime.number(date.start, year: date.start.year)
    if isAhead, endsTerm(first) { return }
    if isAhead || isFromNow(first) {
      if day <= horizon ?? day { isNear = date.isFuture }
      horizon = min(horizon ?? day, day)
    } else if isLimit {
      deadline = min(deadline ?? day, day)
    } else if day != horizon {
      latest = max(latest ?? day, day)
    }
  }

  /// `từ đầu năm 2019 đến nay`, `từ cuối năm 2018 đến nay`, `từ tháng 5/2019 đến nay`
  private mutating func note(since start: Moment, _ first: Int) {
    let isLast = (first...first + 1).contains { text.isKeyword($0, .last) }
    let isFirst = (first...first + 1).contains { text.isKeyword($0, .first) }
    guard start.period == .none, start.month != 0 || isFirst || isLast else { return }
    let year = isLast && start.month == 0 ? start.year + 1 : start.year
    let day = WritingTime.firstDay(Moment(year: Int(year), month: max(Int(start.month), 1), day: Int(start.day)))
    let reach = start.month != 0 ? 185 : isLast ? 272 : 364
    if day > since?.day ?? 0 { since = (day, reach) }
  }

  /// The year in which a span ends; of a school year the first.
  private static func lastYear(_ date: FoundDate) -> Int16 {
    guard let end = date.end, end.year != date.start.year + 1 else { return date.start.year }
    return end.year
  }

  /// A day in the weeks behind the last up to which something has been counted, where nothing later is past.
  private func yearOfCount(_ moment: Moment) -> Int16? {
    guard max(latest ?? 0, latestEnd) <= bounds.counted, Int(newestPast) <= CalendarDay.date(number: bounds.counted).year else {
      return nil
    }
    return bounds.year(behindCountOf: moment)
  }

  private mutating func note(reported end: Moment) {
    let day = WritingTime.number(end, year: end.year)
    reported = max(reported ?? day, day)
  }

  /// `quý III/2018`, `9 tháng đầu năm`: the month with which the report's time ends.
  static func endOfReport(_ date: FoundDate, _ mention: Found) -> Moment? {
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

  /// As late as the moment can be that a day or month names.
  static func lastDay(_ moment: Moment) -> Int {
    CalendarDay.number(year: Int(moment.year), month: Int(moment.month), day: moment.isDay ? Int(moment.day) : 28)
  }

  /// As early as the moment can be that a day, month or year names.
  static func firstDay(_ moment: Moment) -> Int {
    CalendarDay.number(year: Int(moment.year), month: Int(max(moment.month, 1)), day: Int(max(moment.day, 1)))
  }

  /// The year that a date without one must have; nil when the article leaves several.
  func year(of date: FoundDate, _ mention: Found, isAhead: Bool) -> Int16? {
    guard date.start.month != 0 || date.start.period != .none, date.start.isPossible else { return nil }
    if let end = WritingTime.endOfReport(date, mention) {
      if let near = reported { return oneYear(end, near) { (-200...20).contains($0 - near) } }
      return year > 0 ? year : nil
    }
    // In January the last months of the year before are spoken of too.
    if running > 0, date.start.month < 11 { return running }
    return (isAhead ? nil : statedYear(date.start)) ?? yearBefore(date.start, isAhead: isAhead) ?? statedYear(date.start)
      ?? yearOfReport(date.start) ?? bounds.year(before: date.start, mention, newest: newest, text)
      ?? (isAhead ? nil : yearOfCount(date.start) ?? yearSince(date.start) ?? yearBeforeForecast(date.start))
  }

  /// A day in the months behind the beginning of what lasts until now, where no later year is past.
  private func yearSince(_ moment: Moment) -> Int16? {
    guard let since, moment.isDay, newestPast <= CalendarDay.date(number: since.day).year,
      let year = oneYear(moment, since.day, { (0...since.reach).contains($0 - since.day) })
    else { return nil }
    return latest.map { WritingTime.number(moment, year: year) >= $0 } ?? true ? year : nil
  }

  /// What a year will bring is said in the last two months before it.
  private func yearBeforeForecast(_ moment: Moment) -> Int16? {
    guard let forecast, moment.isDay, moment.month >= 11, newestPast == 0 ? forecast % 10 != 0 : (1...3).contains(forecast - newestPast)
    else { return nil }
    let day = WritingTime.number(moment, year: forecast - 1)
    return day >= latest ?? day && day <= statedHorizon ?? day ? forecast - 1 : nil
  }

  /// The last such day before what lies ahead.
  private func yearBefore(_ moment: Moment, isAhead: Bool) -> Int16? {
    guard let horizon else { return nil }
    let isBounded = latest.map { horizon - $0 < 400 } ?? false
    let reach = isAhead ? -30...300 : 1...(isBounded ? 300 : 130)
    guard let year = oneYear(moment, horizon, { reach.contains(horizon - $0) }) else { return nil }
    let day = WritingTime.number(moment, year: year)
    if endsWithYear, let latest, !(-150...150).contains(day - latest) { return nil }
    // Phiên tòa chiều 25-1 … sẽ tuyên án vào 30-1-2019: within a month of it no earlier year is meant.
    if !isNear, let latest, horizon - latest < 1100, day - 365 > latest, !(moment.isDay && (0...31).contains(horizon - day)) {
      return nil
    }
    return year
  }

  /// The one year in which the date stands between the last day of the past and the first that lies ahead.
  func onlyYear(of moment: Moment) -> Int16? { statedHorizon.flatMap { onlyYear(of: moment, before: $0) } }

  /// The same before the end of a year that is not over. Not around New Year: plans for it are made in the year before.
  func onlyYearOfPlan(_ moment: Moment) -> Int16? {
    guard let planned, (3...9).contains(moment.month) else { return nil }
    return onlyYear(of: moment, before: CalendarDay.number(year: Int(planned), month: 12, day: 31))
  }

  private func onlyYear(of moment: Moment, before ahead: Int) -> Int16? {
    guard let latest, latest < ahead, moment.month != 0, moment.isPossible else { return nil }
    let first = Int16(CalendarDay.date(number: latest).year)
    let years = (first...first + 2).filter { (latest...ahead).contains(WritingTime.number(moment, year: $0)) }
    return years.count == 1 ? years[0] : nil
  }

  private func statedYear(_ moment: Moment) -> Int16? {
    guard year > 0, moment.month > 3 else { return nil }
    let day = WritingTime.number(moment, year: year)
    guard day + 300 >= latest ?? day else { return nil }
    // 3 tháng đầu năm 2019 … so với cùng kỳ năm 2018 … ngày 29-12
    guard let reported, CalendarDay.date(number: reported).year == year else { return year }
    return day <= reported + 150 ? year : nil
  }

  /// News reports on a quarter in the weeks around its end.
  private func yearOfReport(_ moment: Moment) -> Int16? {
    guard let near = reported, latest ?? near <= near + 150 else { return nil }
    return oneYear(moment, near) { (-75...150).contains($0 - near) }
  }

  private func oneYear(_ moment: Moment, _ near: Int, _ isNear: (Int) -> Bool) -> Int16? {
    let year = Int16(CalendarDay.date(number: near).year)
    return (year - 1...year + 1).last { isNear(WritingTime.number(moment, year: $0)) }
  }
}
