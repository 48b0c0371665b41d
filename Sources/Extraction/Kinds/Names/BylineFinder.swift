/// Minh Quỳnh - Bá Hiển · DƯƠNG ÚT · Tin, ảnh: Mai Trâm: names of writers at the end of an article.
enum BylineFinder {
  /// A line this near the end, in tokens, may sign the article.
  private static let tail = 60

  static func find(_ text: TokenizedText, _ context: inout NameContext, _ known: borrowing KnownNames, _ found: inout Buffer<Found>) {
    var line = max(1, text.count - tail)
    while line > 1, !text.beginsLine(line) { line -= 1 }
    while line < text.count {
      let end = endOfLine(text, line)
      if !readLine(text, line..<end, &context, &found) { readAfterSentence(text, line..<end, &context, &found) }
      line = end
    }
  }

  private static func endOfLine(_ text: TokenizedText, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, !text.beginsLine(end) { end += 1 }
    return end
  }

  /// A line of nothing but names and the marks between them.
  private static func readLine(_ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>) -> Bool {
    guard line.count <= 16 else { return false }
    var names: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      guard let name = penName(text, index, line.upperBound, context) else { return false }
      names.append(name)
      index = name.upperBound
      if index < line.upperBound, isSeparator(text, index) { index += 1 } else if index < line.upperBound { return false }
    }
    guard !names.isEmpty, names.count <= 5 else { return false }
    for name in names where context.roles[name.lowerBound] != .name { take(text, name, &context, &found) }
    return true
  }

  private static func isSeparator(_ text: TokenizedText, _ index: Int) -> Bool {
    let kind = text[index].kind
    return kind == .dash || kind == .comma || kind == .slash || kind == .period || text.isKeyword(index, .and)
  }

  /// Two to four capitalised Vietnamese syllables of which the last can be a given name.
  private static func penName(_ text: TokenizedText, _ start: Int, _ limit: Int, _ context: borrowing NameContext) -> Range<Int>? {
    var end = start
    while end < limit, end < start + 5, NameShape.isNameToken(text, end), end == start || text[end].gap == .space,
      text[end].shape == text[start].shape || text.entry(end).traits.contains(.single),
      context.roles[end] == .free || context.roles[end] == .name
    {
      end += 1
    }
    guard end - start >= 2, end - start <= 4 else { return nil }
    for index in start..<end where !text.isVietnamese(index) { return nil }
    guard NameShape.isGivenName(text, end - 1) || NameShape.surname(text, start) != nil, text.match(.furniture, at: start) == nil else { return nil }
    return start..<end
  }

  /// `… trả lời ông Bình. Phan Mơ`: the last words of the text.
  private static func readAfterSentence(_ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>) {
    guard line.upperBound == text.count || isFurniture(line.upperBound, context) else { return }
    var start = line.upperBound - 1
    if text[start].kind == .period, start > line.lowerBound { start -= 1 }
    while start > line.lowerBound, context.roles[start] == .free || context.roles[start] == .name,
      NameShape.isNameToken(text, start) || text[start].kind == .dash || text[start].kind == .comma
    {
      start -= 1
    }
    guard text[start].kind == .period || text[start].kind == .closeQuote || text[start].kind == .quote || text[start].kind == .ellipsis else { return }
    _ = readLine(text, (start + 1)..<(line.upperBound), &context, &found)
  }

  private static func isFurniture(_ index: Int, _ context: borrowing NameContext) -> Bool { context.roles[index] == .furniture }

  private static func take(_ text: TokenizedText, _ range: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>) {
    for token in range { context.roles[token] = .name }
    var name = FoundName()
    name.isFull = true
    name.isUpper = text[range.lowerBound].shape == .upper
    found.append(
      Found(
        start: text[range.lowerBound].start, end: text[range.upperBound - 1].end, firstToken: Int32(range.lowerBound),
        endToken: Int32(range.upperBound), rule: .nameByline, value: .name(name)))
  }
}
