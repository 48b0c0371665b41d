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
    type(text, ByteSpan(start: text[index].start, end: text[index].end), mayBeWeak: false)
  }

  /// - Parameter mayBeWeak: types count whose words are mostly common nouns (`BC`, báo cáo).
  static func type(_ text: TokenizedText, _ symbol: ByteSpan, mayBeWeak: Bool) -> UInt16? {
    var result: UInt16?
    forEachGroup(text.bytes, symbol) { group in
      if result == nil { result = typeOf(group, text, mayBeWeak: mayBeWeak) }
    }
    return result
  }

  private static func typeOf(_ group: ListText, _ text: TokenizedText, mayBeWeak: Bool) -> UInt16? {
    for index in 0..<text.lexicon.count(.decreeType) {
      let item = text.lexicon.item(.decreeType, UInt16(index))
      guard !item.field2.equals("-"), mayBeWeak || !item.field3.equals("weak") else { continue }
      if hasWord(item.field2, group) { return UInt16(index) }
    }
    return nil
  }

  /// Whether a field of words, with blanks between them unless told, holds the word.
  static func hasWord(_ field: ListText, _ word: ListText, separator: UInt8 = 0x20) -> Bool {
    var start = 0
    for index in 0...field.count where index == field.count || field.start[index] == separator {
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
