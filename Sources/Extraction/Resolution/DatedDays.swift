/// The days that an article names with their year: `Ngày 21/7` beside `21/07/2019`.
struct DatedDays: ~Copyable {
  /// For each month and day: the year, 0 when the article dates no such day, -1 when it does so twice.
  private var years = Buffer<Int16>(capacity: 13 * 32)

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>) {
    years.fill(0, count: 13 * 32)
    for index in text.mentions(.date) {
      guard case .date(let date) = mentions[index].value, !date.isLunar, date.start.isPossible, date.start.year >= 1990 else { continue }
      add(date.start)
      if let end = date.end, end.isPossible { add(end) }
    }
  }

  private mutating func add(_ day: Moment) {
    guard day.isDay, day.month != 0, day.hasYear else { return }
    let place = Int(day.month) * 32 + Int(day.day)
    years[place] = years[place] == 0 || years[place] == day.year ? day.year : -1
  }

  /// The year of a day, or of the days of an interval one of which the article dates; nil when it leaves none or several.
  func year(of date: FoundDate) -> Int16? {
    guard date.start.isDay, date.start.month != 0, date.start.isPossible else { return nil }
    let first = Int(date.start.month) * 32 + Int(date.start.day)
    let last = date.end.map { $0.isDay && $0.isPossible ? Int($0.month) * 32 + Int($0.day) : first } ?? first
    guard first <= last else { return nil }
    var found: Int16 = 0
    for place in first...last where years[place] != 0 {
      guard years[place] > 0, found == 0 || found == years[place] else { return nil }
      found = years[place]
    }
    return found > 0 ? found : nil
  }
}
