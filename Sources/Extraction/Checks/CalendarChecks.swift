/// Weekdays, zodiac years and anniversaries that do not fit their dates.
enum CalendarChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for index in article.text.mentions(.date, .duration) {
      let mention = article.mentions[index]
      if case .date(let date) = mention.value {
        if date.weekday != 0 { addWeekday(article, index, date, &flags) }
        if date.canChi >= 0 { addZodiac(article, index, date, &flags) }
      }
      if case .duration(let duration) = mention.value { addAnniversary(article, index, duration, &flags) }
    }
  }

  /// `thứ Hai, ngày 27/9/2024`, which was a Friday.
  private static func addWeekday(_ article: CheckedArticle, _ index: Int, _ date: FoundDate, _ flags: inout [FoundFlag]) {
    guard !date.isLunar, date.end == nil, let weekday = date.start.weekday, weekday != Int(date.weekday) else { return }
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    flags.append(
      FoundFlag(
        .dateWeekdayMismatch, [index],
        "“\(article.string(article.mentions[index]))”: that day of \(date.start.year) is a \(names[weekday - 1])"))
  }

  /// `xuân Tân Sửu 2022`: 2022 was Nhâm Dần. The year of the moon begins at Tết, in January or February.
  private static func addZodiac(_ article: CheckedArticle, _ index: Int, _ date: FoundDate, _ flags: inout [FoundFlag]) {
    guard date.start.hasYear, date.basis == .text else { return }
    let place = { (year: Int) in ((year - 1984) % 60 + 60) % 60 }
    let year = Int(date.start.year)
    let beforeTet = date.start.month == 1 || date.start.month == 2
    guard place(year) != Int(date.canChi), !(beforeTet && place(year - 1) == Int(date.canChi)) else { return }
    flags.append(
      FoundFlag(.dateZodiacMismatch, [index], "“\(article.string(article.mentions[index]))”: the zodiac year is not that of \(year)"))
  }

  /// `kỷ niệm 75 năm … (19/8/1945-19/8/2021)`: the bracket right behind tells first and last year.
  private static func addAnniversary(_ article: CheckedArticle, _ index: Int, _ duration: FoundDuration, _ flags: inout [FoundFlag]) {
    let (text, length) = (article.text, duration.length)
    guard length.unit == .year, duration.upper == nil, length.rest == nil, length.amount.exponent == 0, length.amount.mantissa >= 5,
      index + 1 < article.mentions.count,
      let next = (index + 1..<min(index + 5, article.mentions.count)).first(where: { article.date($0)?.end != nil }),
      let date = article.date(next), let end = date.end, date.start.hasYear, end.hasYear,
      text[Int(article.mentions[next].firstToken) - 1].kind == .openParenthesis,
      text[Int(article.mentions[next].endToken)].kind == .closeParenthesis,
      article.mentions[next].firstToken - article.mentions[index].endToken <= 24,
      !(index + 1..<next).contains(where: { article.mentions[$0].value.kind == .duration }),
      article.isSameSentence(Int(article.mentions[index].endToken) - 1, Int(article.mentions[next].firstToken))
    else { return }
    let (years, stated) = (Int64(end.year - date.start.year), length.amount.mantissa)
    // Five years from 2011 to 2015 are counted with both ends.
    guard years != stated, !(years + 1 == stated && date.start.month == 0) else { return }
    let (first, second) = (article.string(article.mentions[index]), article.string(article.mentions[next]))
    flags.append(FoundFlag(.anniversaryMismatch, [index, next], "“\(first)”, but “\(second)” is \(years) years"))
  }
}
