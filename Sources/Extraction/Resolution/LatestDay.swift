/// The last day of the past that an article dates: a day without a year in the weeks behind it is of the same story, and so is one
/// in the months behind `đầu tháng 5/2019`.
///
///     Ngày 22/5, công an thông tin về vụ án. … Ngày 14/5/2019, cơ quan điều tra khởi tố
///
/// An article that names a later year was written after it, and leaves the day open. A trial is held years after what it tells:
/// there only the days behind the last one in the same paragraph are of that story.
struct LatestDay {
  private let text: TokenizedText
  private var day = 0
  /// The tokens of the last day.
  private var first = 0
  private var end = 0
  /// How many days behind the last one are of its story.
  private var reach = 0
  /// How many days before it.
  private var before = 0
  /// The beginning of the latest month or year that the article names.
  private var coarse = 0
  /// The last day that lies ahead.
  private var ahead = 0
  let tellsOfTrial: Bool

  /// Nil when no past day has a year, or when the article names a later month or year.
  init?(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ outlook: DateOutlook) {
    self.text = text
    tellsOfTrial = LatestDay.tellsOfTrial(text)
    for index in text.mentions(.date) {
      let mention = mentions[index]
      guard case .date(let date) = mention.value, date.basis == .text, date.start.hasYear, date.start.period == .none, !date.isLunar,
        date.start.isPossible, !YearResolver.isBirth(text, mention), !LatestDay.isCaption(text, mention)
      else { continue }
      if outlook.liesAhead(date, mention) || outlook.isLimit(mention) {
        if date.start.month != 0 { ahead = max(ahead, WritingTime.number(date.start, year: date.start.year)) }
      } else {
        note(date, mention, isDocument: YearResolver.followsDecree(text, mentions, index) || isOfDocument(Int(mention.firstToken)))
      }
    }
    if day == 0 || coarse > day || ahead > day + 300 { return nil }
  }

  private mutating func note(_ date: FoundDate, _ mention: Found, isDocument: Bool) {
    if let last = date.end, last.hasYear, last.month != 0, last.isPossible {
      guard !date.isOpen else { return }
      // từ tháng 10/2010 đến tháng 11/2015, với cương vị giám đốc
      if text[Int(mention.endToken)].kind == .comma, text.isEvent(Int(mention.endToken) + 1, "career") {
        coarse = max(coarse, WritingTime.firstDay(last))
        return
      }
      return take(WritingTime.lastDay(last), mention, reach: last.isDay ? 31 : 75)
    }
    if date.end == nil, date.start.isDay, !date.isOpen {
      let isBackground = !isDocument && !tellsOfTrial && followsBefore(Int(mention.firstToken))
      return take(
        WritingTime.lastDay(date.start), mention,
        reach: isDocument ? 14 : isBackground ? LatestDay.reachOfBackground : LatestDay.reachOfDay)
    }
    let first = Int(mention.firstToken)
    let isUntil = text.isKeyword(first - 1, .to) || text.isKeyword(first - 1, .until)
    if date.start.month != 0, !date.isOpen, !isUntil, isPartOfMonth(first) {
      return take(WritingTime.firstDay(date.start), mention, reach: LatestDay.reachOfMonth)
    }
    guard date.start.month != 0 || !isUntil else { return }
    coarse = max(coarse, WritingTime.firstDay(date.start))
  }

  private mutating func take(_ number: Int, _ mention: Found, reach: Int) {
    guard number > day, number >= LatestDay.firstOfWebNews else { return }
    (day, self.reach, first, end) = (number, reach, Int(mention.firstToken), Int(mention.endToken))
    before = reach == LatestDay.reachOfDay && !LatestDay.tellsOfCareer(text, text.sentence(around: end)) ? 10 : 0
  }

  /// `quyết định điều chuyển giáo viên | ngày 17-8-2008`: of a document without a number.
  private func isOfDocument(_ first: Int) -> Bool {
    for index in (max(1, first - 7)..<first).reversed() {
      guard text[index].kind == .word, text[index + 1].gap < .line else { return false }
      if text.match(.decreeType, at: index) != nil { return true }
    }
    return false
  }

  /// `đầu tháng 6/2018`, `trong tháng 6/2018`, `phiên họp thường kỳ tháng 6/2018`: so one speaks of months that are not long past.
  private func isPartOfMonth(_ first: Int) -> Bool {
    [Keyword.first, .middle, .last].contains { text.isKeyword(first, $0) } || text.isKeyword(first - 1, .among)
      || text.endsEvent(first, "monthly") || text.endsEvent(first, "plan")
  }

  /// `… tại Homs, ngày 14/4/2016. Ảnh: AP`: a picture may be older than its article.
  static func isCaption(_ text: TokenizedText, _ mention: Found) -> Bool {
    let end = Int(mention.endToken)
    return (end..<end + 4).contains { text.isKeyword($0, .photo) }
  }

  private static let reachOfDay = 31
  /// Of a day that `Trước đó` tells of as what came before: four months.
  private static let reachOfBackground = 330
  /// From the first day of a month: two months and more.
  private static let reachOfMonth = 85
  /// 1 January 2000: older days are history in what was written for the web.
  static let firstOfWebNews = 10_957

  /// The year of a day in the weeks behind the last one; nil for any other.
  func year(of moment: Moment, _ mention: Found) -> Int16? {
    guard moment.isDay, moment.month != 0, moment.isPossible else { return nil }
    if tellsOfTrial, reach != LatestDay.reachOfMonth, !goesOn(to: Int(mention.firstToken), moment) { return nil }
    let year = Int16(CalendarDay.date(number: day).year)
    let before = isToldBefore(first: Int(mention.firstToken)) ? LatestDay.reachOfToldBefore : self.before
    return (year - 1...year + 1).first { (-before...reach).contains(WritingTime.number(moment, year: $0) - day) }
  }

  /// The last day, where a paragraph opens the article with it, which then reports of it: `Sáng 9/12/2022, kỳ họp bế mạc.`
  ///
  /// Nil for any other, as for that of a picture (`tại Hà Nội, ngày 27/11/2018.`) and one behind a day without a year.
  func lead(_ mentions: UnsafeBufferPointer<Found>) -> Moment? {
    guard reach == LatestDay.reachOfDay, before > 0, !tellsOfTrial, first < LatestDay.tokensOfLead, text[end].kind == .comma,
      !text.isKeyword(first, .from), !text.isKeyword(first - 1, .from), opensParagraph,
      !mentions.contains(where: { $0.firstToken < first && isYearlessDay($0) })
    else { return nil }
    let date = CalendarDay.date(number: day)
    return Moment(year: date.year, month: date.month, day: date.day)
  }

  private static let tokensOfLead = 80

  /// Whether the last day stands in the first sentence of its paragraph.
  private var opensParagraph: Bool { text.beginsLine(text.sentence(around: first).lowerBound) }

  private func isYearlessDay(_ mention: Found) -> Bool {
    guard case .date(let date) = mention.value else { return false }
    return date.start.isDay && date.basis != .text
  }

  /// `ngày 1/9/2017. Trước đó, ngày 16/8`
  private func isToldBefore(first: Int) -> Bool {
    guard !tellsOfTrial, reach == LatestDay.reachOfDay, first >= end, first - end <= 60 else { return false }
    return followsBefore(first)
  }

  /// `Trước đó, | ngày 16/8`
  private func followsBefore(_ first: Int) -> Bool {
    let head = text[first - 1].kind == .comma ? first - 2 : first - 1
    return text.isKeyword(head, .thereof) && text.isKeyword(head - 1, .before)
  }

  private static let reachOfToldBefore = 45

  /// Whether the token stands behind the last day in its paragraph, and near it unless the day is of the same week.
  private func goesOn(to token: Int, _ moment: Moment) -> Bool {
    let gap = WritingTime.number(moment, year: Int16(CalendarDay.date(number: day).year)) - day
    return token >= end && token - end <= ((0...7).contains(gap) ? 160 : 60) && !(end..<token + 1).contains { text.beginsLine($0) }
  }

  /// `được bổ nhiệm`, `giữ chức`: a day of years ago may be near by chance.
  static func tellsOfCareer(_ text: TokenizedText, _ sentence: Range<Int>) -> Bool {
    sentence.contains { text.isEvent($0, "career") }
  }

  /// `phiên tòa`, `bị cáo`, `cáo trạng`
  static func tellsOfTrial(_ text: TokenizedText) -> Bool {
    var index = text.next(.events, from: 1)
    while index < text.count {
      if text.isEvent(index, "trial") { return true }
      index = text.next(.events, from: index + 1)
    }
    return false
  }
}
