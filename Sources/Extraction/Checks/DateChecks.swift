/// Impossible dates, years that nothing resolves, intervals that run backwards.
enum DateChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    var unresolved: [Int32] = []
    for (index, mention) in article.mentions.enumerated() {
      guard case .date(let date) = mention.value else { continue }
      let evidence = [Int32(index)]
      if !date.start.isPossible || date.end.map({ !$0.isPossible }) == true {
        flags.append(
          FoundFlag(
            code: .dateInvalid, severity: .error, mentions: evidence,
            message: "“\(article.string(mention))” is no day of the calendar"))
        continue
      }
      if date.basis == .unresolved, date.start.isDay || date.start.month != 0 { unresolved.append(Int32(index)) }
      if isReversed(date) {
        flags.append(
          FoundFlag(
            code: .dateRangeReversed, severity: .review, mentions: evidence,
            message: "“\(article.string(mention))” ends before it begins"))
      }
    }
    addUnresolved(article, unresolved, &flags)
  }

  private static func addUnresolved(_ article: CheckedArticle, _ unresolved: [Int32], _ flags: inout [FoundFlag]) {
    for index in unresolved {
      flags.append(
        FoundFlag(
          code: .dateYearUnresolved, severity: .review, mentions: [index],
          message: "“\(article.string(article.mentions[Int(index)]))” has no year and nothing in the article resolves it"))
    }
    guard article.published == nil, article.text.count > 1 else { return }
    flags.append(
      FoundFlag(
        code: .noPublicationDate, severity: unresolved.isEmpty ? .review : .error, mentions: [],
        message: unresolved.isEmpty
          ? "the article has no publication date" : "the article has no publication date, and \(unresolved.count) dates need one"))
  }

  private static func isReversed(_ date: FoundDate) -> Bool {
    guard let end = date.end, date.start.hasYear, end.hasYear else { return false }
    return (end.year, end.month, end.day) < (date.start.year, end.month == 0 ? 0 : date.start.month, end.day == 0 ? 0 : date.start.day)
  }
}
