/// Mentions of rules that were seldom right on gold.
enum ConfidenceChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for (index, mention) in article.mentions.enumerated() where article.doubtful & mention.rule.bit != 0 {
      flags.append(
        FoundFlag(.lowConfidence, [index], "“\(article.string(mention))”: rule \(mention.rule.name) is seldom sure"))
    }
  }
}
