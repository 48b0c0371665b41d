/// Impossible dates, years that nothing resolves, intervals that run backwards or begin before what they follow.
enum DateChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    var unresolved: [Int] = []
    for index in article.text.mentions(.date) {
      guard let date = article.date(index) else { continue }
      if !date.start.isPossible || date.end.map({ !$0.isPossible }) == true {
        flags.append(FoundFlag(.dateInvalid, index, of: article, " is no day of the calendar"))
        continue
      }
      if date.basis == .unresolved, date.start.isDay || date.start.month != 0 {
        if unresolved.isEmpty { unresolved.reserveCapacity(8) }
        unresolved.append(index)
      }
      if isReversed(date) {
        flags.append(FoundFlag(.dateRangeReversed, index, of: article, " ends before it begins"))
      }
    }
    addUnresolved(article, unresolved, &flags)
    addBeforeEvent(article, &flags)
  }

  private static func addUnresolved(_ article: CheckedArticle, _ unresolved: [Int], _ flags: inout [FoundFlag]) {
    for index in unresolved {
      flags.append(FoundFlag(.dateYearUnresolved, index, of: article, " has no year and nothing in the article resolves it"))
    }
    guard article.published == nil, article.text.count > 1 else { return }
    let needy = unresolved.isEmpty ? undatedDuration(article) : unresolved
    flags.append(
      FoundFlag(
        .noPublicationDate, needy, severity: needy.isEmpty ? .review : .error,
        needy.isEmpty
          ? "the article has no publication date" : "the article has no publication date, and what it tells of time needs one"))
  }

  /// `trong 15 ngày` of an article without a single day, month or year that dates it: the first such duration.
  private static func undatedDuration(_ article: CheckedArticle) -> [Int] {
    var duration: Int?
    for index in article.text.mentions(.date, .duration) {
      let mention = article.mentions[index]
      if case .date(let date) = mention.value, date.start.month != 0 || date.end != nil { return [] }
      if case .duration = mention.value, duration == nil { duration = index }
    }
    return duration.map { [$0] } ?? []
  }

  private static func isReversed(_ date: FoundDate) -> Bool {
    guard let end = date.end, date.start.hasYear, end.hasYear else { return false }
    return (end.year, end.month, end.day) < (date.start.year, end.month == 0 ? 0 : date.start.month, end.day == 0 ? 0 : date.start.day)
  }

  /// Launched on 27/9/2024, “từ ngày 19/8/2024 đến hết ngày 19/8/2025”: a drive that began before its launching.
  private static func addBeforeEvent(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    guard let event = firstEvent(article), let launched = article.date(event) else { return }
    for index in article.text.mentions(.date) where index > event {
      let mention = article.mentions[index]
      guard let date = article.date(index), let end = date.end, date.start.isDay, date.basis == .text,
        day(date.start) < day(launched.start), day(end) > day(launched.start), launchVerb(article, before: Int(mention.firstToken))
      else { continue }
      flags.append(
        FoundFlag(
          .dateRangeBeforeEvent, [index, event],
          "“\(article.string(mention))” begins before its launching, “\(article.string(article.mentions[event]))”"))
    }
  }

  /// The first day of the body: when what the article reports took place.
  private static func firstEvent(_ article: CheckedArticle) -> Int? {
    for index in article.text.mentions(.date) {
      let mention = article.mentions[index]
      guard index != article.layout.published, let date = article.date(index), mention.start >= article.layout.body.start else { continue }
      guard date.start.isDay, date.start.hasYear, date.end == nil, mention.firstToken < 200 else { return nil }
      guard index > 0, article.mentions[index - 1].value.kind == .decree, mention.firstToken - article.mentions[index - 1].endToken <= 2
      else { return index }
      return nil
    }
    return nil
  }

  /// `phát động …` within the paragraph before the token.
  private static func launchVerb(_ article: CheckedArticle, before token: Int) -> Bool {
    var index = token
    while index > 1, token - index < 50, !article.text.beginsLine(index) {
      index -= 1
      if article.text.isKeyword(index, .launch), article.text.isKeyword(index + 1, .launchTail) { return true }
    }
    return false
  }

  private static func day(_ moment: Moment) -> Int {
    CalendarDay.number(year: Int(moment.year), month: Int(max(1, moment.month)), day: Int(max(1, moment.day)))
  }
}
