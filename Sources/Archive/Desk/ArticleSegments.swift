/// An article's text cut into pieces by its mentions, so that the browser never counts letters.
///
/// Paragraphs of segments: `{"t": "ngày 27/9", "m": ["date:110-119"]}`; a piece inside two mentions names both.
enum ArticleSegments {
  static func cut(_ quote: Quote, mentions: [SettledMention]) -> JSON {
    let shown = mentions.filter { !$0.utf8.isEmpty && $0.utf8.upperBound <= quote.utf8.count }
    var paragraphs: [JSON] = []
    var segments: [JSON] = []
    let flush = { (force: Bool) in
      if force || !segments.isEmpty { paragraphs.append(.array(segments)) }
      segments = []
    }
    let edges = Set(shown.flatMap { [$0.utf8.lowerBound, $0.utf8.upperBound] } + [0, quote.utf8.count]).sorted()
    var next = 0
    var active: [SettledMention] = []
    for (start, end) in zip(edges, edges.dropFirst()) {
      active.removeAll { $0.utf8.upperBound <= start }
      while next < shown.count, shown[next].utf8.lowerBound <= start {
        active.append(shown[next])
        next += 1
      }
      let ids = JSON.array(active.map { .string($0.id) })
      for (index, line) in lines(quote, start..<end).enumerated() {
        if index > 0 { flush(false) }
        if !line.isEmpty {
          segments.append(active.isEmpty ? ["t": .string(quote.string(line))] : ["t": .string(quote.string(line)), "m": ids])
        }
      }
    }
    flush(false)
    return .array(paragraphs)
  }

  private static func lines(_ quote: Quote, _ range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where quote.utf8[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    return lines + [start..<range.upperBound]
  }
}
