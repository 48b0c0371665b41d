/// The parts of a page: title, publication line, body, bylines.
struct ArticleLayout {
  var title: ByteSpan = .none
  var dateline: ByteSpan = .none
  var body: ByteSpan = .none
  /// The mention that tells when the article was published, -1 when none does.
  var published = -1

  init(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>) {
    guard text.count > 1 else { return }
    title = ArticleLayout.findTitle(text)
    published = ArticleLayout.findPublished(text, mentions) ?? -1
    body = findBody(text, mentions)
    dateline = findDateline(text)
  }

  /// The first line, when it is short, has words, does not end like a sentence and is not all of the text. A line that stands twice
  /// in a row is the site's.
  private static func findTitle(_ text: TokenizedText) -> ByteSpan {
    var start = 1
    var end = text.endOfLine(from: start)
    while let next = endOfRepetition(text, start..<end) {
      start = next
      end = text.endOfLine(from: start)
    }
    guard end < text.count, end - start < 60, text[start].kind.isWordLike || text[start].kind.isQuote || text[start].kind == .number else {
      return .none
    }
    guard text[end - 1].kind != .period, text[start].shape != .lower else { return .none }
    return ByteSpan(start: text[start].start, end: text[end - 1].end)
  }

  /// Where the line ends that follows with the same words; nil for another.
  private static func endOfRepetition(_ text: TokenizedText, _ line: Range<Int>) -> Int? {
    let end = line.upperBound + line.count
    guard line.count < 60, end < text.count, text.beginsLine(end) else { return nil }
    let isSame = line.allSatisfy {
      text[$0].kind == .word && text[$0 + line.count].kind == .word && text[$0].word == text[$0 + line.count].word
    }
    return isSame && text.endOfLine(from: line.upperBound) == end ? end : nil
  }

  /// A full date that has a short line nearly to itself, near the top; or at the end of the text.
  private static func findPublished(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>) -> Int? {
    for index in text.mentions(.date) {
      let mention = mentions[index]
      guard case .date(let date) = mention.value, date.start.hasYear, date.start.isDay, date.end == nil, date.start.isPossible,
        date.start.year >= 1990
      else { continue }
      if mention.firstToken > 400 { return nil }
      let others = tokensBesides(text, mention)
      if others.after <= 6, others.before <= 12, others.lines <= 14, !endsSentence(text, mention, behind: others.before) { return index }
    }
    return nil
  }

  /// `Đơn nêu quyết định ngày 17/8/2008.`, `Ông A tại Hà Nội hôm 7/10/2016`: words of a sentence or of a caption; not `Hà Nội, ngày 5/3/2024.`
  private static func endsSentence(_ text: TokenizedText, _ mention: Found, behind words: Int) -> Bool {
    let (first, end) = (Int(mention.firstToken), Int(mention.endToken))
    if text.isKeyword(first, .dayOf) || text.isKeyword(first - 1, .dayOf) { return true }
    return text[end].kind == .period && (first - words..<first).contains { text[$0].shape == .lower }
  }

  /// How many tokens the mention's line has before and after it, and how many lines stand above.
  private static func tokensBesides(_ text: TokenizedText, _ mention: Found) -> (before: Int, after: Int, lines: Int) {
    let start = text.beginningOfLine(Int(mention.firstToken))
    let end = text.endOfLine(from: Int(mention.endToken) - 1)
    var lines = 0
    var line = text.next(.lines, from: 1)
    while line <= start {
      lines += 1
      line = text.endOfLine(from: line)
    }
    return (Int(mention.firstToken) - start, end - Int(mention.endToken), lines)
  }

  /// From the first line behind the title and the publication line to the last before bylines.
  private func findBody(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>) -> ByteSpan {
    var first = 1
    if !title.isEmpty {
      while first < text.count, text[first].start < title.end { first += 1 }
    }
    if published >= 0, Int(mentions[published].endToken) < text.count, Int(mentions[published].endToken) >= first,
      text.beginsLine(Int(mentions[published].endToken))
    {
      first = Int(mentions[published].endToken)
    }
    var last = text.count - 1
    for mention in mentions.reversed() {
      guard mention.rule == .nameByline else { continue }
      let token = Int(mention.firstToken)
      if token > first, text.beginsLine(token), text.count - token < 60 { last = token - 1 }
    }
    return first <= last ? ByteSpan(start: text[first].start, end: text[last].end) : .none
  }

  /// `ĐTO - `, `(Chinhphu.vn) – ` at the body's beginning.
  private func findDateline(_ text: TokenizedText) -> ByteSpan {
    guard !body.isEmpty else { return .none }
    var first = 1
    while first < text.count, text[first].start < body.start { first += 1 }
    for index in (first + 1)..<(first + 6) where index < text.count {
      if text.beginsLine(index) { break }
      if text[index].kind == .dash, text[index].gap == .space, text[index + 1].gap <= .space {
        guard text[first].shape == .upper || text[first].kind == .openParenthesis || text[first].kind == .link else { break }
        return ByteSpan(start: text[first].start, end: text[index - 1].end)
      }
    }
    return .none
  }
}
