/// Sáng ngày 27/9 · từ ngày 19/8/2024 đến hết ngày 19/8/2025 · nhiệm kỳ 2020-2025 · quý III/2024
///
///     [CLOCK] [part of day] [weekday] [ngày] D/M[/Y] | ngày D tháng M [năm Y] | tháng M[/Y] | năm Y | quý Q[/Y]
///     [từ] POINT (đến | tới | -) POINT | giai đoạn | nhiệm kỳ | năm học Y-Y
struct DateExpression {
  var cursor: TokenCursor
  let text: TokenizedText
  let start: Int

  /// Reads the expression that begins at token `start`, appends its mentions, and returns the token after it.
  static func read(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    var expression = DateExpression(text, start)
    return expression.read(into: &found)
  }

  @inline(__always)
  static func mayBegin(_ token: Token) -> Bool {
    token.kind == .number || token.kind == .word && token.lexeme != 0 && token.lexeme <= Keyword.lastDateWord.lexeme
  }

  private init(_ text: TokenizedText, _ start: Int) {
    self.text = text
    self.start = start
    cursor = TokenCursor(text, at: start)
  }

  /// The first word tells which forms can stand here.
  mutating func read(into found: inout Buffer<Found>) -> Int? {
    let token = text[start]
    if token.kind == .number {
      if let end = DateExpression.isPartOfYear(text, start) ? readPartOfYear(&found) : nil { return end }
      return mayBePoint ? readPoint(&found) : readBracketedSpan(&found)
    }
    if DateExpression.isPartOfYear(text, start), text.isListed(start, .numberWord), let end = readPartOfYear(&found) { return end }
    guard let word = Keyword(lexeme: token.lexeme) else { return readPoint(&found) }
    switch DateForm(word) {
    case .period: return readPeriod(&found)
    case .from: return mayBeginPoint(start + 1) ? readFrom(&found) : nil
    case .edge:
      // lần đầu | năm 2013
      guard mayBeginPoint(start + 1), !(text.isKeyword(start, .first) && text.isKeyword(start - 1, .times)) else { return nil }
      return LunarExpression.read(text, at: start, into: &found) ?? readPoint(&found)
    case .several:
      guard text.isKeyword(start + 1, .month) || text.isKeyword(start + 1, .year) else { return nil }
      return readPartOfYear(&found) ?? readDecade(&found)
    case .half: return readPartOfYear(&found) ?? DurationExpression.readHalf(text, at: start, into: &found)
    case .decade: return readDecade(&found)
    case .year: return readPeriod(&found) ?? LunarExpression.read(text, at: start, into: &found) ?? readPoint(&found)
    case .lunar: return LunarExpression.read(text, at: start, into: &found) ?? readPoint(&found)
    case .point: return readPoint(&found)
    case nil: return text.starts(start, .weekday) ? readPoint(&found) : nil
    }
  }

  /// `6 | tháng đầu năm`, `ba | quý đầu năm`
  static func isPartOfYear(_ text: TokenizedText, _ number: Int) -> Bool {
    text.isKeyword(number + 1, .month) || text.isKeyword(number + 1, .quarter)
  }

  /// Figures, a word of time, a weekday, `thượng tuần`: neither `từ khi` nor `đầu tư` goes on with one.
  private func mayBeginPoint(_ index: Int) -> Bool {
    DateExpression.mayBegin(text[index]) || text.starts(index, .weekday) || cursor.isTenDays(index)
  }

  /// A number alone is no date unless it is a year, or a word of time stands beside it.
  private var mayBePoint: Bool {
    guard text[start].lexeme == 1 else { return true }
    return (1900...2100).contains(text.part(start, 0).value) || text.isKeyword(start + 1, .hour) || text.isKeyword(start + 1, .month)
      || text.isKeyword(start + 1, .lunarNewYear) || text.isKeyword(start - 1, .day) || DayPart.begins(text, start - 1)
      || isBracketedList(start) || cursor.isHourOfDay(start + 1)
  }

  /// A point, an interval that begins with one, or a list of days.
  mutating func readPoint(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    // "trong 2 ngày 14 và 15/9": the word of time went to the duration.
    if cursor.plainNumber() != nil, text.isKeyword(start - 1, .day) || DayPart.begins(text, start - 1) || isBracketedList(start) {
      cursor.index += 1
      if let end = readDayList(&found) { return end }
      cursor.index = start
    }
    if let end = readMonthList(&found) ?? readListOfBeginnings(&found) { return end }
    cursor.index = start
    guard let point = cursor.takeDatePoint() ?? bareYearPoint(), !isImplausible(point), !isOccasion(point) else { return nil }
    if let interval = intervalTail(from: point, hasFrom: false) { return emit(interval, &found) }
    if point.isBareDay { return readDayList(&found) }
    guard point.isTriggered || isBareDateAllowed(point) else { return nil }
    return emit(point, &found)
  }

  /// `đại hội cổ đông bất thường lần 2/2016`: the second of that year.
  private func isOccasion(_ point: DatePoint) -> Bool {
    point.rule == .dateMonth && !point.isTriggered && text[start].kind == .number && text.isKeyword(start - 1, .times)
  }

  /// A year without `năm`, where the words around leave no other reading.
  mutating func bareYearPoint() -> DatePoint? {
    switch NumericDate(text, cursor.index) {
    case .years(let first, let last)? where last.year > first.year && last.year < first.year + 150:
      // Đặng Trần Chuyên (1726-1793)
      guard first.year >= 1800 || text[start - 1].kind == .openParenthesis && text[start + 1].kind == .closeParenthesis else { return nil }
      return takeInterval(first, last)
    case .interval(let first, let last)? where !last.isDay && first.year >= 1900 && first.year <= last.year:
      return takeInterval(first, last)
    case .month(let month)? where month.year >= 1900:
      cursor.index += 1
      return DatePoint(month, .dateMonth, triggered: false)
    default: break
    }
    if let point = edgeOfBareYear() { return point }
    guard let year = cursor.yearNumber(cursor.index), year >= 1900, year <= 2100 else { return nil }
    cursor.index += 1
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: false)
  }

  private mutating func takeInterval(_ first: Moment, _ last: Moment) -> DatePoint {
    var point = DatePoint(first, .dateInterval, triggered: false)
    point.date.end = last
    cursor.index += 1
    return point
  }

  /// `vào cuối 2017`, `Đầu 2011`, `Cuối năm 2016 và | đầu 2017`; not `bắt đầu 2011`.
  private mutating func edgeOfBareYear() -> DatePoint? {
    guard cursor.isAt(.first) || cursor.isAt(.middle) || cursor.isAt(.last), text.isJoined(cursor.index + 1),
      let year = cursor.yearNumber(cursor.index + 1), (1930...2060).contains(year)
    else { return nil }
    let before = cursor.index - 1
    // cam kết cuối 2017 giao nhà
    let isLate = !cursor.isAt(.first) && text[before].shape == .lower && text.isJoined(cursor.index) && !isFollowedByUnit(cursor.index + 2)
    guard
      isLate || text.beginsSentence(cursor.index) || text[before].kind == .comma || BareDate.isTimeWord(text, before)
        || text.isKeyword(before, .and) && text.year(at: before - 1) != nil
    else { return nil }
    cursor.index += 2
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: true)
  }

  /// A day or month beyond the calendar is kept only where a word of time says that a date is meant.
  func isImplausible(_ point: DatePoint) -> Bool {
    !point.isTriggered && (!point.date.start.isPossible || point.date.end.map { !$0.isPossible } ?? false)
      || point.date.start.day > 31 && point.date.start.month > 12
  }

  func isBareDateAllowed(_ point: DatePoint) -> Bool {
    BareDate(text, start, end: cursor.index).isDate(point)
  }

  func isFollowedByUnit(_ index: Int) -> Bool { BareDate(text, start, end: index).isFollowedByUnit }

  // MARK: - Output

  mutating func emit(_ point: DatePoint, _ found: inout Buffer<Found>) -> Int? {
    var point = point
    takeTail(of: &point)
    append(point, isInList ? start + 1 : isOfSameDay ? start + 2 : start, cursor.index, &found)
    return cursor.index
  }

  /// `năm ngoái`, `tới`, `âm lịch` behind a point.
  mutating func takeTail(of point: inout DatePoint) {
    if !point.date.start.hasYear, !point.date.isOpen, point.isTriggered || point.date.start.isDay,
      point.date.end.map({ !$0.hasYear }) ?? true
    {
      point.date.yearWord = cursor.takeYearWord()
    }
    // "tháng 3 này", "cuối tháng 7 này"
    if point.date.end == nil, point.isTriggered, !point.date.start.hasYear, point.date.start.month != 0, cursor.isAt(.this), cursor.isJoined
    {
      cursor.index += 1
    }
    // "ngày 1/6 tới", "tháng 8 tới"
    if point.date.end == nil, point.date.yearWord == .none, cursor.isAt(.until), cursor.isJoined,
      !NumberWords.begins(text, cursor.index + 1), !text[cursor.index + 1].kind.isQuoteOrBracket, !text.isKeyword(cursor.index + 1, .day),
      point.isTriggered, !text[cursor.index + 1].isCapitalized
    {
      if !point.date.start.hasYear { cursor.index += 1 }
      point.date.isFuture = true
    }
    if takeMoonYear(of: &point) { return }
    let endsInMoon = text.isKeyword(cursor.index - 1, .twelfthMoon) || text.isKeyword(cursor.index - 1, .firstMoon)
    if cursor.take(.lunar, .lunarTail) || endsInMoon {
      point.date.isLunar = true
      if !point.date.start.hasYear { point.date.canChi = LunarExpression.takeCanChi(&cursor) }
    }
  }

  /// `ngày 6/9 | năm Giáp Thìn`: only a day of the moon has such a year.
  private mutating func takeMoonYear(of point: inout DatePoint) -> Bool {
    guard point.date.start.isDay, point.date.start.month != 0, !point.date.start.hasYear, point.date.end == nil, cursor.isAt(.year),
      cursor.isJoined, text.match(.canChi, at: cursor.index + 1) != nil
    else { return false }
    point.date.canChi = LunarExpression.takeCanChi(&cursor)
    point.date.isLunar = true
    return true
  }

  /// `các năm 2017, 2018 và 2019`: the word of time serves all of the list and belongs to none.
  var isInList: Bool {
    guard text.isKeyword(start - 1, .the), text.isKeyword(start, .day) || text.isKeyword(start, .year), cursor.index == start + 2 else {
      return false
    }
    return joins(cursor.index) && text[cursor.index + 1].kind == .number
  }

  /// `Cùng ngày, | 23-9`
  private var isOfSameDay: Bool { text.isKeyword(start, .day) && text.isKeyword(start - 1, .same) && text[start + 1].kind == .comma }

  func append(_ point: DatePoint, _ start: Int, _ end: Int, _ found: inout Buffer<Found>) {
    let first = widened(start)
    found.append(
      Found(
        start: text[first].start, end: text[end - 1].end, firstToken: Int32(first), endToken: Int32(end),
        rule: point.rule, value: .date(point.date)))
  }

  /// The first token with the words before it that no date begins with: `nửa | đêm 30-12`, `đầu giờ | chiều 13-1`, `trung tuần | tháng 4`,
  /// `cuối | ngày 4/6`, `cuối | chiều 4-5`, `cuối | thập niên 1980`.
  private func widened(_ start: Int) -> Int {
    guard text.isJoined(start) else { return start }
    if text.isKeyword(start, .day) || DayPart.begins(text, start), text.isKeyword(start - 1, .last), !text.isKeyword(start - 2, .times) {
      return start - 1
    }
    if text.isKeyword(start, .decade) || text.isKeyword(start, .those) && text.isKeyword(start + 1, .year),
      text.isKeyword(start - 1, .first) && !text.isKeyword(start - 2, .arrest) || text.isKeyword(start - 1, .middle)
        || text.isKeyword(start - 1, .last)
    {
      return start - 1
    }
    if text.isKeyword(start, .night) || text.isKeyword(start, .first) || text.isKeyword(start, .last),
      text.isKeyword(start - 1, .halfBefore)
    {
      return start - 1
    }
    guard text.isJoined(start - 1) else { return start }
    if text[start].kind == .number, text[start].lexeme > 1 || text.isKeyword(start - 1, .day),
      let part = BareDate.startOfNamedNight(text, start)
    {
      return part
    }
    if DayPart.begins(text, start), text.isKeyword(start - 1, .hour), text.isKeyword(start - 2, .first) || text.isKeyword(start - 2, .last)
    {
      return start - 2
    }
    return text.isKeyword(start, .month) && cursor.isTenDays(start - 2) ? start - 2 : start
  }
}

/// What a word of time may begin; it alone makes the readers of dates look at a word.
enum DateForm {
  case period, from, several, half, decade, year, edge, lunar, point

  init?(_ word: Keyword) {
    switch word {
    case .period, .term, .decadeTail, .season: self = .period
    case .from: self = .from
    case .those, .the: self = .several
    case .halfBefore: self = .half
    case .century, .decade: self = .decade
    case .year: self = .year
    case .first, .middle, .last, .end: self = .edge
    case .lunarNewYear, .spring, .begin, .begin2, .fullMoon: self = .lunar
    case .day, .month, .quarter, .morning, .noon, .afternoon, .evening, .night, .dawn, .late, .early, .dayOf, .weekdayHead:
      self = .point
    default: return nil
    }
  }
}

extension TokenCursor {
  /// `niên khóa`, `mùa giải`, `khóa`, `năm tài chính`, `mùa khô`: words before a span of years.
  mutating func takePeriodWord() -> Bool {
    if isAt(.season), text[index + 1].shape == .lower, text.isJoined(index + 2), case .years? = NumericDate(text, index + 2) {
      index += 2
      return true
    }
    for words in TokenCursor.periodWords {
      var next = index
      var matches = true
      for word in words {
        if !text.isKeyword(next, word) { matches = false }
        next += 1
      }
      if matches {
        index = next
        return true
      }
    }
    return false
  }

  static let periodWords: [[Keyword]] = [
    [.decadeTail, .course], [.season, .award], [.year, .finance, .formal], [.year, .finance, .course],
  ]
}
