/// Lists of days and months: ngày 3, 4, 5/5 · ngày 15 và 16 tháng 10 · tháng 9 và 10/2016
extension DateExpression {
  /// ngày 20 và 21-4 · các ngày 3, 4, 5/5: each day is a mention of its own, with its part of the day where each has one (đêm 24, rạng sáng
  /// 25/5).
  mutating func readDayList(_ found: inout Buffer<Found>) -> Int? {
    var days: [(first: Int, number: Int)] = []
    var index = cursor.index - 1
    var first = DayPart.begins(text, start) ? start : index
    var hasParts = first < index
    while true {
      guard text[index].kind == .number else { return nil }
      if case .day(let last)? = NumericDate(text, index) {
        guard !days.isEmpty else { return nil }
        for day in days {
          var point = DatePoint(last, .dateList, triggered: true)
          point.date.start.day = UInt8(text.part(day.number, 0).value)
          append(point, hasParts ? day.first : day.number, day.number + 1, &found)
        }
        cursor.index = index + 1
        var point = DatePoint(last, .dateList, triggered: true)
        if !last.hasYear { cursor.takeYear(&point) }
        append(point, hasParts ? first : index, cursor.index, &found)
        return cursor.index
      }
      if !days.isEmpty, text.isKeyword(index + 1, .month) || text.isKeyword(index + 1, .lunarNewYear) {
        return readDayListInWords(days.map(\.number), index, &found)
      }
      guard text[index].lexeme == 1, text.part(index, 0).digits <= 2, days.count < 31 else { return nil }
      days.append((first, index))
      index += 1
      while joins(index) { index += 1 }
      first = index
      while text.isKeyword(index, .day) || DayPart.begins(text, index) || text.isBeginning(index) { index += 1 }
      hasParts = hasParts && DayPart.begins(text, first)
      guard text.isJoined(index) else { return nil }
    }
  }

  /// Mùng 3, 4 Tết · mùng 3 và mùng 4 tháng 2: reads from `mùng` on.
  mutating func readListOfBeginnings(_ found: inout Buffer<Found>) -> Int? {
    guard text.isBeginning(start), joins(start + 2) else { return nil }
    cursor.index = start + 2
    return readDayList(&found)
  }

  /// Between two of a list: `ngày 15 | hoặc 16-1`.
  func joins(_ index: Int) -> Bool {
    text[index].kind == .comma || text.isKeyword(index, .and) || text.isKeyword(index, .or)
  }

  /// `2 ngày (24 và 25-9)`: days from one bracket to the other.
  func isBracketedList(_ start: Int) -> Bool {
    guard text[start - 1].kind == .openParenthesis else { return false }
    var index = start
    while text[index].kind == .number, text[index].lexeme == 1, (1...31).contains(text.part(index, 0).value),
      joins(index + 1)
    {
      index += 2
    }
    guard index > start, text[index + 1].kind == .closeParenthesis, case .day(let last)? = NumericDate(text, index) else { return false }
    return last.isPossible
  }

  /// ngày 5, 6 tháng 9 năm 2024 · mùng 3 và mùng 4 tháng 2 · ngày 29, 30 Tết · mùng 3, 4 Tết
  private mutating func readDayListInWords(_ days: [Int], _ last: Int, _ found: inout Buffer<Found>) -> Int? {
    cursor.index = begin(of: last)
    let isBeginning = text.isBeginning(days[0] - 1)
    guard var end = cursor.takeDayOfTet(triggered: true, isBeginning: isBeginning) ?? cursor.takeDayInWords(triggered: true), !end.isBareDay
    else { return nil }
    takeTail(of: &end)
    for day in days {
      var point = end
      point.rule = .dateList
      point.date.start.day = UInt8(text.part(day, 0).value)
      append(point, begin(of: day), day + 1, &found)
    }
    append(end, begin(of: last), cursor.index, &found)
    return cursor.index
  }

  /// `mùng | 3`: where a day of a list begins.
  private func begin(of day: Int) -> Int { text.isBeginning(day - 1) ? day - 1 : day }

  /// tháng 9 và 10/2016 · tháng 9 và tháng 10/1978: the last has the year of all.
  mutating func readMonthList(_ found: inout Buffer<Found>) -> Int? {
    if text.isKeyword(start, .quarter) { return readQuarterList(&found) }
    guard text.isKeyword(start, .month) else { return nil }
    var index = start + 1
    while text[index].kind == .number, text[index].lexeme == 1, (1...12).contains(text.part(index, 0).value), index < start + 12,
      joins(index + 1), text.isJoined(index + 2)
    {
      index += text.isKeyword(index + 2, .month) ? 3 : 2
    }
    guard index > start + 1, case .month(let last)? = NumericDate(text, index) else { return nil }
    for token in start + 1...index where text[token].kind == .number {
      let moment = Moment(year: Int(last.year), month: Int(text.part(token, 0).value))
      let first = text.isKeyword(token - 1, .month) ? token - 1 : token
      append(DatePoint(moment, .dateMonth, triggered: true), first, token + 1, &found)
    }
    return index + 1
  }

  /// quý 3, 4/2014 · quý I và II/2019 · quý I, II năm 2018: the last has the year of all.
  private mutating func readQuarterList(_ found: inout Buffer<Found>) -> Int? {
    guard joins(start + 2) else { return nil }
    var probe = TokenCursor(text, at: start + 1)
    var quarters: [(number: Int, first: Int, end: Int)] = []
    var year = 0
    while year == 0, probe.isJoined, quarters.count < 4 {
      let first = probe.index
      guard let next = probe.takeQuarterNumber() else { return nil }
      if next.year == 0, probe.take(.year) { year = Int(probe.takeYearNumber() ?? 0) } else { year = next.year }
      quarters.append((next.quarter, first, probe.index))
      guard joins(probe.index) else { break }
      if year == 0 { probe.index += 1 }
    }
    guard quarters.count > 1, year > 0 else { return nil }
    for (place, quarter) in quarters.enumerated() {
      var moment = Moment(year: year)
      moment.period = Moment.Period(rawValue: UInt8(quarter.number)) ?? .none
      append(DatePoint(moment, .dateQuarter, triggered: true), place == 0 ? start : quarter.first, quarter.end, &found)
    }
    return quarters[quarters.count - 1].end
  }
}
