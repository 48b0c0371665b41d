/// Corrections as marked sentences for `corpus/examples`: what was wrong becomes a line that a rule must learn.
enum ExampleExport {
  /// One marked sentence.
  struct Sentence: Hashable {
    var kind: String
    var published: String?
    /// With its fields below it.
    var text: String
  }

  /// A sentence for each mention that people corrected, added or threw out.
  static func sentences(_ article: ExportedArticle) -> [Sentence] {
    let published = article.published
    let touched = article.mentions.filter { mention in
      mention.decision != nil && [.corrected, .added, .rejected].contains(mention.state)
    }
    var told: Set<Sentence> = []
    return touched.compactMap { mention in
      let sentence = Sentence(kind: mention.kind, published: published, text: marked(mention, article))
      return told.insert(sentence).inserted ? sentence : nil
    }
  }

  private static func marked(_ mention: SettledMention, _ article: ExportedArticle) -> String {
    let range = sentence(around: mention.utf8, article.quote)
    let spans = article.mentions.filter {
      $0.kind == mention.kind && $0.state != .rejected && $0.utf8.lowerBound >= range.lowerBound && $0.utf8.upperBound <= range.upperBound
    }
    var line = ""
    var at = range.lowerBound
    for span in spans where span.utf8.lowerBound >= at {
      line += article.quote.string(at..<span.utf8.lowerBound) + "⟦" + article.quote.string(span.utf8) + "⟧"
      at = span.utf8.upperBound
    }
    line += article.quote.string(at..<range.upperBound)
    return ([line.replacing("\n", with: "\\n")] + spans.map { "  \($0.kind)  \(fields($0))" }).joined(separator: "\n")
  }

  private static func fields(_ mention: SettledMention) -> String {
    Reading.fields(of: mention.kind).compactMap { field in
      let value = mention.reading[field] ?? .null
      let text = field == "positions" ? value.array.compactMap(\.string).joined(separator: " / ") : FieldText.text(value)
      return text.isEmpty ? nil : "\(field): \(text)"
    }.joined(separator: "; ")
  }

  /// From the last full stop or line end before the mention to the first behind it.
  private static func sentence(around mention: Range<Int>, _ quote: Quote) -> Range<Int> {
    var start = mention.lowerBound
    while start > 0, !isEnd(quote.utf8, start - 1) { start -= 1 }
    while start < mention.lowerBound, quote.utf8[start] == 0x20 { start += 1 }
    var end = mention.upperBound
    while end < quote.utf8.count, quote.utf8[end] != 0x0A, !(end > mention.upperBound && isEnd(quote.utf8, end - 1)) { end += 1 }
    while end > mention.upperBound, quote.utf8[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  /// A line end, or a full stop, question or exclamation mark with a blank behind it.
  private static func isEnd(_ text: [UInt8], _ index: Int) -> Bool {
    if text[index] == 0x0A { return true }
    guard [0x2E, 0x3F, 0x21].contains(text[index]) else { return false }
    return index + 1 >= text.count || text[index + 1] == 0x20 || text[index + 1] == 0x0A
  }
}
