/// The year of a date by the dates around it.
extension YearResolver {
  /// `Năm 2016 em thi`, `Trong năm 2016, …`, `Mùa mưa năm 2016, …`; not `ký vào năm 2000`.
  private func opensSentence(_ mention: Found) -> Bool {
    let first = Int(mention.firstToken)
    return text.beginsSentence(first) || text.beginsSentence(first - 1)
      || text.isKeyword(first - 2, .season) && text.beginsSentence(first - 2)
  }

  /// A day of the next sentence is likelier that of the news.
  private func tellsOfYear(_ year: FoundDate, _ before: Found, _ mention: Found) -> Bool {
    guard before.rule == .dateYear, year.start.month == 0, opensSentence(before), case .date(let date) = mention.value else { return false }
    return isSameSentence(before, mention) || !date.start.isDay && text.beginsSentence(Int(mention.firstToken))
  }

  private func isSameSentence(_ a: Found, _ b: Found) -> Bool {
    b.firstToken - a.endToken <= 16
      && (Int(a.endToken)..<Int(b.firstToken)).allSatisfy {
        text[$0].kind != .period && !text.beginsLine($0)
          // ngày 8.1.2024, … bị bắt; đến ngày 20.6, …
          && (text[$0].kind != .semicolon || $0 + 1 == Int(b.firstToken) || text.isKeyword($0 + 1, .to) && $0 + 2 == Int(b.firstToken))
      }
  }

  /// `Đến tháng 3/2019 … Ngày 24/5 … Cuối tháng 5/2019`: the dated neighbours on both sides leave one year.
  ///
  /// `Chiều 16-6 … từ ngày 18-6-2018 sẽ`: so does a day a few weeks on from which something holds.
  func orderedYear(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16? {
    guard case .date(let date) = mentions[index].value, date.start.month != 0 else { return nil }
    let before = neighbour(mentions, stride(from: index - 1, through: max(0, index - 8), by: -1))
    let after = neighbour(mentions, stride(from: index + 1, to: min(mentions.count, index + 9), by: 1))
    if let before = before?.start, let after = after?.start, before.year == after.year,
      (before.month, before.day) <= (date.start.month, max(date.start.day, before.day)),
      (date.start.month, date.start.day) <= (after.month, after.day == 0 ? 31 : after.day)
    {
      return before.year
    }
    guard let start = after?.start, start.isDay, date.start.isDay, let first = after?.first,
      text.isKeyword(first - 1, .from) || text.isKeyword(first, .from)
    else {
      return nil
    }
    let gap = WritingTime.number(start, year: start.year) - WritingTime.number(date.start, year: start.year)
    return (0...31).contains(gap) ? start.year : nil
  }

  /// The nearest date with a month and a year of its own that is no document's and no birth.
  private func neighbour(
    _ mentions: UnsafeMutableBufferPointer<Found>, _ indices: some Sequence<Int>
  ) -> (start: Moment, first: Int)? {
    for index in indices {
      guard case .date(let date) = mentions[index].value, date.start.hasYear, date.start.year >= 1990, date.start.month != 0,
        date.basis == .text, !YearResolver.isElsewhere(text, UnsafeBufferPointer(mentions), index)
      else { continue }
      return (date.start, Int(mentions[index].firstToken))
    }
    return nil
  }

  /// `bàn giao trước 30/6 để hoàn tất vào cuối năm 2019`: a deadline of the year at whose end the sentence sets the next.
  func goalYear(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16 {
    guard index + 1 < mentions.count, outlook.isLimit(mentions[index]), case .date(let date) = mentions[index].value, date.start.month != 0,
      let next = (index + 1..<min(mentions.count, index + 4)).first(where: { mentions[$0].value.kind == .date }),
      mentions[next].rule == .dateYear, case .date(let goal) = mentions[next].value,
      mentions[next].firstToken - mentions[index].endToken <= 30
    else { return 0 }
    let first = Int(mentions[next].firstToken)
    let isEnd = text.isKeyword(first, .last) || text.isKeyword(first, .end) || text.isKeyword(first - 1, .end)
    return isEnd && isBeforeStop(mentions[index], mentions[next]) ? goal.start.year : 0
  }

  /// Whether no full stop and no line's end stands between the two.
  private func isBeforeStop(_ first: Found, _ second: Found) -> Bool {
    (Int(first.endToken)..<Int(second.firstToken)).allSatisfy { text[$0].kind != .period && !text.beginsLine($0) }
  }

  /// The nearest date of the six mentions before.
  private func dateBefore(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int? {
    (max(0, index - 6)..<index).last { mentions[$0].value.kind == .date }
  }

  /// `Ngày 9/5/1972, … phong tỏa cửa sông; ngay tối 10/5, …`: within three days, and up to the next full stop.
  private func isNextDay(_ mention: Found, after before: FoundDate, _ dated: Found) -> Bool {
    guard case .date(let date) = mention.value, date.start.isDay, date.start.month == before.start.month, before.start.isDay,
      date.start.day > before.start.day, date.start.day <= before.start.day + 3
    else { return false }
    return mention.firstToken - dated.endToken <= 40 && isBeforeStop(dated, mention)
  }

  /// `Tháng 3/1988, ông có mặt ở đảo; 6 giờ sáng 14/3, …`: the year of a day in the month that the sentence has named before.
  func yearOfMonth(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16? {
    guard let previous = dateBefore(mentions, index), case .date(let month) = mentions[previous].value,
      case .date(let date) = mentions[index].value,
      !month.start.isDay, month.start.hasYear, month.start.month != 0, month.start.month == date.start.month, date.start.isDay,
      mentions[index].firstToken - mentions[previous].endToken <= 40, isBeforeStop(mentions[previous], mentions[index])
    else { return nil }
    return month.start.year
  }

  /// `phê duyệt ngày 12/10/2020; đến 25/11 mở thầu`: the year of the day before in the same sentence.
  func yearOfSentence(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16 {
    guard !outlook.isRecent(mentions[index]), let previous = dateBefore(mentions, index), case .date(let before) = mentions[previous].value,
      case .date(let date) = mentions[index].value, before.start.hasYear, before.end == nil, before.start.isDay, date.start.month != 0,
      isSameSentence(mentions[previous], mentions[index]) || isNextDay(mentions[index], after: before, mentions[previous]),
      !YearResolver.isBirth(text, mentions[previous]), (date.start.month, date.start.day) >= (before.start.month, before.start.day)
    else { return 0 }
    return before.start.year
  }

  /// A year that opens the sentence, `Năm 2010, trận lũ ngày 3/10 …`, or the one before: `Năm 2016 em thi … Tháng 8 phường gọi …`
  func narrativeYear(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16 {
    guard !outlook.isRecent(mentions[index]), let previous = dateBefore(mentions, index), case .date(let before) = mentions[previous].value,
      before.start.hasYear, before.end == nil
    else { return 0 }
    let next = yearOfSentence(mentions, index)
    guard next == 0 else { return next }
    guard !YearResolver.isBirth(text, mentions[previous]),
      before.basis == .context || tellsOfYear(before, mentions[previous], mentions[index])
    else { return 0 }
    guard mentions[index].firstToken - mentions[previous].endToken <= 40 else { return 0 }
    for token in Int(mentions[previous].endToken)..<Int(mentions[index].firstToken) where text.beginsLine(token) { return 0 }
    return before.start.year
  }
}
