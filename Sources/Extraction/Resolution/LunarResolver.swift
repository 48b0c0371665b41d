/// Lunar dates in the solar calendar.
enum LunarResolver {
  /// - Parameter reach: how many years behind `published` the text may speak of.
  static func resolve(_ date: inout FoundDate, published: Moment?, reach: Int = 1) {
    if date.start.year == 0 {
      date.start.year = yearOfCycle(date.canChi, published: published, reach: reach)
      if date.start.year != 0, date.canChi < 0 { date.basis = .published }
    }
    guard date.start.year != 0 else {
      date.basis = .unresolved
      return leaveOpen(&date)
    }
    guard date.start.month != 0 else { return }
    // A month of the moon lies in two of the calendar.
    guard date.start.day != 0 else {
      date.start.month = 0
      return
    }
    let (first, last) = (date.start, date.end)
    guard let solar = solarDay(first, date.basis, published) else { return leaveOpen(&date) }
    date.start.set(solar)
    guard var end = last, end.month != 0, end.day != 0 else { return }
    end.year = end.month < first.month ? first.year + 1 : first.year
    if let solar = solarDay(end, date.basis, published) { date.end?.set(solar) }
  }

  /// `26/2/2024 (tức ngày 17 tháng Giêng)`, `mùng 1 Tết (10/2/2024)`: the day of the calendar beside the lunar one.
  static func twin(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Moment? {
    for other in [index - 1, index + 1] where mentions.indices.contains(other) {
      guard case .date(let date) = mentions[other].value, !date.isLunar, date.start.isDay, date.start.hasYear else { continue }
      let (first, second) = other < index ? (mentions[other], mentions[index]) : (mentions[index], mentions[other])
      let between = Int(first.endToken)..<max(Int(first.endToken), Int(second.firstToken))
      guard between.count <= 4 else { continue }
      let isBracket = between.first.map { text[$0].kind == .openParenthesis } == true
      if isBracket || between.contains(where: { LunarPair.isThatIs(text, $0) }) { return date.start }
    }
    return nil
  }

  /// A day of the moon is no day of the calendar before its year is known.
  static func leaveOpen(_ date: inout FoundDate) {
    if date.start.month != 0 { date.start.period = .unknown }
    if date.end != nil { date.end?.period = .unknown }
  }

  /// The twelfth month of 2017 lies in January 2018: without a year's name, the day nearest to publication.
  private static func solarDay(_ moment: Moment, _ basis: DateBasis, _ published: Moment?) -> (year: Int, month: Int, day: Int)? {
    let (year, month, day) = (Int(moment.year), Int(moment.month), Int(moment.day))
    guard basis != .text, let published else { return LunarCalendar.solarDay(year: year, month: month, day: day) }
    let reference = CalendarDay.number(year: Int(published.year), month: max(1, Int(published.month)), day: max(1, Int(published.day)))
    // Not each twelfth month has a thirtieth day.
    return [year - 1, year, year + 1].compactMap { LunarCalendar.solarDay(year: $0, month: month, day: day) }
      .filter { distance($0, reference) < 200 }.min { distance($0, reference) < distance($1, reference) }
  }

  private static func distance(_ day: (year: Int, month: Int, day: Int), _ reference: Int) -> Int {
    abs(CalendarDay.number(year: day.year, month: day.month, day: day.day) - reference)
  }

  /// The last year of that name up to the one behind publication: `Tết Mậu Thân` of news from 2018 is 1968. Without a date of
  /// publication, up to 2027.
  private static func yearOfCycle(_ canChi: Int8, published: Moment?, reach: Int) -> Int16 {
    guard canChi >= 0 else { return published?.year ?? 0 }
    let last = published.map { Int($0.year) + reach } ?? 2027
    let base = 1984 + Int(canChi)
    return Int16(last - ((last - base) % 60 + 60) % 60)
  }
}

extension Moment {
  fileprivate mutating func set(_ solar: (year: Int, month: Int, day: Int)) {
    year = Int16(solar.year)
    month = UInt8(solar.month)
    day = UInt8(solar.day)
  }
}
