/// Sáng ngày 27/9 · từ ngày 19/8/2024 đến hết ngày 19/8/2025 · nhiệm kỳ 2020-2025 · quý III/2024
///
///     [CLOCK] [part of day] [weekday] [ngày] D/M[/Y] | ngày D tháng M [năm Y] | tháng M[/Y] | năm Y | quý Q[/Y]
///     [từ] POINT (đến | tới | -) POINT | giai đoạn | nhiệm kỳ | năm học Y-Y
struct DateExpression {
  private(set) var cursor: TokenCursor
  private let text: TokenizedText
  private let start: Int

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
  private mutating func read(into found: inout Buffer<Found>) -> Int? {
    let token = text[start]
    if token.kind == .number {
      if let end = text.isKeyword(start + 1, .month) ? readPartOfYear(&found) : nil { return end }
      return readPoint(&found)
    }
    guard let word = Keyword(lexeme: token.lexeme) else { return readPoint(&found) }
    switch word {
    case .period, .term, .decadeTail, .season: return readPeriod(&found)
    case .from: return readFrom(&found)
    case .those, .the: return readPartOfYear(&found) ?? readDecade(&found)
    case .halfBefore: return readPartOfYear(&found)
    case .century, .decade: return readDecade(&found)
    case .year: return readPeriod(&found) ?? LunarExpression.read(text, at: start, into: &found) ?? readPoint(&found)
    case .first, .last, .lunarNewYear, .spring, .begin, .begin2:
      return LunarExpression.read(text, at: start, into: &found) ?? readPoint(&found)
    case .day, .month, .quarter, .morning, .noon, .afternoon, .evening, .night, .dawn, .late, .early, .dayOf, .middle, .end:
      return readPoint(&found)
    default:
      if text.isListed(start, .numberWord), text.isKeyword(start + 1, .month) { return readPartOfYear(&found) }
      return text.starts(start, .weekday) ? readPoint(&found) : nil
    }
  }

  /// A point, an interval that begins with one, or a list of days.
  private mutating func readPoint(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    // "trong 2 ngày 14 và 15/9": the word of time went to the duration.
    if cursor.plainNumber() != nil, text.isKeyword(start - 1, .day) {
      cursor.index += 1
      if let end = readDayList(&found) { return end }
      cursor.index = start
    }
    guard let point = cursor.takeDatePoint() ?? bareYearPoint(), !isImplausible(point) else { return nil }
    if let interval = intervalTail(from: point, hasFrom: false) { return emit(interval, &found) }
    if point.isBareDay { return readDayList(&found) }
    guard point.isTriggered || isBareDateAllowed(point) else { return nil }
    return emit(point, &found)
  }

  // MARK: - Intervals

  /// giai đoạn 2021-2025 · nhiệm kỳ 2020 - 2025 · năm học 2016-2017 · giai đoạn từ ngày … đến ngày …
  private mutating func readPeriod(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    guard
      cursor.take(.period, .periodTail) || cursor.take(.term, .termTail) || cursor.take(.year, .school)
        || cursor.takePeriodWord()
    else { return nil }
    guard cursor.isJoined else { return nil }
    _ = cursor.take(.year)
    let hasFrom = cursor.take(.from)
    if let point = cursor.takeDatePoint() ?? bareYearPoint(), let whole = intervalTail(from: point, hasFrom: hasFrom) ?? asInterval(point) {
      var period = whole
      period.rule = .datePeriod
      return emit(period, &found)
    }
    return nil
  }

  private func asInterval(_ point: DatePoint) -> DatePoint? { point.date.end == nil ? nil : point }

  /// từ POINT đến POINT · từ 19 - 31/8 · từ POINT đến nay
  private mutating func readFrom(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    guard cursor.take(.from), cursor.isJoined else { return nil }
    let point: DatePoint
    if let read = cursor.takeDatePoint() ?? bareYearPoint() {
      point = read
    } else if let day = cursor.plainNumber(), day.digits <= 2, day.value >= 1, day.value <= 31 {
      var bare = DatePoint(Moment(day: Int(day.value)), .dateList, triggered: false)
      bare.isBareDay = true
      cursor.index += 1
      point = bare
    } else {
      return nil
    }
    if let interval = intervalTail(from: point, hasFrom: true) { return emit(interval, &found) }
    guard let whole = asInterval(point), !isFollowedByUnit(cursor.index) else { return nil }
    return emit(whole, &found)
  }

  /// The rest of an interval whose first point has been read.
  private mutating func intervalTail(from first: DatePoint, hasFrom: Bool) -> DatePoint? {
    guard first.date.end == nil else { return nil }
    let before = cursor.index
    var probe = cursor
    if probe.token.kind == .comma, hasFrom { probe.index += 1 }
    let isDash = probe.token.kind == .dash && probe.token.gap <= .space
    guard isDash || probe.isAt(.to) || probe.isAt(.until), probe.isJoined || isDash else { return nil }
    probe.index += 1
    guard probe.isJoined else { return nil }
    if !isDash, probe.isAt(.now) {
      guard hasFrom || first.isTriggered else { return nil }
      cursor.index = probe.index + 1
      var open = first
      open.date.isOpen = true
      open.rule = .dateInterval
      return open
    }
    _ = probe.take(.end)
    cursor = probe
    guard let last = cursor.takeDatePoint() ?? bareYearPoint(), last.date.end == nil, !last.isBareDay,
      let joined = join(first, last, hasFrom: hasFrom, isDash: isDash)
    else {
      cursor.index = before
      return nil
    }
    return joined
  }

  private func join(_ first: DatePoint, _ last: DatePoint, hasFrom: Bool, isDash: Bool) -> DatePoint? {
    var start = first.date.start
    var end = last.date.start
    if first.isBareDay {
      guard end.isDay, end.month != 0, hasFrom || first.isTriggered else { return nil }
      start.month = end.month
    }
    guard granularity(start) == granularity(end) else { return nil }
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
    return joined
  }

  private func granularity(_ moment: Moment) -> Int {
    if moment.isDay { return 3 }
    if moment.month != 0 { return 2 }
    return moment.period == .none ? 1 : 4
  }

  // MARK: - Parts of a year, decades

  /// 6 tháng đầu năm 2017 · 9 tháng đầu năm · quý đầu năm · những tháng đầu năm 2024
  private mutating func readPartOfYear(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    if cursor.take(.halfBefore), cursor.isAt(.first) || cursor.isAt(.last) {
      let isFirst = cursor.isAt(.first)
      cursor.index += 1
      guard cursor.take(.year), let year = cursor.takeYearNumber() else { return nil }
      var moment = Moment(year: Int(year))
      moment.period = isFirst ? .half1 : .half2
      return emit(DatePoint(moment, .dateHalf, triggered: true), &found)
    }
    cursor.index = start
    var months = 0
    if let number = cursor.plainNumber(), number.value >= 2, number.value <= 11 {
      months = Int(number.value)
    } else if !text.isKeyword(start, .those), !text.isKeyword(start, .the) {
      guard let item = cursor.text.match(.numberWord, at: start), item.end == start + 1 else { return nil }
      months = ListNumber.parse(text.item(.numberWord, item).field2)
      guard months >= 2, months <= 11 else { return nil }
    }
    cursor.index = start + 1
    guard cursor.take(.month), text.isJoined(start + 1), cursor.isAt(.first) || cursor.isAt(.last) else { return nil }
    let isFirst = cursor.isAt(.first)
    cursor.index += 1
    guard cursor.take(.year) else { return nil }
    let year = cursor.takeYearNumber() ?? 0
    if months == 0 { return year == 0 ? nil : emit(DatePoint(Moment(year: Int(year)), .dateYear, triggered: true), &found) }
    var moment = Moment(year: Int(year))
    guard months != 6 else {
      moment.period = isFirst ? .half1 : .half2
      return emit(DatePoint(moment, .dateHalf, triggered: true), &found)
    }
    moment.month = UInt8(isFirst ? 1 : 13 - months)
    var point = DatePoint(moment, .dateHalf, triggered: true)
    point.date.end = Moment(year: Int(year), month: isFirst ? months : 12)
    return emit(point, &found)
  }

  /// những năm 1990 · thập niên 90 · thế kỷ XX
  private mutating func readDecade(_ found: inout Buffer<Found>) -> Int? {
    cursor.index = start
    var moment = Moment()
    if cursor.take(.century, .decadeTail2) {
      let century: Int
      if let roman = RomanNumeral.value(text, cursor.index) {
        century = roman
      } else if let number = cursor.plainNumber(), number.value >= 1, number.value <= 21 {
        century = Int(number.value)
      } else {
        return nil
      }
      moment.year = Int16((century - 1) * 100)
      moment.period = .century
    } else if cursor.take(.decade, .decadeTail) || cursor.take(.decade, .decadeTail2) || isYearsOf() {
      guard let number = cursor.plainNumber(), number.value % 10 == 0, number.digits == 2 || Moment.isYear(number) else {
        return nil
      }
      moment.year = Int16(number.digits == 2 ? 1900 + Int(number.value) : Int(number.value))
      moment.period = .decade
    } else {
      return nil
    }
    cursor.index += 1
    return emit(DatePoint(moment, .dateDecade, triggered: true), &found)
  }

  /// Takes `những năm`.
  private mutating func isYearsOf() -> Bool { cursor.take(.those, .year) }

  // MARK: - Days without a month, bare figures

  /// ngày 20 và 21-4 · các ngày 3, 4, 5/5: each day is a mention of its own.
  private mutating func readDayList(_ found: inout Buffer<Found>) -> Int? {
    var days: [Int] = []
    var index = cursor.index - 1
    while true {
      guard text[index].kind == .number else { return nil }
      if case .day(let last)? = NumericDate(text, index) {
        guard !days.isEmpty else { return nil }
        for day in days {
          var point = DatePoint(last, .dateList, triggered: true)
          point.date.start.day = UInt8(text.part(day, 0).value)
          append(point, day, day + 1, &found)
        }
        cursor.index = index + 1
        var point = DatePoint(last, .dateList, triggered: true)
        if !last.hasYear { cursor.takeYear(&point) }
        append(point, index, cursor.index, &found)
        return cursor.index
      }
      guard text[index].lexeme == 1, text.part(index, 0).digits <= 2, days.count < 31 else { return nil }
      days.append(index)
      index += 1
      while text[index].kind == .comma || text.isKeyword(index, .and) || text.isKeyword(index, .day) || DayPart.begins(text, index) { index += 1 }
      guard text.isJoined(index) else { return nil }
    }
  }

  /// A year without `năm`, where the words around leave no other reading.
  private mutating func bareYearPoint() -> DatePoint? {
    if case .years(let first, let last)? = NumericDate(text, cursor.index), last.year > first.year, last.year < first.year + 150 {
      var point = DatePoint(first, .dateInterval, triggered: false)
      point.date.end = last
      cursor.index += 1
      return point
    }
    if case .month(let month)? = NumericDate(text, cursor.index), month.year >= 1900 {
      cursor.index += 1
      return DatePoint(month, .dateMonth, triggered: false)
    }
    guard let year = cursor.yearNumber(cursor.index), year >= 1900, year <= 2100 else { return nil }
    cursor.index += 1
    return DatePoint(Moment(year: Int(year)), .dateYear, triggered: false)
  }

  /// A day or month beyond the calendar is kept only where a word of time says that a date is meant.
  private func isImplausible(_ point: DatePoint) -> Bool {
    !point.isTriggered && (!point.date.start.isPossible || point.date.end.map { !$0.isPossible } ?? false)
      || point.date.start.day > 31 && point.date.start.month > 12
  }

  private func isBareDateAllowed(_ point: DatePoint) -> Bool {
    BareDate(text, start, end: cursor.index).isDate(point)
  }

  private func isFollowedByUnit(_ index: Int) -> Bool { BareDate(text, start, end: index).isFollowedByUnit }

  // MARK: - Output

  private mutating func emit(_ point: DatePoint, _ found: inout Buffer<Found>) -> Int? {
    var point = point
    // "ngày 1/6 tới", "tháng 8 tới"
    if point.date.end == nil, cursor.isAt(.until), cursor.isJoined, !NumberWords.begins(text, cursor.index + 1),
      !text[cursor.index + 1].kind.isQuoteOrBracket, !text.isKeyword(cursor.index + 1, .day), point.isTriggered,
      !text[cursor.index + 1].isCapitalized, !point.date.start.hasYear
    {
      cursor.index += 1
      point.date.isFuture = true
    }
    if cursor.take(.lunar, .lunarTail) { point.date.isLunar = true }
    append(point, isInList ? start + 1 : start, cursor.index, &found)
    return cursor.index
  }

  /// `các năm 2017, 2018 và 2019`: the word of time serves all of the list and belongs to none.
  private var isInList: Bool {
    guard text.isKeyword(start - 1, .the), text.isKeyword(start, .day) || text.isKeyword(start, .year), cursor.index == start + 2 else { return false }
    return (cursor.token.kind == .comma || cursor.isAt(.and)) && text[cursor.index + 1].kind == .number
  }

  private func append(_ point: DatePoint, _ first: Int, _ end: Int, _ found: inout Buffer<Found>) {
    found.append(
      Found(
        start: text[first].start, end: text[end - 1].end, firstToken: Int32(first), endToken: Int32(end),
        rule: point.rule, value: .date(point.date)))
  }
}

extension TokenCursor {
  /// `niên khóa`, `mùa giải`, `khóa`, `năm tài chính`: words before a span of years.
  mutating func takePeriodWord() -> Bool {
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

  private static let periodWords: [[Keyword]] = [[.decadeTail, .course], [.season, .award]]
}
