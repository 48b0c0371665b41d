/// Tết Nguyên đán Tân Sửu 2021 · xuân Nhâm Dần · năm Giáp Thìn · rằm tháng Giêng
///
///     [đầu | cuối] (Tết | xuân) [Nguyên đán] [CAN CHI] [[năm] Y]
///     từ (mùng | mồng) D đến [mùng | mồng] D (Tết | tháng M âm lịch) [CAN CHI] [Y]
enum LunarExpression {
  static func read(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: start)
    if let end = readFestival(&cursor, start, &found) { return end }
    cursor.index = start
    return readFullMoon(&cursor, start, &found)
  }

  private static func readFestival(_ cursor: inout TokenCursor, _ start: Int, _ found: inout Buffer<Found>) -> Int? {
    if cursor.isAt(.first) || cursor.isAt(.last) { cursor.index += 1 }
    let isYear = cursor.isAt(.year)
    guard cursor.take(.lunarNewYear) || cursor.take(.spring) || cursor.take(.year), isYear || cursor.isJoined else { return nil }
    if !isYear { takeTetName(&cursor) }
    let canChi = takeCanChi(&cursor)
    guard !isYear || canChi >= 0 else { return nil }
    let yearStart = cursor.index
    _ = cursor.take(TokenKind.dash) || cursor.take(.year)
    var year = cursor.takeYearNumber() ?? 0
    if year == 0, cursor.text[cursor.index].kind == .openParenthesis,
      let inner = cursor.text.isJoined(cursor.index) ? cursor.yearNumber(cursor.index + 1) : nil,
      cursor.text[cursor.index + 2].kind == .closeParenthesis
    {
      year = inner
      cursor.index += 3
    }
    if year == 0 { cursor.index = yearStart }
    guard canChi >= 0 || year > 0 else { return nil }
    var date = FoundDate(start: Moment(year: Int(year)))
    date.canChi = canChi
    date.isLunar = true
    append(date, cursor.text, start, cursor.index, &found)
    return cursor.index
  }

  /// `Nguyên đán`, `cổ truyền`, the rest of a holiday's name behind `Tết`.
  fileprivate static func takeTetName(_ cursor: inout TokenCursor) {
    if let match = cursor.text.match(.holiday, at: cursor.index - 1), match.end > cursor.index { cursor.index = match.end }
  }

  /// `năm Đinh Dậu`: the year's place in the cycle, -1 when none stands here.
  static func takeCanChi(_ cursor: inout TokenCursor) -> Int8 {
    let start = cursor.index
    if cursor.isAt(.year) { cursor.index += 1 }
    guard cursor.isJoined, let item = cursor.take(.canChi) else {
      cursor.index = start
      return -1
    }
    return Int8(truncatingIfNeeded: ListNumber.parse(item.field1))
  }

  /// từ mùng 1 đến mùng 3 Tết · từ mùng 6 đến mùng 8 tháng Giêng: reads from `từ` on.
  static func readInterval(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: start + 1)
    guard takeBeginning(&cursor), let first = takeDay(&cursor) else { return nil }
    if cursor.take(.lunarNewYear) { takeTetName(&cursor) }
    guard cursor.take(.to) || cursor.take(.until) else { return nil }
    _ = cursor.take(.end)
    _ = takeBeginning(&cursor)
    guard let last = takeDay(&cursor), last > first, let month = takeMoon(&cursor) else { return nil }
    var date = FoundDate(start: Moment(month: month, day: first))
    date.isLunar = true
    date.canChi = takeCanChi(&cursor)
    date.start.year = cursor.takeYearNumber() ?? 0
    var end = date.start
    end.day = UInt8(last)
    date.end = end
    append(date, text, start, cursor.index, &found)
    return cursor.index
  }

  private static func takeBeginning(_ cursor: inout TokenCursor) -> Bool { cursor.take(.begin) || cursor.take(.begin2) }

  /// `Tết`, `tháng Giêng`, `tháng 3 âm lịch`: the month of the moon.
  private static func takeMoon(_ cursor: inout TokenCursor) -> Int? {
    if cursor.take(.lunarNewYear) {
      takeTetName(&cursor)
      return 1
    }
    guard cursor.take(.month), let month = cursor.takeMonthNumber(), !month.hasYear else { return nil }
    let isNamed = cursor.text.isKeyword(cursor.index - 1, .firstMoon) || cursor.text.isKeyword(cursor.index - 1, .twelfthMoon)
    return cursor.take(.lunar, .lunarTail) || isNamed ? Int(month.month) : nil
  }

  /// rằm tháng Giêng · rằm tháng Bảy năm Giáp Thìn: the fifteenth of the moon.
  private static func readFullMoon(_ cursor: inout TokenCursor, _ start: Int, _ found: inout Buffer<Found>) -> Int? {
    guard cursor.take(.fullMoon), cursor.isJoined, cursor.take(.month), let month = cursor.takeMonthNumber(), !month.hasYear else {
      return nil
    }
    let canChi = takeCanChi(&cursor)
    let year = canChi < 0 && cursor.isAt(.year) ? cursor.yearNumber(cursor.index + 1) ?? 0 : 0
    if year > 0 { cursor.index += 2 }
    var date = FoundDate(start: Moment(year: Int(year), month: Int(month.month), day: 15))
    date.isLunar = true
    date.canChi = canChi
    append(date, cursor.text, start, cursor.index, &found)
    return cursor.index
  }

  private static func takeDay(_ cursor: inout TokenCursor) -> Int? {
    if let number = cursor.plainNumber(), number.value >= 1, number.value <= 10 {
      cursor.index += 1
      return Int(number.value)
    }
    guard let numeral = cursor.takeNumeral(), numeral.isWords, numeral.low.mantissa <= 10 else { return nil }
    return Int(numeral.low.mantissa)
  }

  private static func append(_ date: FoundDate, _ text: TokenizedText, _ first: Int, _ end: Int, _ found: inout Buffer<Found>) {
    found.append(
      Found(
        start: text[first].start, end: text[end - 1].end, firstToken: Int32(first), endToken: Int32(end), rule: .dateLunar,
        value: .date(date)))
  }
}

extension TokenCursor {
  /// `mùng 4 Tết Giáp Thìn`, `mùng 3-5 Tết`, `30 Tết`, `29-30 Tết`, `ba mươi Tết`: days of the first month of the moon, or of the last
  /// one before the year that is named; not `20 Tết xa nhà`, `30 Tết Dương lịch`.
  ///
  /// - Parameter isBeginning: `mùng` stands before an earlier day of the list.
  mutating func takeDayOfTet(triggered: Bool, isBeginning: Bool = false) -> DatePoint? {
    let start = index
    let number = text.isBeginning(index) ? index + 1 : index
    guard
      text.isKeyword(number + 1, .lunarNewYear) || text.isKeyword(number + 2, .lunarNewYear) || text.isKeyword(number + 3, .lunarNewYear)
    else { return nil }
    let isBeginning = isBeginning || number > index
    index = number
    let possible = isBeginning ? 1...10 : triggered ? 20...30 : 23...30
    guard let days = takeDays(possible), take(.lunarNewYear), !isWesternHoliday, days.count == 1 || !isAt(.everyYear) else {
      index = start
      return nil
    }
    LunarExpression.takeTetName(&self)
    let canChi = LunarExpression.takeCanChi(&self)
    var year = Int(takeYearNumber() ?? 0)
    if year > 0, !isBeginning { year -= 1 }
    var point = DatePoint(Moment(year: year, month: isBeginning ? 1 : 12, day: days.lowerBound), .dateLunar, triggered: true)
    if days.count > 1 { point.date.end = Moment(year: year, month: isBeginning ? 1 : 12, day: days.upperBound) }
    point.date.isLunar = true
    point.date.canChi = canChi >= 0 && !isBeginning ? (canChi + 59) % 60 : canChi
    return point
  }

  /// `4`, `3-5`, `ba mươi`: one day or the first and the last, stays put where one of them lies outside.
  private mutating func takeDays(_ possible: ClosedRange<Int>) -> ClosedRange<Int>? {
    let start = index
    var days: ClosedRange<Int>?
    if token.kind == .number, token.lexeme <= 2 {
      let (first, last) = (Int(text.part(index, 0).value), Int(text.part(index, Int(token.lexeme) - 1).value))
      if token.lexeme == 1 || text.part(index, 1).separator == UInt8(ascii: "-") && first < last { days = first...max(first, last) }
      index += 1
    } else if let numeral = takeNumeral(), numeral.isWords, numeral.low.mantissa <= 30 {
      days = Int(numeral.low.mantissa)...Int(numeral.low.mantissa)
    }
    if let days, possible.contains(days.lowerBound), possible.contains(days.upperBound) { return days }
    index = start
    return nil
  }

  /// `Tết Dương lịch`, behind `Tết`.
  private var isWesternHoliday: Bool {
    guard let match = text.match(.holiday, at: index - 1) else { return false }
    return text.item(.holiday, match).field1.count == 5
  }
}
