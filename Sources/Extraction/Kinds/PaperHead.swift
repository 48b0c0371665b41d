/// The line by which an official paper numbers itself, and what stands around it: Decree 30/2020/NĐ-CP, Appendix I.
///
///     ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
///     TỈNH LẠNG SƠN              Độc lập - Tự do - Hạnh phúc
///     Số: 1284 /QĐ-UBND          Lạng Sơn, ngày 12 tháng 8 năm 2024
///     QUYẾT ĐỊNH | V/v …
struct PaperHead {
  private let text: TokenizedText
  /// From `Số` to the end of the symbol.
  let tokens: Range<Int>
  private let number: Range<Int>
  private static let longest = 12

  init?(_ text: TokenizedText, number: Range<Int>) {
    let word = text[number.lowerBound - 1].kind == .colon ? number.lowerBound - 2 : number.lowerBound - 1
    guard text.isKeyword(word, .number), PaperHead.beginsColumn(text, word), text.isJoined(number.lowerBound),
      PaperHead.beginsColumn(text, number.upperBound) || text[number.upperBound].isCapitalized
    else { return nil }
    self.text = text
    self.number = number
    tokens = word..<number.upperBound
  }

  /// The head that a mention from `Số` on is.
  init?(_ text: TokenizedText, mention: Range<Int>) {
    guard text.isKeyword(mention.lowerBound, .number) else { return nil }
    let first = mention.lowerBound + 1
    self.init(text, number: (text[first].kind == .colon ? first + 1 : first)..<mention.upperBound)
  }

  /// The type that the title below names, else the symbol; a letter has neither and is a `Công văn`.
  var type: UInt16? {
    let bytes = text.byteRange(number)
    let symbol = ByteSpan(start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound))
    var line = tokens.upperBound
    for _ in 0..<PaperHead.longest where line < text.count {
      if text.beginsLine(line) {
        if isLetter(line) { return SymbolShape.type(text, symbol, mayBeWeak: true) ?? letter }
        if text[line].shape == .upper, let title = text.match(.decreeType, at: line) { return text.number(.decreeType, title) }
      }
      line = text.endOfLine(from: line)
    }
    return SymbolShape.type(text, symbol, mayBeWeak: true)
  }

  /// `V/v`, `Kính gửi`: what only letters have in place of a title.
  private func isLetter(_ line: Int) -> Bool {
    text[line].end - text[line].start == 1 && text[line + 1].kind == .slash || text.isKeyword(line + 1, .send)
  }

  private var letter: UInt16? {
    (0..<UInt16(text.lexicon.count(.decreeType))).first { text.lexicon.item(.decreeType, $0).field1.equals("Công văn") }
  }

  /// The day that stands beside the place, alone in its line or column.
  func date(_ places: MentionPlaces) -> Int? {
    var at = tokens.upperBound
    var line = at
    for _ in 0..<PaperHead.longest * 6 where at < text.count {
      if PaperHead.beginsColumn(text, at) { line = at }
      if let index = places.dateBeginning[at], case .date(let date) = places.mentions[index].value {
        let end = Int(places.mentions[index].endToken)
        let isBesidePlace = text[at - 1].kind == .comma && at - line <= 8 && text[line].isCapitalized && text.beginsLine(end)
        return isBesidePlace && date.start.isDay && date.end == nil ? index : nil
      }
      at += 1
    }
    return nil
  }

  /// The nearest line above that is a body in capitals, with the line before it where it only names the place: `ỦY BAN NHÂN DÂN⏎TỈNH THÁI BÌNH`.
  var issuer: ByteSpan? {
    var end = tokens.lowerBound
    for _ in 0..<PaperHead.longest where end > 1 {
      let first = text.beginningOfLine(end - 1)
      let last = endOfColumn(first, end)
      if isBody(first..<last) { return ByteSpan(start: text[first].start, end: text[last - 1].end) }
      if isLevel(first), first > 1 {
        let head = text.beginningOfLine(first - 1)
        if endOfColumn(head, first) == first, isBody(head..<first) {
          let isWhole = (head..<first).contains { isLevel($0) }
          return ByteSpan(start: text[head].start, end: text[(isWhole ? first : last) - 1].end)
        }
      }
      end = first
    }
    return nil
  }

  private func isBody(_ line: Range<Int>) -> Bool {
    guard text.match(.body, at: line.lowerBound) != nil || OrganizationReader.end(text, at: line.lowerBound) != nil else { return false }
    // BỘ Y TẾ: a letter alone is a capital.
    return line.allSatisfy {
      text[$0].kind != .word || text[$0].shape == .upper || text[$0].isCapitalized && text[$0].end - text[$0].start <= 2
    }
  }

  private func isLevel(_ first: Int) -> Bool {
    text[first].shape == .upper && text.match(.placeHead, at: first).map { text.placeHeadKind($0) == .admin } == true
  }

  /// A line, or what two blanks or a tab divide from what stands before in it.
  private static func beginsColumn(_ text: TokenizedText, _ index: Int) -> Bool {
    text.beginsLine(index) || text[index].start - text[index - 1].end >= 2 || index > 1 && text.bytes[Int(text[index].start) - 1] == 0x09
  }

  private func endOfColumn(_ first: Int, _ end: Int) -> Int {
    (first + 1..<max(end, first + 1)).first { PaperHead.beginsColumn(text, $0) } ?? end
  }
}
