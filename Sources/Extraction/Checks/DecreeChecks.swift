/// One document under two numbers or dates, two documents under one short form.
enum DecreeChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    let decrees = article.decrees
    guard decrees.count > 1, decrees.count <= 2000 else { return }
    for second in 1..<decrees.count {
      for first in 0..<second where decrees[first].type == decrees[second].type {
        let (a, b) = (decrees[first], decrees[second])
        if a.ordinal == b.ordinal {
          addDateConflict(article, a, b, &flags)
        } else {
          addNumberConflict(article, a, b, &flags)
        }
      }
    }
  }

  /// Same type, same date, issuers that agree, two numbers: one of them is wrong.
  private static func addNumberConflict(_ article: CheckedArticle, _ a: Decrees.Entry, _ b: Decrees.Entry, _ flags: inout [FoundFlag]) {
    guard a.isFull == b.isFull, let dateA = article.date(Int(a.date)), let dateB = article.date(Int(b.date)), dateA.start == dateB.start,
      dateA.start.isDay, looksMistyped(a.ordinal, b.ordinal), issuersAgree(article, a.issuer, b.issuer)
    else { return }
    flags.append(
      FoundFlag(
        .docNumberConflict, [Int(a.best), Int(b.best)],
        "\(article.string(a.best)) and \(article.string(b.best)) have one type, date and issuer but two numbers"))
  }

  /// One symbol with two days of one year contradicts itself; a bare number with two dates names two documents.
  private static func addDateConflict(_ article: CheckedArticle, _ a: Decrees.Entry, _ b: Decrees.Entry, _ flags: inout [FoundFlag]) {
    guard a.ordinal >= 0, let dateA = article.date(Int(a.date))?.start, let dateB = article.date(Int(b.date))?.start, dateA != dateB,
      dateA.hasYear, dateB.hasYear, dateA.isDay, dateB.isDay
    else { return }
    let evidence = [Int(a.best), Int(a.date), Int(b.best), Int(b.date)]
    let (first, second) = (article.string(a.date), article.string(b.date))
    if a.isFull, b.isFull, a.number == b.number, dateA.year == dateB.year {
      flags.append(FoundFlag(.docDateConflict, evidence, "\(article.string(a.best)) is dated “\(first)” and “\(second)”"))
    } else if !a.isFull || !b.isFull {
      flags.append(
        FoundFlag(.docNumberCollision, evidence, "\(article.string(b.best)) names two documents, of “\(first)” and of “\(second)”"))
    }
  }

  /// A digit left out or typed wrong: 89 and 989. Two papers of one day with unlike numbers are just two papers.
  private static func looksMistyped(_ a: Int32, _ b: Int32) -> Bool {
    Array(String(a).utf8).differsByOneLeftOut(Array(String(b).utf8))
  }

  private static func issuersAgree(_ article: CheckedArticle, _ a: ByteSpan, _ b: ByteSpan) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return true }
    let (x, y) = (article.string(a).lowercased(), article.string(b).lowercased())
    return x.hasPrefix(y) || y.hasPrefix(x)
  }
}
