/// The year of a day that the story comes to from the dated one before it.
///
///     DAY … DURATION sau[,] DAY · DAY … (, | ; | .) đến DAY (, | thì)
///
/// `Ngày 14/8/2021 … Hơn một tháng sau, | ngày 22/9`, `ngày 2-11-2023 bắt A; đến | 23-12 thì B ra đầu thú`: the first such day behind it.
extension YearResolver {
  /// The dated day stands no more tokens before.
  private static let longestStory: Int32 = 110

  func sequelYear(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16 {
    let mention = mentions[index]
    guard case .date(let date) = mention.value, date.start.isDay, date.end == nil, !outlook.isAhead(date, mention) else { return 0 }
    let reach = daysToldBefore(mentions, index) ?? (isReached(mention) ? 1...200 : nil)
    guard let reach, let before = dayBefore(mentions, index) else { return 0 }
    let isNextYear = (date.start.month, date.start.day) < (before.month, before.day)
    let year = isNextYear ? before.year + 1 : before.year
    return reach.contains(WritingTime.number(date.start, year: year) - WritingTime.number(before, year: before.year)) ? year : 0
  }

  /// `3 ngày sau, `, `Chưa đầy ba tuần sau đó, `: about how many days lie between the two.
  private func daysToldBefore(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> ClosedRange<Int>? {
    guard index > 0, case .duration(let duration) = mentions[index - 1].value, duration.upper == nil else { return nil }
    var token = Int(mentions[index - 1].endToken)
    if text.isKeyword(token, .after) { token += 1 } else if !text.isKeyword(token - 1, .after) { return nil }
    if text.isKeyword(token, .thereof) { token += 1 }
    if text[token].kind == .comma { token += 1 }
    guard token == Int(mentions[index].firstToken) else { return nil }
    let days = Int(duration.length.unit.seconds / DurationUnit.day.seconds * duration.length.amount.doubleValue)
    return days == 0 ? nil : days * 2 / 5...days * 2 + 12
  }

  /// `; đến | 23-12 thì`, `. Đến | ngày 30/8, hồ sơ`: what has come, not what is due.
  private func isReached(_ mention: Found) -> Bool {
    let (to, end) = (Int(mention.firstToken) - 1, Int(mention.endToken))
    guard text.isKeyword(to, .to), text.beginsSentence(to) || text[to - 1].kind == .comma || text[to - 1].kind == .semicolon else {
      return false
    }
    return (text[end].kind == .comma || outlook.isThen(end)) && !outlook.isDemanded(mention)
  }

  /// The nearest day before that has a year, in the same paragraph; no birth.
  private func dayBefore(_ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Moment? {
    for other in stride(from: index - 1, through: 0, by: -1) {
      guard mentions[index].firstToken - mentions[other].endToken <= YearResolver.longestStory else { return nil }
      guard case .date(let date) = mentions[other].value else { continue }
      guard date.start.isDay, date.start.hasYear, date.end == nil else { return nil }
      if YearResolver.isBirth(text, mentions[other]) { continue }
      return (Int(mentions[other].endToken)..<Int(mentions[index].firstToken)).contains { text.beginsLine($0) } ? nil : date.start
    }
    return nil
  }
}
