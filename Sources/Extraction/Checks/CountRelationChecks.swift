/// Counts that do not fit the counts beside them: shares of something else, parts beyond the whole, one pair of numbers for two awards.
enum CountRelationChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for index in article.text.mentions(.count) {
      guard case .count(let count) = article.mentions[index].value else { continue }
      if count.whole != nil {
        addUnitMismatch(article, index, count, &flags)
      } else {
        addParts(article, index, count, &flags)
      }
      addDistribution(article, index, &flags)
    }
  }

  /// `61 Chi bộ Công an xã; 60/61 đồng chí …`: the share counts people, the same whole beside it counts something else.
  private static func addUnitMismatch(_ article: CheckedArticle, _ index: Int, _ share: FoundCount, _ flags: inout [FoundFlag]) {
    guard let whole = share.whole, whole.doubleValue >= 10, isPeople(article, share) else { return }
    for other in max(0, index - 3)...min(article.mentions.count - 1, index + 3) where other != index {
      guard case .count(let count) = article.mentions[other].value, count.whole == nil, count.number == whole, count.upper == nil,
        !isPeople(article, count), isNoun(article, count),
        article.isSameSentence(
          Int(min(article.mentions[index].endToken, article.mentions[other].endToken)),
          Int(max(article.mentions[index].firstToken, article.mentions[other].firstToken)))
      else { continue }
      flags.append(
        FoundFlag(
          .countUnitMismatch, [index, other],
          "“\(article.string(article.mentions[index]))” is a share of people, “\(article.string(article.mentions[other]))” counts something else"
        ))
      return
    }
  }

  private static func isPeople(_ article: CheckedArticle, _ count: FoundCount) -> Bool {
    unitKind(article, count) == .people
  }

  private static func isNoun(_ article: CheckedArticle, _ count: FoundCount) -> Bool {
    guard let kind = unitKind(article, count) else { return true }
    return kind == .body || kind == .place || kind == .thing || kind == .event
  }

  private static func unitKind(_ article: CheckedArticle, _ count: FoundCount) -> UnitKind? {
    count.unitItem >= 0 ? article.text.unitKind(UInt16(count.unitItem)) : nil
  }

  /// The `trong đó` that speaks of this count: no other stands between.
  private static func wordsOfParts(_ article: CheckedArticle, behind index: Int) -> Int? {
    let text = article.text
    let end = Int(article.mentions[index].endToken)
    guard let among = (end..<min(end + 12, text.count)).first(where: { text.isKeyword($0, .among) && text.isKeyword($0 + 1, .thereof) }),
      article.isSameSentence(end - 1, among)
    else { return nil }
    for other in index + 1..<min(index + 4, article.mentions.count) where Int(article.mentions[other].firstToken) < among {
      if case .count = article.mentions[other].value { return nil }
    }
    return among
  }

  /// Shares, money and measures tell growth and prices, not parts.
  private static func isRate(_ article: CheckedArticle, _ count: FoundCount) -> Bool {
    count.unitItem < 0 || count.number.exponent != 0
  }

  /// `25 đối tượng, trong đó 20 đối tượng … và 8 đối tượng …`: more parts than the whole has.
  private static func addParts(_ article: CheckedArticle, _ index: Int, _ whole: FoundCount, _ flags: inout [FoundFlag]) {
    let text = article.text
    let end = Int(article.mentions[index].endToken)
    guard whole.upper == nil, whole.approximation == .none, isPeople(article, whole) || isNoun(article, whole), !isRate(article, whole),
      text[end].kind != .slash, let among = wordsOfParts(article, behind: index)
    else { return }
    let isBracketed = text[among - 1].kind == .openParenthesis
    var parts: [Int] = []
    var sum = 0.0
    for other in index + 1..<min(index + 12, article.mentions.count) {
      guard case .count(let part) = article.mentions[other].value, Int(article.mentions[other].firstToken) > among else { continue }
      let first = Int(article.mentions[other].firstToken)
      guard article.isSameSentence(among, first), !isBracketed || !(among..<first).contains(where: { text[$0].kind == .closeParenthesis }),
        !text.isKeyword(Int(article.mentions[other].endToken), .another)
      else { break }
      guard part.whole == nil, part.upper == nil, isSameUnit(article, whole, part) else { continue }
      parts.append(other)
      sum += part.number.doubleValue
      let isAlone = part.number.doubleValue > whole.number.doubleValue
      guard isAlone || sum > whole.number.doubleValue else { continue }
      flags.append(
        FoundFlag(
          .countPartsExceedWhole, [index] + (isAlone ? [other] : parts), severity: isAlone ? .review : .info,
          "the parts of “\(article.string(article.mentions[index]))” are more than the whole"))
      return
    }
  }

  /// Whether the part counts what the whole does, or some of it: `12 đối tượng, trong đó 8 đối tượng nghiện`.
  private static func isSameUnit(_ article: CheckedArticle, _ whole: FoundCount, _ part: FoundCount) -> Bool {
    let (a, b, bytes) = (whole.unit, part.unit, article.text.bytes)
    guard !a.isEmpty, b.count == a.count || b.count > a.count && bytes[Int(b.start) + a.count] == 0x20 else { return false }
    return (0..<a.count).allSatisfy { (bytes[Int(a.start) + $0] | 0x20) == (bytes[Int(b.start) + $0] | 0x20) }
  }

  /// `tặng Bằng khen, Giấy khen cho 34 tập thể, 74 cá nhân`: who got which is not told.
  private static func addDistribution(_ article: CheckedArticle, _ index: Int, _ flags: inout [FoundFlag]) {
    let text = article.text
    let first = Int(article.mentions[index].firstToken)
    guard text.isKeyword(first - 1, .forWhom) else { return }
    var awards = 0
    var token = first - 2
    while token > 0, first - token < 16, awards < 2, !text.beginsLine(token + 1), isAwardWord(text, token) {
      if text.isKeyword(token, .awardPaper), text[token - 1].kind == .word { awards += 1 }
      token -= 1
    }
    guard awards >= 2 else { return }
    flags.append(
      FoundFlag(
        .countDistributionAmbiguous, [index], places: [article.span(token..<first)],
        "two awards share “\(article.string(article.mentions[index]))”: who received which is not told"))
  }

  /// A word that may stand in a list of awards: `Bằng khen`, `và`, `Giấy khen`.
  private static func isAwardWord(_ text: TokenizedText, _ token: Int) -> Bool {
    text[token].kind == .comma || text.isKeyword(token, .and) || text.isKeyword(token, .awardPaper)
      || text.isKeyword(token + 1, .awardPaper)
  }
}
