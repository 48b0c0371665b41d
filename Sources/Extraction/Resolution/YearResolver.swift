/// Gives dates without a year the year that the publication date, or else the article itself, leaves.
struct YearResolver {
  let text: TokenizedText
  let published: Moment?
  let outlook: DateOutlook
  /// The one year of all full dates, 0 when there are none or several.
  let contextYear: Int16

  /// The latest year that the text names, where it has no publication date.
  private let latest: Moment?

  init(_ text: TokenizedText, published: Moment?, mentions: UnsafeBufferPointer<Found>) {
    self.text = text
    self.published = published
    outlook = DateOutlook(text)
    latest = published == nil ? YearResolver.latestYear(text, mentions) : nil
    contextYear = published == nil ? SharedYear.of(text, mentions, outlook) : 0
  }

  func resolve(_ mentions: UnsafeMutableBufferPointer<Found>) {
    let days = published == nil ? DatedDays(text, mentions) : nil
    var isOpen = false
    var paired: Moment?
    var goal: Moment?
    for index in text.mentions(.date) {
      guard case .date(var date) = mentions[index].value else { continue }
      if !date.start.hasYear, let year = SymbolYear.before(text, mentions, index) {
        settle(&date, year)
      } else if date.yearWord != .none, !date.start.hasYear {
        resolveYearWord(&date, mentions, index)
      } else {
        resolve(
          &date, mentions[index], isFuture: goesOnAhead(mentions, index),
          twin: date.isLunar ? LunarResolver.twin(text, mentions, index) : nil)
      }
      if date.basis == .published, !date.isFuture, date.yearWord == .none { settle(&date, yearOfSentence(mentions, index)) }
      if published == nil, !date.start.hasYear, let year = LunarPair.year(text, mentions, index) {
        settle(&date, year)
        paired = paired ?? date.start
      }
      if OpenDates.isOpen(date), let year = SymbolYear.ofEffect(text, mentions, index) {
        settle(&date, year)
        paired = paired ?? date.start
      }
      if published == nil, OpenDates.isOpen(date) {
        settle(&date, goalYear(mentions, index))
        if date.basis == .context { goal = goal ?? date.start }
      }
      if OpenDates.isOpen(date) { settle(&date, sequelYear(mentions, index)) }
      if OpenDates.isOpen(date) {
        settle(
          &date, yearOfMonth(mentions, index) ?? days?.year(of: date) ?? orderedYear(mentions, index) ?? narrativeYear(mentions, index))
        isOpen = isOpen || date.basis == .unresolved
      }
      mentions[index].value = .date(date)
    }
    if isOpen, paired != nil || goal != nil || tellsOfTime(mentions) { resolveByWriting(mentions, paired, goal) }
  }

  /// Whether the article names a year, a document or an event: without them nothing says when it was written.
  private func tellsOfTime(_ mentions: UnsafeMutableBufferPointer<Found>) -> Bool {
    text.mentions(.date, .decree).contains { index in
      if case .date(let date) = mentions[index].value { date.start.hasYear } else { true }
    } || text.next(.events, from: 1) < text.count
  }

  func settle(_ date: inout FoundDate, _ year: Int16) {
    guard year > 0 else { return }
    fill(&date, year)
    date.basis = .context
    if contradictsWeekday(date) { unfill(&date) }
  }

  /// What is still open, by the time at which the article was written.
  private func resolveByWriting(_ mentions: UnsafeMutableBufferPointer<Found>, _ paired: Moment?, _ goal: Moment?) {
    let view = UnsafeBufferPointer(mentions)
    var writing = WritingTime(text, view, outlook) { YearResolver.isElsewhere(text, view, $0) }
    if let paired { writing.learn(present: paired) }
    if let goal { writing.learn(goal: goal) }
    let event = EventYear(text)
    let open = OpenDates(text, mentions, outlook)
    open.settle(mentions) { date, mention, isAhead in
      guard let year = event.year(of: date.start, mention) else { return }
      settle(&date, year)
      if !isAhead, date.basis == .context { writing.learn(present: date.start) }
    }
    if let year = event.yearOfExam(), writing.newestYear <= year {
      open.settle(mentions) { date, _, isAhead in
        guard date.start.isDay, (5...7).contains(date.start.month) else { return }
        settle(&date, year)
        if !isAhead, date.basis == .context { writing.learn(present: date.start) }
      }
    }
    if let year = event.enrolmentYearOfLead() {
      open.settle(mentions) { date, _, _ in
        if (3...10).contains(date.start.month) { settle(&date, year) }
      }
    }
    resolveByLead(open, mentions, event, &writing)
    resolveByNearness(open, mentions, &writing, isAhead: true)
    resolveByNearness(open, mentions, &writing, isAhead: false)
    resolveByLatestDay(open, mentions, &writing)
    resolveByTet(open, mentions, &writing)
    open.settle(mentions) { date, mention, isAhead in
      guard !isAhead, mention.firstToken < 80, writing.presentYear == nil else { return }
      settle(&date, writing.onlyYear(of: date.start) ?? writing.onlyYearOfPlan(date.start) ?? 0)
      if date.basis == .context { writing.learn(present: date.start) }
    }
    resolveBySamePersons(open, mentions, &writing)
    if open.areLeft(in: mentions) {
      let days = DatedDays(text, mentions)
      open.settle(mentions) { date, _, _ in settle(&date, days.year(of: date) ?? 0) }
    }
    if let present = writing.presentYear { resolveYearWords(mentions, present) }
  }

  /// The dates that lie ahead, or the others, by what is known of the time of writing.
  private func resolveByNearness(
    _ open: borrowing OpenDates, _ mentions: UnsafeMutableBufferPointer<Found>, _ writing: inout WritingTime, isAhead: Bool
  ) {
    open.settle(mentions) { date, mention, liesAhead in
      let isLimit = outlook.isLimit(mention)
      guard (liesAhead || isLimit) == isAhead else { return }
      // One deadline may lie on either side of another.
      let near = date.start.isDay && isLimit ? nil : writing.year(of: date, mention, isAhead: isAhead)
      let year = near ?? writing.yearBesidesEvent(date, mention, isAhead: isAhead)
      settle(&date, year ?? (isAhead ? writing.onlyYear(of: date.start) : nil) ?? 0)
      guard date.basis == .context else { return }
      if isAhead { writing.learn(ahead: date.start) } else { writing.learn(present: date.start) }
    }
  }

  /// The first day of the article, by the event in its title or first paragraph.
  private func resolveByLead(
    _ open: borrowing OpenDates, _ mentions: UnsafeMutableBufferPointer<Found>, _ event: EventYear, _ writing: inout WritingTime
  ) {
    guard let year = event.yearOfLead(), writing.newestYear <= year else { return }
    let end = event.endOfLead() + 40
    var isFirst = true
    open.settle(mentions) { date, mention, isAhead in
      guard isFirst, date.start.isDay, date.start.month < 11, Int(mention.firstToken) < end else { return }
      isFirst = false
      settle(&date, year)
      if !isAhead, date.basis == .context { writing.learn(present: date.start) }
    }
  }

  /// Days in the weeks behind the last dated one, and then what is near them.
  private func resolveByLatestDay(
    _ open: borrowing OpenDates, _ mentions: UnsafeMutableBufferPointer<Found>, _ writing: inout WritingTime
  ) {
    let view = UnsafeBufferPointer(mentions)
    guard let latest = LatestDay(text, view, outlook) else { return }
    if let lead = latest.lead(view) { writing.learn(present: lead) }
    open.settle(mentions) { date, mention, isAhead in
      guard !isAhead || date.start.isDay && outlook.isNear(date, mention), !outlook.isDeadline(mention),
        let year = latest.year(of: date.start, mention)
      else { return }
      settle(&date, year)
      if !latest.tellsOfTrial, date.basis == .context { writing.learn(present: date.start) }
    }
    open.settle(mentions) { date, mention, isAhead in
      settle(&date, writing.yearBesidesEvent(date, mention, isAhead: isAhead || outlook.isLimit(mention)) ?? 0)
    }
  }

  /// Days around the Tết that the article names.
  private func resolveByTet(_ open: borrowing OpenDates, _ mentions: UnsafeMutableBufferPointer<Found>, _ writing: inout WritingTime) {
    guard let tet = TetYear(text, UnsafeBufferPointer(mentions), newestYear: writing.newestYear) else { return }
    open.settle(mentions) { date, mention, isAhead in
      settle(&date, writing.yearBesidesEvent(date, mention, isAhead: isAhead) ?? tet.year(of: date.start, after: writing) ?? 0)
      if !isAhead, date.basis == .context { writing.learn(present: date.start) }
    }
  }

  /// Days in the half year behind the last one that tells of the same person, and then what is near them.
  private func resolveBySamePersons(
    _ open: borrowing OpenDates, _ mentions: UnsafeMutableBufferPointer<Found>, _ writing: inout WritingTime
  ) {
    guard open.areLeft(in: mentions), let story = SamePersons(text, mentions, outlook, open) else { return }
    open.settle(mentions) { date, mention, isAhead in
      let near = writing.yearBesidesEvent(date, mention, isAhead: isAhead)
      settle(&date, near ?? (isAhead || outlook.isDeadline(mention) ? nil : story.year(of: date.start)) ?? 0)
      if !isAhead, date.basis == .context { writing.learn(present: date.start) }
    }
  }

  /// A document's date or a birth: says nothing about the time of writing.
  static func isElsewhere(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ index: Int) -> Bool {
    followsDecree(text, mentions, index) || isBirth(text, mentions[index])
  }

  private func resolve(_ date: inout FoundDate, _ mention: Found, isFuture: Bool, twin: Moment?) {
    if date.isLunar {
      // An article is written some years behind the last one that it names.
      guard let dated = twin ?? published else {
        // Such a name comes back after sixty years: a tale of the century before last says nothing of it.
        let isOld = latest.map { $0.year < 1990 } ?? false
        if isOld, !date.start.hasYear { date.canChi = -1 }
        return LunarResolver.resolve(&date, published: date.canChi >= 0 ? latest : nil, reach: 3)
      }
      return LunarResolver.resolve(&date, published: dated)
    }
    guard !date.start.hasYear, date.start.period != .unknown else { return }
    guard let published else {
      date.basis = .unresolved
      return settle(&date, contextYear)
    }
    // Of January: Đến ngày 31/12, toàn tỉnh có …
    let isCount = published.month == 1 && date.start.month == 12 && !outlook.isLimit(mention)
    let isFuture = isFuture || outlook.isAhead(date, mention) || outlook.isDeadline(mention) && !isCount || outlook.isProposed(mention)
    let year = pastFirst(date.start, published, isFuture: isFuture)
    fill(&date, year)
    date.basis = .published
    date.alternativeYear = year < published.year ? published.year : isFuture ? 0 : year - 1
  }

  /// `báo cáo trước 10/1, tổng kết ngày 5/3`: right behind a date that lies ahead in the next year.
  private func goesOnAhead(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Bool {
    guard let published, index > 0, case .date(let before) = mentions[index - 1].value, before.start.year > published.year,
      case let between = Int(mentions[index - 1].endToken)..<max(Int(mentions[index - 1].endToken), Int(mentions[index].firstToken)),
      (1...4).contains(between.count), text[between.lowerBound].kind == .comma
    else { return false }
    return between.allSatisfy { text[$0].gap < .line }
  }

  private static func latestYear(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>) -> Moment? {
    var year: Int16 = 0
    for index in text.mentions(.date) {
      if case .date(let date) = mentions[index].value, date.basis == .text, date.start.year < 2100 { year = max(year, date.start.year) }
    }
    return year > 0 ? Moment(year: Int(year), month: 6, day: 30) : nil
  }

  /// The date right behind a document's number is the document's; not `Qua tuyên truyền Luật Cư trú, sáng 12/1/2026, …`.
  static func followsDecree(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].value.kind == .decree, !DayPart.begins(text, Int(mentions[index].firstToken)) else { return false }
    return mentions[index].firstToken - mentions[index - 1].endToken <= 2
  }

  /// `sinh ngày 22/02/1974`
  static func isBirth(_ text: TokenizedText, _ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    return isBorn(text, first - 1) || isBorn(text, first - 2) || isBorn(text, first)
  }

  private static func isBorn(_ text: TokenizedText, _ token: Int) -> Bool {
    text.isKeyword(token, .born) || text.isKeyword(token, .bornShort)
  }

  /// `chủ nhật 15/4` of a year in which that day is no Sunday.
  private func contradictsWeekday(_ date: FoundDate) -> Bool {
    guard date.weekday != 0, date.end == nil, let weekday = date.start.weekday else { return false }
    return weekday != Int(date.weekday)
  }

  private func unfill(_ date: inout FoundDate) {
    date.start.year = 0
    date.basis = .unresolved
  }

  func fill(_ date: inout FoundDate, _ year: Int16) {
    date.start.year = year
    guard var end = date.end, !end.hasYear else { return }
    end.year = end.month < date.start.month ? year + 1 : year
    date.end = end
  }

  /// The latest such day up to some weeks after publication: news that names no year speaks of what is near.
  private func pastFirst(_ moment: Moment, _ published: Moment, isFuture: Bool) -> Int16 {
    // Of January: Trong quý IV, toàn tỉnh xảy ra …
    guard moment.month != 0 else { return !isFuture && published.month <= 2 && moment.period.isLate ? published.year - 1 : published.year }
    let day = { (m: Moment, year: Int16) in
      CalendarDay.number(year: Int(year), month: Int(m.month), day: m.isDay ? Int(m.day) : 1)
    }
    let reference = CalendarDay.number(year: Int(published.year), month: Int(published.month), day: Int(max(published.day, 1)))
    let candidate = day(moment, published.year)
    if isFuture { return candidate < reference - 200 ? published.year + 1 : published.year }
    // Of 28 December: Ngày 6/1, xét xử …
    if moment.isDay, day(moment, published.year + 1) <= reference + 21 { return published.year + 1 }
    return candidate > reference + 45 ? published.year - 1 : published.year
  }
}
