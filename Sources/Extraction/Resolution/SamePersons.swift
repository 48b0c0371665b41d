/// The last month or day of the past that an article dates, in a sentence with a person's name: where the same person is named beside
/// a day without a year, that day is of the half year behind it.
///
///     Tháng 1/2019, anh Minh gặp Tòng. … Ngày 11/6, công an bắt Tòng
///
/// A career is told over many years, and a document is cited long after its day: neither dates the story. Nor does what is told of
/// foreigners: of heads of state news tells again what was years ago. A court judges months after the deed.
struct SamePersons {
  private let text: TokenizedText
  /// The day, or the first one of the month.
  private var day = 0
  private var mention = -1
  /// The latest bare year that lies behind.
  private var newest: Int16 = 0
  /// How many days behind it.
  private let reach: ClosedRange<Int>

  /// Nil when no past day or month has a year, or no person's name in its sentence, or one that no open date shares.
  init?(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ outlook: DateOutlook, _ open: borrowing OpenDates) {
    self.text = text
    reach = LatestDay.tellsOfTrial(text) ? 75...200 : 0...200
    let view = UnsafeBufferPointer(mentions)
    for (index, mention) in mentions.enumerated() {
      guard case .date(let date) = mention.value, date.basis == .text, date.start.hasYear, date.start.period == .none, !date.isLunar,
        date.start.isPossible, !YearResolver.isElsewhere(text, view, index), !LatestDay.isCaption(text, mention),
        !outlook.isAhead(date, mention), !outlook.isPlanned(mention), !outlook.isDeadline(mention), !outlook.isDemanded(mention)
      else { continue }
      note(date, mention, index)
    }
    guard mention >= 0, newest <= Int16(CalendarDay.date(number: day).year) + 1 else { return nil }
    let sentence = text.sentence(around: Int(mentions[mention].firstToken))
    guard !LatestDay.tellsOfCareer(text, sentence),
      open.contains(in: mentions, { sharesPerson(mentions, sentence, Int(mentions[$0].firstToken)) })
    else { return nil }
  }

  private mutating func note(_ date: FoundDate, _ mention: Found, _ index: Int) {
    let moment = date.end ?? date.start
    guard moment.hasYear, moment.month != 0, moment.isPossible else {
      newest = max(newest, moment.year)
      return
    }
    let first = Int(mention.firstToken)
    let isSince = date.isOpen || date.end == nil && (text.isKeyword(first, .from) || text.isKeyword(first - 1, .from))
    let number = WritingTime.firstDay(moment)
    guard !isSince, number > day, number >= LatestDay.firstOfWebNews else { return }
    (day, self.mention) = (number, index)
  }

  /// Whether the sentence around `token` names one of the persons of another sentence.
  private func sharesPerson(_ mentions: UnsafeMutableBufferPointer<Found>, _ sentence: Range<Int>, _ token: Int) -> Bool {
    guard !sentence.contains(token) else { return false }
    let other = text.sentence(around: token)
    return mentions.contains { one in
      guard let name = given(one, in: sentence) else { return false }
      return mentions.contains { given($0, in: other) == name }
    }
  }

  /// The last syllable of a name within the sentence.
  private func given(_ mention: Found, in sentence: Range<Int>) -> UInt32? {
    guard mention.value.kind == .name, sentence.contains(Int(mention.firstToken)) else { return nil }
    var last = Int(mention.endToken) - 1
    if text[last].kind == .period, last > Int(mention.firstToken) { last -= 1 }
    return text.isVietnamese(last) || text.entry(last).traits.contains(.single) ? text.fold(last) : nil
  }

  /// The year of a day in the half year behind the last one; nil for any other, or where the article names a later year.
  func year(of moment: Moment) -> Int16? {
    guard moment.isDay, moment.month != 0, moment.isPossible else { return nil }
    let year = Int16(CalendarDay.date(number: day).year)
    let found = (year...year + 1).first { reach.contains(WritingTime.number(moment, year: $0) - day) }
    return found.flatMap { $0 >= newest ? $0 : nil }
  }
}
