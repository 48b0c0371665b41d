/// The dates to which an article without a date of publication leaves the year open, looked for once.
struct OpenDates {
  /// Each by its place among the mentions, and whether it lies ahead.
  private var dates: [(index: Int, isAhead: Bool)] = []

  init(_ mentions: UnsafeMutableBufferPointer<Found>, _ outlook: DateOutlook) {
    for index in mentions.indices {
      guard case .date(let date) = mentions[index].value, OpenDates.isOpen(date) else { continue }
      dates.append((index, outlook.isAhead(date, mentions[index])))
    }
  }

  static func isOpen(_ date: FoundDate) -> Bool { date.basis == .unresolved && date.yearWord.leavesYear }

  /// Whether one still has no year.
  func areLeft(in mentions: UnsafeMutableBufferPointer<Found>) -> Bool {
    dates.contains { if case .date(let date) = mentions[$0.index].value { OpenDates.isOpen(date) } else { false } }
  }

  /// Shows those that still have no year.
  func settle(_ mentions: UnsafeMutableBufferPointer<Found>, _ body: (inout FoundDate, Found, _ isAhead: Bool) -> Void) {
    for (index, isAhead) in dates {
      guard case .date(var date) = mentions[index].value, OpenDates.isOpen(date) else { continue }
      body(&date, mentions[index], isAhead)
      mentions[index].value = .date(date)
    }
  }
}
