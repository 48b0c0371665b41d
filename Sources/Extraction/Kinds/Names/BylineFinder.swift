/// Minh Quỳnh - Bá Hiển · DƯƠNG ÚT · Ngọc Duy/VOV.VN · Thu Phương (TTXVN): names of writers at the end of an article.
enum BylineFinder {
  /// A line this near the end, in tokens, may sign the article.
  private static let tail = 160
  /// A signature has no more tokens.
  private static let longest = 24

  static func find(_ text: TokenizedText, _ context: inout NameContext, _ found: inout Buffer<Found>) {
    // The line before the tail may be the whole text: it is looked through once.
    let tailStart = max(1, text.count - tail)
    let tokens = text.tokens
    var line = tailStart
    while line > 1, tokens[line].gap < .line { line -= 1 }
    while line < text.count {
      let end = endOfLine(text, max(line, tailStart))
      if isCell(text, line..<end) {
        line = end
        continue
      }
      if !readSignature(text, line..<end, &context, &found) { readAfterSentence(text, line..<end, &context, &found) }
      line = end
    }
  }

  /// A part of a table's row signs nothing.
  private static func isCell(_ text: TokenizedText, _ line: Range<Int>) -> Bool {
    let (start, end) = (Int(text[line.lowerBound].start), Int(text[line.upperBound - 1].end))
    return start > 0 && text.bytes[start - 1] == 0x09 || text.bytes[end] == 0x09
  }

  private static func endOfLine(_ text: TokenizedText, _ start: Int) -> Int {
    var end = start + 1
    while end < text.count, !text.beginsLine(end) { end += 1 }
    return end
  }

  /// Nothing but names, the marks between them and the short names of papers.
  private static func readSignature(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) -> Bool {
    guard line.count <= longest else { return false }
    var names: [Range<Int>] = []
    var index = line.lowerBound
    while index < line.upperBound {
      if let name = penName(text, index, line.upperBound, context) {
        names.append(name)
        index = name.upperBound
      } else if let end = compilerNote(text, index), !names.isEmpty {
        index = end
      } else if isMark(text, index) || isPaper(text, index) {
        index += 1
      } else if let place = text.longestPlace(at: index), !names.isEmpty {
        index = place.end
      } else if let caption = text.match(.honorific, at: index), text.item(.honorific, caption).field1.equals("caption") {
        index = caption.end
      } else {
        return false
      }
    }
    guard !names.isEmpty, names.count <= 6 else { return false }
    for name in names where !name.contains(where: { context.roles[$0] == .name }) { take(text, name, &context, &found) }
    return true
  }

  private static func isMark(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .dash, .comma, .slash, .period, .colon, .openParenthesis, .closeParenthesis, .semicolon, .other: true
    default: text.isKeyword(index, .and)
    }
  }

  private static let compilerNotes: Set = ["tổng hợp", "ghi", "lược dịch", "dịch", "thực hiện", "lược ghi", "theo"]

  /// `(tổng hợp)`, `(ghi)`, `(theo Reuters)`: the token after it.
  private static func compilerNote(_ text: TokenizedText, _ index: Int) -> Int? {
    guard text[index].kind == .openParenthesis, text[index + 1].kind == .word else { return nil }
    for end in index + 2...index + 5 where text[end].kind == .closeParenthesis {
      let note = text.string(text.byteRange(index + 1..<end)).lowercased()
      return compilerNotes.contains(note) || note.hasPrefix("theo ") ? end + 1 : nil
    }
    return nil
  }

  /// `TTXVN`, `VOV.VN`, `(CAND)`
  private static func isPaper(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    if token.kind == .link || token.kind == .abbreviation { return true }
    return token.kind == .word && token.shape == .upper && !text.isVietnamese(index)
  }

  /// Two to four capitalised Vietnamese syllables of which the last can be a given name.
  private static func penName(_ text: TokenizedText, _ start: Int, _ limit: Int, _ context: borrowing NameContext) -> Range<Int>? {
    var end = start
    while end < limit, end < start + 5, NameShape.isNameToken(text, end), end == start || text[end].gap == .space,
      text[end].shape == text[start].shape || text.entry(end).traits.contains(.single),
      context.roles[end] == .free || context.roles[end] == .name || context.roles[end] == .place
    {
      end += 1
    }
    guard end - start >= 2, end - start <= 4, !isPlaceAlone(text, start, end, context), !isAddressed(text, start, end, context) else {
      return nil
    }
    for index in start..<end where !text.isVietnamese(index) { return nil }
    guard NameShape.isGivenName(text, end - 1) || NameShape.surname(text, start) != nil, text.match(.furniture, at: start) == nil else {
      return nil
    }
    return start..<end
  }

  /// `Ông Bùi Văn Khánh` is a caption; `Anh Ngọc` signs.
  private static func isAddressed(_ text: TokenizedText, _ start: Int, _ end: Int, _ context: borrowing NameContext) -> Bool {
    context.triggers[start + 1] != .none && (end - start > 2 || !NameShape.isGivenName(text, start))
  }

  /// A province or a place that is no pen name; one-word places like `Anh` are syllables of names.
  private static func isPlaceAlone(_ text: TokenizedText, _ start: Int, _ end: Int, _ context: borrowing NameContext) -> Bool {
    if text[start].gap == .none, text[start - 1].kind == .dash, text.longestPlace(at: start)?.end == end { return true }
    guard context.roles[start] == .place || context.roles[end - 1] == .place, let place = text.longestPlace(at: start) else { return false }
    if text.match(.province, at: start)?.end == end { return true }
    return text.item(.place, place).field1.equals("country") && place.end == end
  }

  /// `… trả lời ông Bình. Phan Mơ`: the last words of the text.
  private static func readAfterSentence(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) {
    let isLast = line.upperBound == text.count || context.roles[line.upperBound] == .furniture
    // Captions may follow the body: `… ông Bình nói. Khánh Lâm ¶ Đoàn công tác tại hiện trường`.
    guard isLast || line.count >= 40 && text[line.upperBound].gap == .paragraph else { return }
    var start = line.upperBound
    while start > line.lowerBound, line.upperBound - start < longest {
      start -= 1
      guard isSentenceEnd(text, start), start + 1 < line.upperBound else { continue }
      if readSignature(text, (start + 1)..<line.upperBound, &context, &found) { return }
    }
  }

  private static func isSentenceEnd(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .period, .question, .exclamation, .ellipsis, .closeQuote, .quote: text[index + 1].gap > .none
    case .slash: text[index - 1].kind == .period
    default: false
    }
  }

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
