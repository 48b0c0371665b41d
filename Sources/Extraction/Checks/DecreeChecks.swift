/// One document under two numbers, symbols that no rule of drafting allows.
enum DecreeChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    addConflicts(article, &flags)
    addNoncanonical(article, &flags)
  }

  /// Same type, same date, issuers that agree, two numbers: one of them is wrong.
  private static func addConflicts(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    let decrees = article.decrees
    guard decrees.count > 1, decrees.count <= 2000 else { return }
    for second in 1..<decrees.count {
      for first in 0..<second {
        let (a, b) = (decrees[first], decrees[second])
        guard a.type == b.type, a.date >= 0, b.date >= 0, a.ordinal != b.ordinal, a.isFull == b.isFull,
          case .date(let dateA) = article.mentions[Int(a.date)].value, case .date(let dateB) = article.mentions[Int(b.date)].value,
          dateA.start == dateB.start, looksMistyped(a.ordinal, b.ordinal), issuersAgree(article, a.issuer, b.issuer)
        else { continue }
        let names = "\(article.string(article.mentions[Int(a.best)])) and \(article.string(article.mentions[Int(b.best)]))"
        flags.append(
          FoundFlag(
            code: .docNumberConflict, severity: .error, mentions: [a.best, b.best],
            message: "\(names) have one type, date and issuer but two numbers"))
      }
    }
  }

  /// A digit left out or typed wrong: 89 and 989. Two papers of one day with unlike numbers are just two papers.
  private static func looksMistyped(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (Array(String(a).utf8), Array(String(b).utf8))
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    if long.count == short.count + 1 {
      return long.indices.contains { skip in Array(long[..<skip] + long[(skip + 1)...]) == short }
    }
    return false
  }

  private static func issuersAgree(_ article: CheckedArticle, _ a: ByteSpan, _ b: ByteSpan) -> Bool {
    guard !a.isEmpty, !b.isEmpty else { return true }
    let (x, y) = (article.string(a).lowercased(), article.string(b).lowercased())
    return x.hasPrefix(y) || y.hasPrefix(x)
  }

  /// Party papers write `989-QĐ/TU`; the slash turned into a dash is an error of the press.
  private static func addNoncanonical(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for (index, mention) in article.mentions.enumerated() {
      guard case .decree(let decree) = mention.value, decree.form == .full else { continue }
      let number = article.string(decree.number)
      guard let canonical = canonicalPartySymbol(number) else { continue }
      flags.append(
        FoundFlag(
          code: .docSymbolNoncanonical, severity: .review, mentions: [Int32(index)],
          message: "“\(number)”: a Party symbol is written \(canonical)"))
    }
  }

  /// `989-QĐ-TU` → `989-QĐ/TU`; nil when the symbol is no Party's or is right.
  private static func canonicalPartySymbol(_ number: String) -> String? {
    let groups = number.split(separator: "-")
    guard groups.count == 3, !number.contains("/"), groups[0].allSatisfy(\.isNumber), ["TU", "TW", "HU", "QU", "ĐU"].contains(groups[2])
    else {
      return nil
    }
    return "\(groups[0])-\(groups[1])/\(groups[2])"
  }
}
