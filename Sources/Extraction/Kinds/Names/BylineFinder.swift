/// Minh Quỳnh - Bá Hiển · DƯƠNG ÚT · Ngọc Duy/VOV.VN · Thu Phương (TTXVN): names of writers at the end of an article.
enum BylineFinder {
  /// A line this near the end, in tokens, may sign the article.
  private static let tail = 400
  /// A signature has no more tokens.
  private static let longest = 24
  /// A paragraph of the body has at least so many tokens.
  private static let longParagraph = 40

  static func find(_ text: TokenizedText, _ context: inout NameContext, _ found: inout Buffer<Found>) {
    // The line before the tail may be the whole text: it is looked through once.
    let tailStart = max(1, text.count - tail)
    let tokens = text.tokens
    var line = tailStart
    while line > 1, tokens[line].gap < .line { line -= 1 }
    while line < text.count {
      let end = text.endOfLine(from: max(line, tailStart))
      if isCell(text, line..<end) {
        line = end
        continue
      }
      if !readSignature(text, line..<end, &context, &found), !readAfterSentence(text, line..<end, &context, &found) {
        readUnmarked(text, line..<end, &context, &found)
      }
      line = end
    }
  }

  /// A part of a table's row signs nothing.
  private static func isCell(_ text: TokenizedText, _ line: Range<Int>) -> Bool {
    let (start, end) = (Int(text[line.lowerBound].start), Int(text[line.upperBound - 1].end))
    return start > 0 && text.bytes[start - 1] == 0x09 || text.bytes[end] == 0x09
  }

  /// Nothing but names, the marks between them and the short names of papers, up to a note on the article.
  private static func readSignature(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) -> Bool {
    guard line.count <= longest || text[line.lowerBound].gap < .line else { return false }
    var names: [Range<Int>] = []
    var hasNote = false
    var index = line.lowerBound
    while index < line.upperBound {
      hasNote = hasNote || !names.isEmpty && BylineNote.begins(text, index, line.upperBound)
      if let name = PenName.read(text, index, line.upperBound, context) {
        names.append(name)
        index = name.upperBound
      } else if let end = endOfKnown(context, index, line.upperBound), index == line.lowerBound || isMark(text, index - 1) {
        names.append(index..<end)
        index = end
      } else if isMark(text, index) || isPaper(text, index) {
        index += 1
      } else if !names.isEmpty, isMark(text, index - 1), let end = OrganizationReader.end(text, at: index) {
        // Mai Lan - Công an huyện
        index = end
      } else if let place = text.longestPlace(at: index), !names.isEmpty {
        index = place.end
      } else if let caption = text.match(.honorific, at: index), text.item(.honorific, caption).field1.equals("caption") {
        index = caption.end
      } else if hasNote {
        break
      } else {
        return false
      }
    }
    guard !names.isEmpty, names.count <= 6, !isHeading(text, line, names[0]) else { return false }
    let ends = names[0].lowerBound == line.lowerBound && endsText(text, line, context)
    for name in names where !replaceKnown(text, name, ends, context, &found) { take(text, name, &context, &found) }
    return true
  }

  /// `THƯ MỜI CHÀO GIÁ`, `PHÒNG HẬU CẦN`, `UBND TỈNH NGHỆ AN`, `TIN BUỒN`: a line in capitals that begins the text or with the word for
  /// a body, or one without a surname that no sentence stands before.
  private static func isHeading(_ text: TokenizedText, _ line: Range<Int>, _ name: Range<Int>) -> Bool {
    guard text[name.lowerBound].shape == .upper else { return false }
    // II. LỊCH THI, TM. BAN THƯỜNG TRỰC, QUYẾT NGHỊ:
    if text[line.upperBound - 1].kind == .colon || name.lowerBound == line.lowerBound + 2 && isNumbered(text, line.lowerBound) {
      return true
    }
    guard text[line.lowerBound].shape == .upper else { return false }
    if line.count > 2, text.match(.body, at: line.lowerBound) != nil { return true }
    return name == line
      && (line.lowerBound == 1 || !isSentenceEnd(text, line.lowerBound - 1) && text.match(.surname, at: line.lowerBound) == nil)
  }

  /// `II.`, `TM.`: a Roman number or two capitals with a full stop.
  private static func isNumbered(_ text: TokenizedText, _ first: Int) -> Bool {
    text[first + 1].kind == .period
      && (RomanNumeral.value(text, first) != nil || text[first].shape == .upper && text[first].end - text[first].start == 2)
  }

  /// The last line of the text, behind a sentence: nobody but a writer stands there alone, whatever the shape of the name.
  private static func endsText(_ text: TokenizedText, _ line: Range<Int>, _ context: borrowing NameContext) -> Bool {
    // A full stop behind it is a caption's.
    guard line.lowerBound > 2, isSentenceEnd(text, line.lowerBound - 1), text[line.upperBound - 1].kind != .period else { return false }
    return line.upperBound == text.count || context.roles[line.upperBound] == .furniture || text[line.upperBound].kind == .openParenthesis
  }

  /// The end of a name of two words or more that was found before.
  private static func endOfKnown(_ context: borrowing NameContext, _ index: Int, _ limit: Int) -> Int? {
    var end = index
    while end < limit, context.roles[end] == .name { end += 1 }
    return end - index >= 2 ? end : nil
  }

  private static func isMark(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .dash, .comma, .slash, .period, .colon, .openParenthesis, .closeParenthesis, .semicolon, .other: true
    default: text.isKeyword(index, .and)
    }
  }

  /// `TTXVN`, `VOV.VN`, `(CAND)`
  private static func isPaper(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    if token.kind == .link || token.kind == .abbreviation { return true }
    return token.kind == .word && token.shape == .upper && !text.isVietnamese(index)
  }

  /// `… trả lời ông Bình. Phan Mơ`: the last words of the text.
  private static func readAfterSentence(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) -> Bool {
    let isLast = line.upperBound == text.count || context.roles[line.upperBound] == .furniture
    // Captions may follow the body: `… ông Bình nói. Khánh Lâm ¶ Đoàn công tác tại hiện trường`.
    guard isLast || line.count >= longParagraph && text[line.upperBound].gap == .paragraph else { return false }
    var start = line.upperBound
    while start > line.lowerBound, line.upperBound - start < longest {
      start -= 1
      guard isSentenceEnd(text, start), start + 1 < line.upperBound else { continue }
      if readSignature(text, (start + 1)..<line.upperBound, &context, &found) { return true }
    }
    return false
  }

  /// `… sau vụ nổ Trọng Khánh ¶`: two syllables of given names that end a long paragraph without a full stop.
  private static func readUnmarked(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) {
    if readBeforeNote(text, line, &context, &found) { return }
    let start = line.upperBound - 2
    guard line.count >= longParagraph, line.upperBound == text.count || text[line.upperBound].gap == .paragraph,
      mayEndBefore(text, start, context), context.roles[start] == .free, context.roles[start + 1] == .free,
      context.triggers[start] == .none, NameShape.isTwoGivenNames(text, start), NameShape.isNoLongPlace(text, start),
      text.match(.body, at: start) == nil, let name = PenName.read(text, start, line.upperBound, context)
    else { return }
    take(text, name, &context, &found)
  }

  /// `… bị cách chức Bá Di (Tổng hợp) ¶`: two or three capitals before the note that ends the line.
  private static func readBeforeNote(
    _ text: TokenizedText, _ line: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>
  ) -> Bool {
    let note = line.upperBound - 4
    guard note > line.lowerBound + 3, text[note].kind == .openParenthesis, text[note + 3].kind == .closeParenthesis,
      text.match(.honorific, at: note + 1).map({ $0.end == note + 3 && text.item(.honorific, $0).field1.equals("caption") }) == true
    else { return false }
    let isOfThree = text[note - 3].isCapitalized && !text[note - 4].isCapitalized && text[note - 2].gap == .space
    let start = note - (isOfThree ? 3 : 2)
    guard let name = PenName.read(text, start, note, context), name.upperBound == note else { return false }
    if name.allSatisfy({ context.roles[$0] != .name }) { take(text, name, &context, &found) }
    return true
  }

  /// Whether what the paragraph tells may end before the token: in a word that governs nothing, a foreign place, a number.
  private static func mayEndBefore(_ text: TokenizedText, _ start: Int, _ context: borrowing NameContext) -> Bool {
    let before = text[start - 1]
    switch before.kind {
    case .number, .colon, .percent: return text[start].gap == .space
    case .word: break
    default: return false
    }
    guard text[start].gap <= .space else { return false }
    if before.shape != .lower {
      return PlaceName.endsCountry(text, start, from: start - 3) || !text.isVietnamese(start - 1) && isForeign(context.roles[start - 1])
    }
    return !text.isSmallWord(start - 1, "function") && !text.isListed(start - 1, .placeHead)
      || [Keyword.some, .this, .thereof, .now, .past, .have].contains { before.isKeyword($0) }
  }

  private static func isForeign(_ role: TokenRole) -> Bool { role == .place || role == .organization || role == .name }

  private static func isSentenceEnd(_ text: TokenizedText, _ index: Int) -> Bool {
    switch text[index].kind {
    case .period where isLevel(text, index - 1): false
    case .period, .question, .exclamation, .ellipsis, .closeQuote, .quote: text[index + 1].gap > .none
    case .slash: text[index - 1].kind == .period
    default: false
    }
  }

  /// `TP | . Biên Hoà`, `Q | . 3`
  private static func isLevel(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].end - text[index].start <= 2 && text[index].isCapitalized
      && text.match(.placeHead, at: index).map { text.placeHeadKind($0) == .admin } == true
  }

  /// Whether the name, or one syllable of it, was found before: `Anh | Ngọc` at an article's end is one name.
  private static func replaceKnown(
    _ text: TokenizedText, _ range: Range<Int>, _ endsText: Bool, _ context: borrowing NameContext, _ found: inout Buffer<Found>
  ) -> Bool {
    guard range.contains(where: { context.roles[$0] == .name }) else { return false }
    for number in (0..<found.count).reversed() {
      let mention = found[number]
      guard mention.value.kind == .name, mention.firstToken >= range.lowerBound, mention.endToken <= range.upperBound else { continue }
      let isWhole = mention.firstToken == range.lowerBound && mention.endToken == range.upperBound
      if mention.endToken - mention.firstToken == 1 || isWhole && endsText && text.isVietnamese(range.lowerBound) {
        found[number] = signature(text, range)
      }
      break
    }
    return true
  }

  private static func take(_ text: TokenizedText, _ range: Range<Int>, _ context: inout NameContext, _ found: inout Buffer<Found>) {
    for token in range { context.roles[token] = .name }
    found.append(signature(text, range))
  }

  private static func signature(_ text: TokenizedText, _ range: Range<Int>) -> Found {
    var name = FoundName()
    name.isFull = true
    name.isUpper = text[range.lowerBound].shape == .upper
    return Found(
      start: text[range.lowerBound].start, end: text[range.upperBound - 1].end, firstToken: Int32(range.lowerBound),
      endToken: Int32(range.upperBound), rule: .nameByline, value: .name(name))
  }
}
