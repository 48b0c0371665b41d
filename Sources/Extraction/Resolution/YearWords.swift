/// Dates whose year is a word: `tháng 9 năm ngoái`, `tháng 11 cùng năm`.
extension YearResolver {
  /// `tháng 9 năm ngoái`: the year before that of publication; `tháng 11 cùng năm`: the year named last.
  func resolveYearWord(_ date: inout FoundDate, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) {
    if date.yearWord == .every {
      if date.isLunar { LunarResolver.leaveOpen(&date) }
      return
    }
    date.basis = .unresolved
    if date.yearWord == .same { return settle(&date, yearNamed(before: index, mentions) ?? 0) }
    let shift = date.yearWord.shift ?? 0
    // ngày 14/12/2022 và 10/2 năm sau
    if shift > 0, index > 0, case .date(let before) = mentions[index - 1].value, before.start.isDay, before.start.hasYear,
      mentions[index].firstToken - mentions[index - 1].endToken <= 2
    {
      return settle(&date, before.start.year + shift)
    }
    guard let published else { return settle(&date, contextYear > 0 ? contextYear + shift : 0) }
    fill(&date, published.year + shift)
    date.basis = .published
  }

  private func yearNamed(before index: Int, _ mentions: UnsafeMutableBufferPointer<Found>) -> Int16? {
    for mention in mentions[..<index].reversed() {
      if case .date(let date) = mention.value, date.start.hasYear, date.start.period != .decade, date.start.period != .century,
        !YearResolver.isBirth(text, mention)
      {
        return date.end?.year ?? date.start.year
      }
    }
    return nil
  }

  /// `tháng 11 năm ngoái`, beside the year in which the article was written.
  func resolveYearWords(_ mentions: UnsafeMutableBufferPointer<Found>, _ present: Int16) {
    for index in text.mentions(.date) {
      guard case .date(var date) = mentions[index].value, date.basis == .unresolved, let shift = date.yearWord.shift else { continue }
      settle(&date, present + shift)
      mentions[index].value = .date(date)
    }
  }
}
