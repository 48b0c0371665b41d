/// The year of a day beside which its day of the moon stands: `ngày 7/2 (tức mùng 3 Tết)`, `sáng 14-4, nhằm 10-3 âm lịch`,
/// `mùng 3 Tết (ngày 7/2)`.
///
/// Such a pair comes back after 19 years: it is read of the years in which news was written for the web.
enum LunarPair {
  /// A day of the moon; `canChi` is the place of its year in the cycle, -1 when none is named.
  private typealias Moon = (month: Int, day: Int, canChi: Int8)

  private static let years = 2006...2027

  /// Nil when no day of the moon stands beside the day, when none of the years has that pair, or two of them.
  static func year(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16? {
    guard case .date(let date) = mentions[index].value, !date.isLunar, date.start.isDay, date.start.month != 0,
      let moon = behind(text, Int(mentions[index].endToken)) ?? before(text, mentions, index)
    else { return nil }
    var found: Int16?
    for year in years {
      let lunarYear = moon.month >= 11 && date.start.month <= 2 ? year - 1 : year
      guard moon.canChi < 0 || (lunarYear - 1984 - Int(moon.canChi)) % 60 == 0,
        let solar = LunarCalendar.solarDay(year: lunarYear, month: moon.month, day: moon.day), solar.year == year,
        solar.month == Int(date.start.month), solar.day == Int(date.start.day)
      else { continue }
      guard found == nil else { return nil }
      found = Int16(year)
    }
    return found
  }

  /// `(tức ngày 22 tháng Chạp`, `, nhằm 10-3 âm lịch`, `(mùng 3 Tết`, `(tức 29 Tết`
  private static func behind(_ text: TokenizedText, _ end: Int) -> Moon? {
    var index = end
    guard text.isJoined(index), text[index].kind == .comma || text[index].kind == .openParenthesis || isThatIs(text, index) else {
      return nil
    }
    if text[index].kind == .comma { index += 1 }
    if text[index].kind == .openParenthesis { index += 1 }
    if isThatIs(text, index) { index += 1 }
    while text.isJoined(index), text.isListed(index, .stopWord) && text[index].kind == .word || isDayWord(text, index), index < end + 6 {
      index += 1
    }
    return moon(text, index)
  }

  static func isThatIs(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .thatIs) || text.isKeyword(index, .fallsOn)
  }

  private static func isDayWord(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.day, .morning, .noon, .afternoon, .evening, .night].contains { text.isKeyword(index, $0) }
  }

  /// `mùng 3 Tết (tức 7/2`
  private static func before(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Moon? {
    guard index > 0, case .date(let date) = mentions[index - 1].value, date.isLunar, date.basis == .unresolved, date.start.isDay else {
      return nil
    }
    let between = Int(mentions[index - 1].endToken)..<Int(max(mentions[index - 1].endToken, mentions[index].firstToken))
    guard between.count <= 3, between.contains(where: { text[$0].kind == .openParenthesis || isThatIs(text, $0) }) else { return nil }
    return (Int(date.start.month), Int(date.start.day), -1)
  }

  /// `22 tháng Chạp`, `mùng 3 Tết`, `29 Tết`, `10/3 âm lịch`, `6/9 năm Giáp Thìn`
  private static func moon(_ text: TokenizedText, _ start: Int) -> Moon? {
    let isBeginning = text.isBeginning(start)
    let index = isBeginning ? start + 1 : start
    guard text[index].kind == .number, text[index].lexeme <= 2, case let day = text.part(index, 0).value, (1...30).contains(day) else {
      return nil
    }
    if text[index].lexeme == 2 {
      let month = text.part(index, 1).value
      let year = canChi(text, index + 1)
      guard text.isKeyword(index + 1, .lunar) || year >= 0, (1...12).contains(month) else { return nil }
      return (Int(month), Int(day), year)
    }
    let next = text.isKeyword(index + 1, .month) ? index + 2 : index + 1
    if text.isKeyword(next, .twelfthMoon) { return (12, Int(day), canChi(text, next + 1)) }
    if text.isKeyword(next, .firstMoon) { return (1, Int(day), canChi(text, next + 1)) }
    guard text.isKeyword(next, .lunarNewYear) else { return nil }
    return (isBeginning || day <= 10 ? 1 : 12, Int(day), -1)
  }

  private static func canChi(_ text: TokenizedText, _ index: Int) -> Int8 {
    var cursor = TokenCursor(text, at: index)
    return LunarExpression.takeCanChi(&cursor)
  }
}
