/// What a bracket behind a document says of it, or the words before a bracket that holds the document.
///
///     DECREE (ISSUER, DATE) · DECREE (ISSUER ban hành DATE) · DECREE (gửi RECEIVER DATE) · ISSUER (DECREE, DATE)
struct DecreeBracket {
  private let text: TokenizedText
  private let places: MentionPlaces
  private let issuers: DecreeIssuer
  private static let longest = 24
  private static let longestTitle = 40

  init(_ text: TokenizedText, _ places: MentionPlaces, _ issuers: DecreeIssuer) {
    self.text = text
    self.places = places
    self.issuers = issuers
  }

  struct Content {
    var issuer: ByteSpan?
    var date: Int?
    /// The token behind the bracket.
    var end: Int
  }

  /// `(Ban Tổ chức Tỉnh ủy)`, `(17-6-2019, Bộ Chính trị)`, `(Thủ tướng ban hành ngày 27/2/2024)`, `(gửi Thủ tướng hôm 14/9)`; nil where the
  /// bracket holds more.
  func content(at open: Int) -> Content? {
    guard text[open].kind == .openParenthesis, text.isJoined(open) else { return nil }
    var content = Content(end: open + 1)
    var at = open + 1
    while at < open + DecreeBracket.longest, text[at].kind != .closeParenthesis {
      guard let next = item(at, &content) else { return nil }
      at = next
    }
    guard text[at].kind == .closeParenthesis, content.issuer != nil || content.date != nil else { return nil }
    content.end = at + 1
    return content
  }

  /// The token behind one item: a comma, a date, a verb with the body that receives the document, the body that issues it.
  private func item(_ at: Int, _ content: inout Content) -> Int? {
    if text[at].kind == .comma || text[at].kind == .semicolon { return at + 1 }
    if let date = places.dateBeginning[at] {
      guard content.date == nil, case .date(let value) = places.mentions[date].value, value.end == nil else { return nil }
      content.date = date
      return Int(places.mentions[date].endToken)
    }
    if let verb = IssuingVerb.end(.address, text, at: at) { return afterReceiver(verb) }
    if let verb = IssuingVerb.end(.issue, text, at: at) ?? IssuingVerb.end(.dating, text, at: at) { return verb }
    if [Keyword.dayOf, .of, .by, .already, .just].contains(where: { text.isKeyword(at, $0) }) { return at + 1 }
    if content.issuer != nil, let name = places.end(places.nameBeginning, at) { return name }
    guard content.issuer == nil, text[at].isCapitalized, let end = issuers.end(of: at), end > at + 1 || text.match(.post, at: at) != nil
    else {
      return nil
    }
    content.issuer = DecreeIssuer.span(text, at, end)
    return end
  }

  /// `về những điều đảng viên không được làm | (25/10/2021, Ban Chấp hành Trung ương)`: both, behind the title.
  func behindTitle(_ start: Int) -> Content? {
    guard text.isKeyword(start, .about) else { return nil }
    var at = start
    while at < start + DecreeBracket.longestTitle, text.isJoined(at), text[at].kind == .word || text[at].kind == .comma {
      if at > start, text.match(.decreeType, at: at) != nil { return nil }
      at += 1
    }
    guard let content = content(at: at), content.issuer != nil, content.date != nil else { return nil }
    return content
  }

  /// `gửi | công an các quận, huyện | 26/10/2022`: the day or the bracket behind whom the document is sent to.
  private func afterReceiver(_ start: Int) -> Int {
    (start..<max(start, min(start + DecreeBracket.longest, text.count))).first {
      text[$0].kind == .closeParenthesis || places.dateBeginning[$0] != nil || text.isKeyword($0, .dayOf)
    } ?? start
  }

  /// `nghị quyết chuyên đề ngày 20/2/2019 | (số 07-NQ/ĐU)`: the day between the document's type and its number.
  func dateBefore(_ tokens: Range<Int>) -> Int? {
    guard text.isKeyword(tokens.lowerBound, .number), text[tokens.lowerBound - 1].kind == .openParenthesis,
      let date = places.dateEnding[tokens.lowerBound - 1], case .date(let value) = places.mentions[date].value, value.start.isDay
    else { return nil }
    let first = Int(places.mentions[date].firstToken)
    return (max(1, first - 6)..<first).contains { text.match(.decreeType, at: $0) != nil } ? date : nil
  }

  /// `(Giám đốc Công an tỉnh, | Quyết định 5/QĐ-CAT)`: who stands before the document in its bracket.
  func issuerBefore(_ decree: Int) -> ByteSpan? {
    guard text[decree - 1].kind == .comma,
      let open = (max(1, decree - DecreeBracket.longest)..<decree).last(where: { text[$0].kind == .openParenthesis }),
      issuers.end(of: open + 1) == decree - 1, text[open + 1].isCapitalized
    else { return nil }
    return DecreeIssuer.span(text, open + 1, decree - 1)
  }

  /// `(DECREE, 01/4/2022)`, `(DECREE, tháng 3/2022)`: the date behind the document, with which the bracket closes.
  func dateWithin(_ tokens: Range<Int>) -> Int? {
    let end = tokens.upperBound
    guard text[end].kind == .comma, let date = places.dateBeginning[end + 1], case .date(let value) = places.mentions[date].value,
      value.end == nil, text[Int(places.mentions[date].endToken)].kind == .closeParenthesis,
      (max(1, tokens.lowerBound - 3)..<tokens.lowerBound).contains(where: { text[$0].kind == .openParenthesis })
    else { return nil }
    return date
  }
}
