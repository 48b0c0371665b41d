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
    for index in text.mentions(.date) {
      let mention = mentions[index]
      guard case .date(let date) = mention.value, date.basis == .text, date.start.hasYear, date.start.period == .none, !date.isLunar,
        date.start.isPossible, !YearResolver.isElsewhere(text, view, index), !LatestDay.isCaption(text, mention),
        !outlook.liesAhead(date, mention), !outlook.isDeadline(mention)
      else { continue }
      note(date, mention, index)
    }
    guard mention >= 0, newest <= Int16(CalendarDay.date(number: day).year) + 1 else { return nil }
    let sentence = text.sentence(around: Int(mentions[mention].firstToken))
    guard !LatestDay.tellsOfCareer(text, sentence) else { return nil }
    var persons: [UInt32] = []
    eachPerson(around: mention, sentence, mentions) { persons.append($0) }
    persons.removeAll { person in mentions.contains { isForeign($0, person) } }
    guard !persons.isEmpty else { return nil }
    if reach.lowerBound > 0, contradictsVerdict(mentions, open) { return nil }
    guard open.contains(in: mentions, { names(persons, beside: $0, mentions, outside: sentence) }) else { return nil }
  }

  private mutating func note(_ date: FoundDate, _ mention: Found, _ index: Int) {
    let moment = date.end ?? date.start
    guard moment.hasYear, moment.isPossible else { return }
    let first = Int(mention.firstToken)
    // sau 1/1/2018, trước thời điểm 1/1/2018
    let isBound = (max(1, first - 3)..<first).contains {
      (text.isKeyword($0, .after) || text.isKeyword($0, .before)) && !text.isKeyword($0 + 1, .thereof)
    }
    let isSince = isBound || date.isOpen || date.end == nil && (text.isKeyword(first, .from) || text.isKeyword(first - 1, .from))
    // giai đoạn từ tháng 8/2011 đến tháng 4/2016
    guard moment.month != 0, !isSince, date.start.year >= moment.year - 1 else {
      newest = max(newest, moment.year)
      return
    }
    let number = WritingTime.firstDay(moment)
    guard number > day, number >= LatestDay.firstOfWebNews else { return }
    (day, self.mention) = (number, index)
  }

  /// `Ngày 14/8, tòa xử phúc thẩm. Trước đó, ngày 29/3, tòa sơ thẩm tuyên án. Ngày 23/4/2018, gây án`: the year of the deed would set the
  /// first verdict before it.
  private func contradictsVerdict(_ mentions: UnsafeMutableBufferPointer<Found>, _ open: borrowing OpenDates) -> Bool {
    let deed = Int16(CalendarDay.date(number: day).year)
    var isOfDeed = false
    var isVerdict = false
    _ = open.contains(in: mentions) { index in
      guard case .date(let date) = mentions[index].value, date.start.isDay, date.start.month != 0, date.start.isPossible else {
        return false
      }
      if let year = year(of: date.start) {
        isOfDeed = isOfDeed || year == deed
      } else if WritingTime.number(date.start, year: deed) < day {
        isVerdict = isVerdict || text.sentence(around: Int(mentions[index].firstToken)).contains { text.isEvent($0, "trial") }
      }
      return false
    }
    return isOfDeed && isVerdict
  }

  /// Whether one of the persons is named in the sentence of the mention, which lies outside of another.
  private func names(
    _ persons: [UInt32], beside index: Int, _ mentions: UnsafeMutableBufferPointer<Found>, outside other: Range<Int>
  ) -> Bool {
    let token = Int(mentions[index].firstToken)
    let sentence = text.sentence(around: token)
    guard !other.contains(token) else { return false }
    // A court of appeal judges a year behind the deed or more, but months behind the first verdict.
    if sentence.contains(where: { text.isEvent($0, "appeal") }), !other.contains(where: { text.isEvent($0, "trial") }) { return false }
    var isNamed = false
    eachPerson(around: index, sentence, mentions) { isNamed = isNamed || persons.contains($0) }
    return isNamed
  }

  /// The last syllables of the names in the sentence of the mention.
  private func eachPerson(
    around index: Int, _ sentence: Range<Int>, _ mentions: UnsafeMutableBufferPointer<Found>, _ body: (UInt32) -> Void
  ) {
    var first = index
    while first > 0, Int(mentions[first - 1].firstToken) >= sentence.lowerBound { first -= 1 }
    while first < mentions.count, Int(mentions[first].firstToken) < sentence.upperBound {
      if let last = lastSyllable(mentions[first]) { body(text.fold(last)) }
      first += 1
    }
  }

  private func lastSyllable(_ mention: Found) -> Int? {
    guard mention.value.kind == .name else { return nil }
    let last = Int(mention.endToken) - 1
    return text[last].kind == .period && last > Int(mention.firstToken) ? last - 1 : last
  }

  /// Whether the mention is a name that ends with the syllable and is no Vietnamese's: `David Dao`, `Kim Hak-song`, `Tập Cận Bình`.
  private func isForeign(_ mention: Found, _ person: UInt32) -> Bool {
    guard let last = lastSyllable(mention), text.fold(last) == person else { return false }
    let first = Int(mention.firstToken)
    return NameShape.isAsianSurname(text, first)
      || (first...last).contains {
        text[$0].kind == .dash || text[$0].kind == .word && !text.isVietnamese($0) && !text.entry($0).traits.contains(.single)
      }
  }

  /// The year of a day in the half year behind the last one; nil for any other, or where the article names a later year.
  func year(of moment: Moment) -> Int16? {
    guard moment.isDay, moment.month != 0, moment.isPossible else { return nil }
    let year = Int16(CalendarDay.date(number: day).year)
    let found = (year...year + 1).first { reach.contains(WritingTime.number(moment, year: $0) - day) }
    return found.flatMap { $0 >= newest ? $0 : nil }
  }
}
