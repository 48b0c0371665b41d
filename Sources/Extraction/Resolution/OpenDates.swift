/// The dates to which an article without a date of publication leaves the year open, looked for once.
struct OpenDates: ~Copyable {
  struct OpenDate: BitwiseCopyable {
    /// Its place among the mentions.
    var index: Int
    var isAhead: Bool
  }

  private var dates = Buffer<OpenDate>(capacity: 16)

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ outlook: DateOutlook) {
    for index in text.mentions(.date) {
      guard case .date(let date) = mentions[index].value, OpenDates.isOpen(date),
        !OpenDates.isYearly(date, text, mentions, before: index)
      else { continue }
      dates.append(OpenDate(index: index, isAhead: outlook.isAhead(date, mentions[index])))
    }
  }

  static func isOpen(_ date: FoundDate) -> Bool { date.basis == .unresolved && date.yearWord.leavesYear }

  /// `lấy ngày 16-6 hằng năm … để biến ngày 16-6 thành ngày hội`: the day that comes each year; not `Sáng 16-6`.
  private static func isYearly(
    _ date: FoundDate, _ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, before index: Int
  ) -> Bool {
    guard date.start.isDay, text.isKeyword(Int(mentions[index].firstToken), .day) else { return false }
    return mentions[..<index].contains { mention in
      guard case .date(let yearly) = mention.value, yearly.yearWord == .every else { return false }
      return yearly.start.day == date.start.day && yearly.start.month == date.start.month
    }
  }

  /// Whether one still has no year.
  func areLeft(in mentions: UnsafeMutableBufferPointer<Found>) -> Bool { contains(in: mentions) { _ in true } }

  /// Whether one that still has no year is such; `body` is given its place among the mentions.
  func contains(in mentions: UnsafeMutableBufferPointer<Found>, _ body: (Int) -> Bool) -> Bool {
    dates.view.contains { if case .date(let date) = mentions[$0.index].value { OpenDates.isOpen(date) && body($0.index) } else { false } }
  }

  /// Shows those that still have no year.
  func settle(_ mentions: UnsafeMutableBufferPointer<Found>, _ body: (inout FoundDate, Found, _ isAhead: Bool) -> Void) {
    for open in dates.view {
      guard case .date(var date) = mentions[open.index].value, OpenDates.isOpen(date) else { continue }
      body(&date, mentions[open.index], open.isAhead)
      mentions[open.index].value = .date(date)
    }
  }
}
