/// An article's text cut into pieces by its mentions, so that the browser never counts letters.
///
/// Paragraphs of segments: `{"t": "ngày 27/9", "m": ["date:110-119"]}`; a piece inside two mentions names both.
/// A piece of the flag's evidence that is no mention has its number: `{"t": "đã đã", "p": 1}`.
enum ArticleSegments {
  static func cut(_ quote: Quote, mentions: [SettledMention], places: [(number: Int, utf8: Range<Int>)] = []) -> JSON {
    let shown = mentions.filter { !$0.utf8.isEmpty && $0.utf8.upperBound <= quote.utf8.count }
    var paragraphs: [JSON] = []
    var segments: [JSON] = []
    let flush = { (force: Bool) in
      if force || !segments.isEmpty { paragraphs.append(.array(segments)) }
      segments = []
    }
    let ranges = shown.map(\.utf8) + places.map(\.utf8).filter { $0.upperBound <= quote.utf8.count }
    let edges = Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] } + [0, quote.utf8.count]).sorted()
    var next = 0
    var active: [SettledMention] = []
    for (start, end) in zip(edges, edges.dropFirst()) {
      active.removeAll { $0.utf8.upperBound <= start }
      while next < shown.count, shown[next].utf8.lowerBound <= start {
        active.append(shown[next])
        next += 1
      }
      let ids = JSON.array(active.map { .string($0.id) })
      let place = places.first { $0.utf8.lowerBound <= start && end <= $0.utf8.upperBound }
      for (index, line) in lines(quote, start..<end).enumerated() {
        if index > 0 { flush(false) }
        if !line.isEmpty {
          var segment: JSON = ["t": .string(quote.string(line))]
          if !active.isEmpty { segment["m"] = ids }
          if let place { segment["p"] = JSON(place.number) }
          segments.append(segment)
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
