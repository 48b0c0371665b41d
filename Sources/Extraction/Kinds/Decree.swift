/// Kế hoạch số 223/KH-BCA-V05 của Bộ Công an
///
///     <decree-type> [words] [số] NUMBER [/SYMBOL] [, NUMBER…] [ngày DATE] [của <issuer>]
///     <law> NAME [YEAR]
struct DecreeReader {
  let text: TokenizedText
  let start: Int
  let type: Int32
  let item: LexiconItem
  var cursor: TokenCursor

  /// Reads the document cited at token `start`, with the others of its list, and returns the token after it.
  static func read(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    if text[start].kind == .symbol { return readBare(text, start, &found) }
    guard let match = text.match(.decreeType, at: start), !isTailOfWord(text, start) else { return nil }
    // dự | Luật Phòng thủ dân sự
    if text[start].shape == .lower, text[start + 1].shape == .capital, text.item(.decreeType, match).field1.equals("Dự luật") { return nil }
    var decree = DecreeReader(text, start, match)
    return decree.read(&found)
  }

  /// kỷ | luật số 456-QĐNS/TW
  static func isTailOfWord(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isJoined(index) && text.isKeyword(index - 1, .decadeTail2)
  }

  private init(_ text: TokenizedText, _ start: Int, _ match: PhraseMatch) {
    self.text = text
    self.start = start
    let line = text.number(.decreeType, match)
    type = Int32(line)
    item = text.lexicon.item(.decreeType, line)
    cursor = TokenCursor(text, at: match.end)
  }

  var isWeak: Bool { item.field3.equals("weak") }
  var isLaw: Bool { item.field3.equals("law") }
  var isCapitalized: Bool { text[start].shape != .lower }

  private mutating func read(_ found: inout Buffer<Found>) -> Int? {
    let afterType = cursor.index
    skipAbbreviatedType()
    if let number = takeNumber(afterSoWord: skipToNumberWord()) ?? takeKnownNumber(afterType, found) {
      append(number, &found)
      takeList(&found)
      return cursor.index
    }
    cursor.index = afterType
    return isLaw ? readLawName(&found) : nil
  }

  /// `quyết định (QĐ) xử phạt`: the type's abbreviation in brackets.
  private mutating func skipAbbreviatedType() {
    if cursor.token.kind == .openParenthesis, cursor.text[cursor.index + 1].shape == .upper,
      cursor.text[cursor.index + 2].kind == .closeParenthesis
    {
      cursor.index += 3
    }
    // Công văn (số 12/UBND-NC ngày 3/4/2024) của UBND tỉnh
    if cursor.token.kind == .openParenthesis, text.isKeyword(cursor.index + 1, .number), text[cursor.index + 2].kind == .symbol {
      cursor.index += 1
    }
  }

  /// Consumes `[words] số [:]` and says whether `số` stood there. Words between are at most eight and of one phrase.
  private mutating func skipToNumberWord() -> Bool {
    let start = cursor.index
    if let number = numberBehindIssuer() {
      cursor.index = number
      return true
    }
    var words = 0
    while words <= (isLaw ? 14 : 8), cursor.isJoined {
      if cursor.isAt(.number) {
        guard
          words == 0
            || numberStandsAt(
              cursor.index + 1, needsSymbol: !mayHoldWords && !(words <= 2 && isNeverVerb) && !isOrder(start..<cursor.index))
        else { break }
        cursor.index += 1
        if cursor.isAt(.signTail) { cursor.index += 1 }
        if cursor.token.kind == .colon || cursor.token.kind == .period && cursor.token.gap == .none { cursor.index += 1 }
        return true
      }
      // The number behind another type, or the same once more, is that document's own.
      if words > 0 || isWeak && cursor.token.shape == .capital, let other = text.match(.decreeType, at: cursor.index),
        !DecreeReader.isTailOfWord(text, cursor.index),
        !text.item(.decreeType, other).field3.equals("weak") || Int32(text.number(.decreeType, other)) == type
          || text.isKeyword(other.end, .number)
      {
        break
      }
      // Tờ trình khẩn | 318/TTr-UBND
      if words > 0, words <= 2, cursor.token.kind == .symbol, SymbolShape.type(text, cursor.index).map({ Int32($0) }) == type {
        return false
      }
      let isPart = cursor.token.kind == .word || isLaw && cursor.token.kind == .comma
      guard isPart, !cursor.isAt(.of), !cursor.isAt(.according), words == 0 || cursor.token.shape != .capital || isLaw else { break }
      cursor.index += 1
      words += 1
    }
    cursor.index = start
    return false
  }

  /// `Công văn của Bộ Nội vụ số 45/BNV-TL`: the token behind that `số`.
  private func numberBehindIssuer() -> Int? {
    guard cursor.isAt(.of), cursor.isJoined, let last = OrganizationReader.end(text, at: cursor.index + 1),
      let end = (cursor.index + 2...last).first(where: { text.isKeyword($0, .number) }), text.isJoined(end),
      text[end + 1].kind == .symbol || isCapitalized && text[end + 1].kind == .number
    else { return nil }
    return end + 1
  }

  /// Orders of a court or an agency name what they order before the number: `quyết định khởi tố bị can số 83`.
  private var mayHoldWords: Bool {
    for word in [Keyword.prosecute, .punish, .arrest, .conclude]
    where text.isKeyword(cursor.index, word) || text.isKeyword(cursor.index - 1, word) {
      return true
    }
    return lookBackForOrder
  }

  /// `quyết định | thanh tra | số 106`, `quyết định | bổ nhiệm | số 58`: one verb, or the body's work.
  private func isOrder(_ words: Range<Int>) -> Bool {
    words.count == 2
      && (text.match(.predicate, at: words.lowerBound)?.end == words.upperBound
        || item.field1.equals("Quyết định") && text.match(.body, at: words.lowerBound)?.end == words.upperBound)
  }

  private var lookBackForOrder: Bool {
    var index = cursor.index - 1
    while index > start {
      for word in [Keyword.prosecute, .punish, .arrest, .conclude] where text.isKeyword(index, word) { return true }
      index -= 1
    }
    return false
  }

  private func numberStandsAt(_ index: Int, needsSymbol: Bool) -> Bool {
    let next = text[index].kind == .colon ? index + 1 : index
    return text[next].kind == .symbol || !needsSymbol && text[next].kind == .number
  }

  /// `văn bản số 401`: papers that are counted by no `số` of another meaning.
  var isPaper: Bool { item.field1.equals("Văn bản") || item.field1.equals("Báo cáo") || item.field1.equals("Biên bản") }

  /// `nghị định`, `thông tư`, `nghị quyết` are nouns only.
  var isNeverVerb: Bool {
    item.field1.equals("Nghị định") || item.field1.equals("Thông tư") || item.field1.equals("Nghị quyết")
      || item.field1.equals("Thông tư liên tịch") || item.field1.equals("Pháp lệnh") || item.field1.equals("Công điện")
      || item.field1.equals("Công văn")
  }

  /// Luật Đất đai 2013 · Bộ luật Tố tụng Hình sự · Luật Phòng, chống ma túy
  private mutating func readLawName(_ found: inout Buffer<Found>) -> Int? {
    guard let end = LawName.end(text, type: start..<cursor.index) else { return nil }
    // Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ số 42/2024/QH15
    if text.isKeyword(end, .number), text.isJoined(end), text[end + 1].kind == .symbol {
      cursor.index = end + 1
      if let number = takeNumber(afterSoWord: true) {
        append(number, &found)
        return cursor.index
      }
    }
    cursor.index = end
    append(FoundDecree(type: type, number: .none, form: .named), first: start, end: end, rule: .decreeLaw, &found)
    return end
  }

  func append(_ number: Range<Int>, _ found: inout Buffer<Found>, from first: Int? = nil, rule: Rule? = nil) {
    let bytes = text.byteRange(number)
    let isSymbol =
      number.count > 1 || text[number.lowerBound].kind == .symbol
      || text[number.lowerBound].kind == .number && text[number.lowerBound].lexeme == 2
    var value = FoundDecree(
      type: type, number: ByteSpan(start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound)),
      form: isSymbol ? .full : .short)
    if text[number.lowerBound].kind == .number || text[number.lowerBound].kind == .symbol {
      value.ordinal = Int32(truncatingIfNeeded: min(text.part(number.lowerBound, 0).value, 99_999_999))
    }
    append(value, first: first ?? start, end: number.upperBound, rule: rule ?? (isSymbol ? .decreeSymbol : .decreeNumber), &found)
  }

  private func append(_ value: FoundDecree, first: Int, end: Int, rule: Rule, _ found: inout Buffer<Found>) {
    found.append(
      Found(
        start: text[first].start, end: text[end - 1].end, firstToken: Int32(first), endToken: Int32(end), rule: rule,
        value: .decree(value)))
  }

  /// `Số: 2217 | /TTr-SXD`: a paper's own number, torn from its symbol.
  static func readTorn(_ text: TokenizedText, at start: Int, into found: inout Buffer<Found>) -> Int? {
    guard text[start + 1].kind == .slash || text[start + 1].kind == .dash, text[start].gap < .line else { return nil }
    return readBare(text, start, &found)
  }

  /// A symbol without its type: `căn cứ 12/2017/TT-BCA`, and in the head of a paper. The type is read off the symbol or the paper's title.
  private static func readBare(_ text: TokenizedText, _ start: Int, _ found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: start + 1)
    guard cursor.takeSymbolRest() || text[start].kind == .symbol else { return nil }
    let head = PaperHead(text, number: start..<cursor.index)
    guard let type = head?.type ?? (text[start].kind == .symbol ? SymbolShape.type(text, start) : nil) else { return nil }
    let bytes = text.byteRange(start..<cursor.index)
    var value = FoundDecree(
      type: Int32(type), number: ByteSpan(start: UInt32(bytes.lowerBound), end: UInt32(bytes.upperBound)), form: .full)
    value.ordinal = Int32(truncatingIfNeeded: min(text.part(start, 0).value, 99_999_999))
    let first = head?.tokens.lowerBound ?? (text.isKeyword(start - 1, .number) && text.isJoined(start) ? start - 1 : start)
    found.append(
      Found(
        start: text[first].start, end: text[cursor.index - 1].end, firstToken: Int32(first), endToken: Int32(cursor.index),
        rule: head == nil ? .decreeBare : .decreeHead,
        value: .decree(value)))
    return cursor.index
  }
}
