/// Spans of time: giai đoạn 2021-2025 · từ 19 - 31/8 · từ tháng 5/2016 đến nay
extension DateExpression {
  /// giai đoạn 2021-2025 · nhiệm kỳ 2020 - 2025 · năm học 2016-2017 · giai đoạn từ ngày … đến ngày …
  mutating func readPeriod(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    guard
      cursor.take(.period, .periodTail) || cursor.take(.term, .termTail) || cursor.take(.year, .school)
        || cursor.takePeriodWord()
    else { return nil }
    guard cursor.isJoined else { return nil }
    if text.isKeyword(start, .year) {
      _ = cursor.take(.newly)
      if let year = takeSchoolYear() { return emit(year, &found) }
    }
    _ = cursor.take(.year)
    let hasFrom = cursor.take(.from)
    if let point = cursor.takeDatePoint() ?? bareYearPoint(), let whole = intervalTail(from: point, hasFrom: hasFrom) ?? asInterval(point) {
      var period = whole
      period.rule = .datePeriod
      return emit(period, &found)
    }
    return nil
  }

  /// `năm học | 2016`, `năm tài khóa | 2017`; not `năm học 2016 - 2017`
  private mutating func takeSchoolYear() -> DatePoint? {
    guard cursor.isJoined, text[cursor.index].lexeme == 1, let year = cursor.yearNumber(cursor.index), (1990...2100).contains(year),
      text[cursor.index + 1].kind != .dash, !text.isKeyword(cursor.index + 1, .to)
    else { return nil }
    cursor.index += 1
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: true)
  }

  func asInterval(_ point: DatePoint) -> DatePoint? { point.date.end == nil ? nil : point }

  /// từ POINT đến POINT · từ 19 - 31/8 · từ POINT đến nay
  mutating func readFrom(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    guard cursor.take(.from), cursor.isJoined, !isLabelled else { return nil }
    if text.isBeginning(cursor.index), let end = LunarExpression.readInterval(text, at: start, into: &found) { return end }
    let isDaySpan = cursor.standsDaySpan()
    let point: DatePoint
    if let read = cursor.takeDatePoint() ?? bareYearPoint() {
      point = read
    } else if let day = cursor.takeBareDay(), day.value <= 31 {
      var bare = DatePoint(Moment(day: Int(day.value)), .dateList, triggered: false)
      bare.isBareDay = true
      point = bare
    } else {
      return nil
    }
    if let interval = intervalTail(from: point, hasFrom: true) { return emit(interval, &found) }
    // từ trưa đến chiều tối 30/8
    if isDaySpan, !point.isBareDay { return emit(point, &found) }
    guard let whole = asInterval(point), !isFollowedByUnit(cursor.index) else { return nil }
    return emit(whole, &found)
  }

  /// `10 ngày cao điểm (20 - 30/5)`
  mutating func readBracketedSpan(_ found: inout Buffer<Found>) -> Int? {
    guard text[start - 1].kind == .openParenthesis, text[start + 1].kind == .dash, text[start + 3].kind == .closeParenthesis,
      case .day(let last)? = NumericDate(text, start + 2), let day = cursor.takeBareDay(), day.value < last.day, last.isPossible
    else { return nil }
    var first = DatePoint(Moment(day: Int(day.value)), .dateList, triggered: false)
    first.isBareDay = true
    guard let interval = intervalTail(from: first, hasFrom: true) else { return nil }
    return emit(interval, &found)
  }

  /// `các lô ký hiệu | từ 1.1 đến 1.10`: figures with a full stop that number things.
  private var isLabelled: Bool {
    guard case .day(let day)? = NumericDate(text, start + 1), !day.hasYear, text.part(start + 1, 1).separator == UInt8(ascii: ".") else {
      return false
    }
    return NumberLabel.precedes(text, start)
  }

  /// The rest of an interval whose first point has been read.
  mutating func intervalTail(from first: DatePoint, hasFrom: Bool) -> DatePoint? {
    guard first.date.end == nil else { return nil }
    let before = cursor.index
    var probe = cursor
    // "thành lập từ năm 1993, đến năm 2015 chuyển đổi" tells of two years.
    if probe.token.kind == .comma, hasFrom, text[start].isCapitalized { probe.index += 1 }
    if hasFrom, let end = endOfNote(probe.index) { probe.index = end }
    let isDash = probe.token.kind == .dash && probe.token.gap <= .space || isSpacedSlash(probe)
    // Từ năm 2009 cho đến tháng 11-2010
    if hasFrom, probe.isAt(.forWhom), probe.isJoined, text.isKeyword(probe.index + 1, .to) { probe.index += 1 }
    guard isDash || probe.isAt(.to) || probe.isAt(.until), probe.isJoined || isDash else { return nil }
    probe.index += 1
    guard probe.isJoined else { return nil }
    if !isDash, probe.isAt(.now) {
      guard hasFrom || first.isTriggered && !text.isKeyword(start - 1, .into) else { return nil }
      cursor.index = probe.index + 1
      var open = first
      open.date.isOpen = true
      open.rule = .dateInterval
      return open
    }
    _ = probe.take(.end)
    cursor = probe
    guard let last = cursor.takeDatePoint() ?? bareYearPoint() ?? earlyYear(after: first, hasFrom: hasFrom), last.date.end == nil,
      !last.isBareDay,
      let joined = join(first, last, hasFrom: hasFrom, isDash: isDash)
    else {
      cursor.index = before
      return nil
    }
    return joined
  }

  /// `từ năm 1418 đến | 1428`: a year of another century behind one with its word.
  private mutating func earlyYear(after first: DatePoint, hasFrom: Bool) -> DatePoint? {
    guard hasFrom, first.isTriggered, granularity(first.date.start) == 1, first.date.start.year < 1900,
      let year = cursor.yearNumber(cursor.index),
      (Int(first.date.start.year)...1899).contains(Int(year)), !isFollowedByUnit(cursor.index + 1)
    else { return nil }
    cursor.index += 1
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: false)
  }

  /// `từ ngày 12/2 | (nhằm 27 tháng Chạp) | đến hết ngày 23/2`: the token behind what is told of the first day in brackets.
  private func endOfNote(_ open: Int) -> Int? {
    guard text[open].kind == .openParenthesis, let close = (open + 2..<open + 9).first(where: { text[$0].kind == .closeParenthesis }),
      (open...close + 1).allSatisfy({ text[$0].gap < .line }), text.isKeyword(close + 1, .to) || text.isKeyword(close + 1, .until)
    else { return nil }
    return close + 1
  }

  /// `1-7-1955 / 1-7-2025`
  private func isSpacedSlash(_ cursor: TokenCursor) -> Bool {
    guard cursor.token.kind == .slash, cursor.token.gap == .space, text[cursor.index + 1].gap == .space,
      case .day(let last)? = NumericDate(text, cursor.index + 1), case .day(let first)? = NumericDate(text, cursor.index - 1)
    else { return false }
    return first.hasYear && last.hasYear
  }

  func join(_ first: DatePoint, _ last: DatePoint, hasFrom: Bool, isDash: Bool) -> DatePoint? {
    var start = first.date.start
    var end = last.date.start
    if first.isBareDay {
      guard end.isDay, end.month != 0, hasFrom || first.isTriggered else { return nil }
      // từ 28 đến mùng 5 Tết
      start.month = last.date.isLunar && end.month == 1 && start.day > end.day ? 12 : end.month
    } else if first.date.isLunar != last.date.isLunar, !cursor.isAt(.lunar) {
      // từ 23 tháng Chạp đến 10/2
      return nil
    }
    // Từ tháng 8/2016 đến 21/07/2019, từ năm 2003 đến tháng 01-2009
    let isMixed =
      !isDash && (start.hasYear || hasFrom && start.month != 0 && start.month < end.month) && end.hasYear
      && (hasFrom || start.month != 0 && end.month != 0)
      // từ cuối tháng 12/2018 đến ngày 5/1
      || !isDash && hasFrom && start.hasYear && start.month != 0 && !end.hasYear && end.month != 0
    // Từ giữa tháng 7 đến ngày 20/9
    let isOfOneYear = hasFrom && !start.hasYear && !end.hasYear && start.month != 0 && start.month < end.month
    guard granularity(start) == granularity(end) || isMixed || isOfOneYear else { return nil }
    // Two bare figures need a word of time somewhere.
    let isBracketed = text[self.start - 1].kind == .openParenthesis && text[cursor.index].kind == .closeParenthesis
    guard first.isTriggered || last.isTriggered || hasFrom || start.hasYear && end.hasYear || isBracketed else { return nil }
    if isDash, !first.isTriggered, last.isTriggered, !end.hasYear { return nil }
    if !start.hasYear, end.hasYear {
      start.year = start.month > end.month ? end.year - 1 : end.year
    } else if start.hasYear, !end.hasYear, end.month != 0 {
      end.year = end.month < start.month ? start.year + 1 : start.year
    }
    var joined = first
    joined.isBareDay = false
    joined.date.start = start
    joined.date.end = end
    joined.rule = .dateInterval
    joined.date.isLunar = last.date.isLunar
    if first.date.canChi < 0, last.date.canChi >= 0 {
      joined.date.canChi = start.month > end.month ? (last.date.canChi + 59) % 60 : last.date.canChi
    }
    return joined
  }

  func granularity(_ moment: Moment) -> Int {
    if moment.isDay { return 3 }
    if moment.month != 0 { return 2 }
    return moment.period == .none ? 1 : 4
  }
}
