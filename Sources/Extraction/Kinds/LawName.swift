/// The name of a law behind its type: `Luật` + `Xử lý vi phạm hành chính`.
enum LawName {
  /// A law's name begins with a capital; behind `Bộ luật` and a capital `Luật` also with a small letter.
  static func begins(_ text: TokenizedText, _ index: Int, isCapitalized: Bool) -> Bool {
    let token = text[index]
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    if token.shape == .capital || token.shape == .upper { return true }
    return isCapitalized && token.shape == .lower && !text.isListed(index, .stopWord)
  }

  /// The token after the name: capitals, then words in small letters until one that opens another phrase.
  static func end(_ text: TokenizedText, _ start: Int) -> Int {
    var index = start
    var words = 0
    while words < 14 {
      let token = text[index]
      guard index == start || token.gap <= .space else { break }
      if token.kind == .comma {
        // Phòng, chống ma túy · Khám bệnh, chữa bệnh
        guard text.isJoined(index + 1), continuesAfterComma(text, index + 1, first: start) else { break }
        index += 1
        continue
      }
      guard token.kind == .word || token.kind == .abbreviation else { break }
      if token.isKeyword(.and) {
        guard text.isJoined(index + 1), text[index + 1].kind == .word, !text.isListed(index + 1, .stopWord),
          text.match(.decreeType, at: index + 1) == nil
        else { break }
      } else if index > start, token.shape == .lower, text.isListed(index, .stopWord), !isInside(text, index) {
        break
      } else if index > start, text.match(.decreeType, at: index) != nil, token.shape == .capital {
        break
      }
      index += 1
      words += 1
    }
    if text[index].kind == .openParenthesis, text.isKeyword(index + 1, .mend), text.isKeyword(index + 2, .change),
      text[index + 3].kind == .closeParenthesis
    {
      return index + 4
    }
    while index > start + 1, text.isKeyword(index - 1, .and) || endsLoosely(text, index - 1) || text[index - 1].kind == .comma {
      index -= 1
    }
    return index
  }

  /// Function words that stand within names of laws: `an ninh, trật tự ở cơ sở`, `nhà ở`, `lực lượng dự bị động viên`.
  private static func isInside(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .inPlace) || text.isKeyword(index, .suffered) && text.isKeyword(index - 1, .expectHead)
  }

  /// An `ở` that leads on from the name; in `nhà ở` it belongs to it.
  private static func endsLoosely(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .inPlace) && !text.isKeyword(index - 1, .house)
  }

  private static func continuesAfterComma(_ text: TokenizedText, _ index: Int, first: Int) -> Bool {
    for word in [Keyword.against, .heal, .order, .amend, .care, .use, .material] where text.isKeyword(index, word) { return true }
    return false
  }
}

/// The letters of a document's symbol.
enum SymbolShape {
  /// Whether the word can be a group of a symbol: capitals.
  static func isSymbolWord(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    return token.end - token.start <= 16 && (token.shape == .upper || token.kind == .code || token.shape == .mixed)
  }

  /// `NH-084-13YC/KLGĐ`: a number that begins with letters. The token after it.
  static func lettersFirst(_ text: TokenizedText, _ start: Int) -> Int? {
    guard isSymbolWord(text, start), text[start + 1].kind == .dash || text[start + 1].kind == .slash, text[start + 1].gap == .none,
      text[start + 2].gap == .none, text[start + 2].kind == .number || text[start + 2].kind == .symbol
    else { return nil }
    var end = start + 3
    while text[end].gap == .none, text[end].kind == .dash || text[end].kind == .slash || isSymbolWord(text, end) { end += 1 }
    return end
  }

  /// The type that a bare symbol tells: the first of its groups that a type lists, when an issuing body stands beside it.
  static func type(_ text: TokenizedText, _ index: Int) -> UInt16? {
    var result: UInt16?
    forEachGroup(text, index) { group in
      if result == nil { result = typeOf(group, text) }
    }
    return result
  }

  private static func typeOf(_ group: ListText, _ text: TokenizedText) -> UInt16? {
    for index in 0..<text.lexicon.count(.decreeType) {
      let item = text.lexicon.item(.decreeType, UInt16(index))
      guard !item.field2.equals("-"), !item.field3.equals("weak") else { continue }
      if hasWord(item.field2, group) { return UInt16(index) }
    }
    return nil
  }

  /// Whether a blank-separated field holds the word.
  static func hasWord(_ field: ListText, _ word: ListText) -> Bool {
    var start = 0
    for index in 0...field.count where index == field.count || field.start[index] == 0x20 {
      if ListText(start: field.start + start, count: index - start) == word { return true }
      start = index + 1
    }
    return false
  }

  /// The groups of letters of a symbol token, in order.
  static func forEachGroup(_ text: TokenizedText, _ index: Int, _ body: (ListText) -> Void) {
    let token = text[index]
    forEachGroup(text.bytes, ByteSpan(start: token.start, end: token.end), body)
  }

  static func forEachGroup(_ bytes: UnsafePointer<UInt8>, _ span: ByteSpan, _ body: (ListText) -> Void) {
    var start = Int(span.start)
    var index = start
    let end = Int(span.end)
    while index <= end {
      let isBreak =
        index == end || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: "-") || bytes[index] == 0xE2
        || bytes[index] == 0x20
      if isBreak {
        if index > start, bytes[start] < 0x30 || bytes[start] > 0x39 { body(ListText(start: bytes + start, count: index - start)) }
        if index < end, bytes[index] == 0xE2 { index += 2 }
        start = index + 1
      }
      index += 1
    }
  }
}
