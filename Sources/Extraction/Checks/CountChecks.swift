/// Shares that cannot be: more than all, or unlike the percentage beside them.
enum CountChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for index in article.text.mentions(.count) {
      let mention = article.mentions[index]
      guard case .count(let count) = mention.value, let whole = count.whole else { continue }
      let (part, all) = (count.number.doubleValue, whole.doubleValue)
      guard all > 0 else { continue }
      if part > all {
        flags.append(FoundFlag(.ratioOverOne, index, of: article, ": the part is larger than the whole"))
      }
      addPercentMismatch(article, index, part / all * 100, &flags)
    }
  }

  /// `(86/86 xã), đạt tỷ lệ 100%`: the percentage within the same sentence, a few words on.
  private static func addPercentMismatch(_ article: CheckedArticle, _ index: Int, _ share: Double, _ flags: inout [FoundFlag]) {
    guard let next = percentBehind(article, index), case .count(let percent) = article.mentions[next].value else { return }
    let value = percent.number.doubleValue
    let tolerance = percent.number.exponent < 0 ? 0.1 : 1
    guard abs(value - share) > tolerance, percent.approximation == .none, percent.upper == nil else { return }
    let exact = (share * 100).rounded() / 100
    flags.append(
      FoundFlag(
        .ratioPercentMismatch, [index, next],
        "“\(article.string(article.mentions[index]))” is \(exact)%, not “\(article.string(article.mentions[next]))”"))
  }

  /// The percentage that restates the share: words of a share stand right before it, a few words at most before those.
  private static func percentBehind(_ article: CheckedArticle, _ index: Int) -> Int? {
    let mention = article.mentions[index]
    let next = index + 1
    guard next < article.mentions.count, case .count(let count) = article.mentions[next].value,
      article.string(count.unit) == "%", count.whole == nil, article.mentions[next].firstToken - mention.endToken <= 10
    else { return nil }
    var shareWords = 0
    for token in (Int(mention.endToken)..<Int(article.mentions[next].firstToken)).reversed() {
      let kind = article.text[token].kind
      if kind == .period || kind == .semicolon || article.text.isKeyword(token, .and) || article.text.isKeyword(token, .notYet) {
        return nil
      }
      if isShareWord(article.text, token) {
        shareWords += 1
      } else if kind == .word, shareWords == 0 {
        return nil
      } else if kind == .comma, shareWords == 0 {
        return nil
      }
    }
    // A bare bracket restates too: 86/86 xã (100%).
    let before = article.text[Int(article.mentions[next].firstToken) - 1].kind
    return shareWords > 0 || before == .openParenthesis && article.mentions[next].firstToken - mention.endToken == 1 ? next : nil
  }

  private static func isShareWord(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.reach, .ratio, .ratioTail, .hold, .equal, .equalTail].contains { text.isKeyword(index, $0) }
  }
}
