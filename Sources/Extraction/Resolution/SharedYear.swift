/// The one year of all that an article dates.
enum SharedYear {
  /// The year that the article itself leaves: that of `6 tháng đầu năm 2017`, else the one that all its dated events share.
  ///
  /// One dated event alone says little: it may be long past. Documents' dates, births and bare years do not count.
  static func of(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ outlook: DateOutlook) -> Int16 {
    var year: Int16 = 0
    var latest: Int16 = 0
    var first: UInt8?
    var isFirm = false
    for (index, mention) in mentions.enumerated() {
      guard case .date(let date) = mention.value, date.start.hasYear, (date.end?.year ?? date.start.year) >= 1990, !YearResolver.isElsewhere(text, mentions, index)
      else {
        continue
      }
      if mention.rule == .dateHalf { return date.end?.year ?? date.start.year }
      if isPast(text, mention, date, outlook) { latest = max(latest, date.start.year) }
      // Of "từ năm 2003 đến tháng 9/2013" only one end is exact.
      let isMixed = date.end.map { ($0.month == 0) != (date.start.month == 0) } ?? false
      let exact = isMixed && date.start.month == 0 ? date.end ?? date.start : date.start
      guard date.start.period == .none, exact.month != 0 else { continue }
      // Of "từ tháng 10/2013 đến tháng 2/2014" either year may be meant.
      if let end = date.end, !isMixed, end.year == date.start.year + 1 { return 0 }
      let seen = isMixed ? exact.year : date.end?.year ?? date.start.year
      if year != 0, year != seen { return 0 }
      year = seen
      if let first, first != exact.month { isFirm = true }
      if date.end != nil, !isMixed { isFirm = true }
      first = first ?? exact.month
    }
    return isFirm && latest <= year ? year : 0
  }

  /// `cuối năm 2017` of what has happened: the article is no older.
  private static func isPast(_ text: TokenizedText, _ mention: Found, _ date: FoundDate, _ outlook: DateOutlook) -> Bool {
    let first = Int(mention.firstToken)
    guard mention.rule == .dateYear, [Keyword.first, .middle, .last].contains(where: { text.isKeyword(first, $0) }) else { return false }
    return !text.isKeyword(first - 1, .to) && !text.isKeyword(first - 1, .until) && !outlook.isAhead(date, mention)
      && !outlook.isPlanned(mention)
  }
}
