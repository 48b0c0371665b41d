/// The body or office that a document is said to come from, where it stands behind the document or heads its list.
///
///     DECREE của ISSUER · DECREE do ISSUER ban hành | ký · Tại DECREE, ISSUER quyết định · DECREE mà ISSUER vừa ban hành
struct DecreeIssuer {
  private let text: TokenizedText
  private let mentions: UnsafeMutableBufferPointer<Found>
  private let dateBeginning: UnsafePointer<Int32>
  private let nameBeginning: UnsafePointer<Int32>
  private let positionBeginning: UnsafePointer<Int32>

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: borrowing MentionIndex) {
    self.text = text
    self.mentions = mentions
    dateBeginning = UnsafePointer(index.dateBeginning.base)
    nameBeginning = UnsafePointer(index.nameBeginning.base)
    positionBeginning = UnsafePointer(index.positionBeginning.base)
  }

  /// `của Bộ Công an`, `của Thủ tướng Chính phủ`, `do Bộ Y tế ban hành`, `vừa được Quốc hội thông qua`, from token `start` on.
  /// - Parameter decree: the document's tokens.
  func behind(_ start: Int, decree: Range<Int>) -> (span: ByteSpan, end: Int)? {
    var at = skipAside(start)
    if text[at].kind == .comma, text.isKeyword(at + 1, .of) { at += 1 }
    if let opening = ofOpening(at, decree: decree) { return opening }
    while text.isKeyword(at, .already) || text.isKeyword(at, .just) || text.isKeyword(at, .newly), text.isJoined(at) { at += 1 }
    guard text[at].gap <= .space else { return nil }
    if text.isKeyword(at, .by) || text.isKeyword(at, .passive) { return ofAgent(at + 1) }
    // "của cơ quan này" names none.
    guard text.isKeyword(at, .of), let last = end(of: at + 1), !text.isKeyword(last, .this) else { return nil }
    let end = endOfJoint(beforeVerb(at + 1, last))
    return (span(at + 1, end), end)
  }

  /// `do Bộ Y tế ban hành`, `do Thủ tướng Phạm Minh Chính ký`, `do ông Lê Văn Nam, Giám đốc Sở, ký`
  private func ofAgent(_ start: Int) -> (span: ByteSpan, end: Int)? {
    guard let office = end(of: start).map({ start..<$0 }) ?? officeOfName(start) else { return nil }
    var verb = office.upperBound
    if let name = mention(nameBeginning, verb) { verb = Int(name.endToken) }
    if text[verb].kind == .comma || text[verb].kind == .dash { verb += 1 }
    while text.isKeyword(verb, .already) || text.isKeyword(verb, .just) { verb += 1 }
    guard IssuingVerb.begins(text, verb) else { return nil }
    return (span(office.lowerBound, office.upperBound), verb)
  }

  /// The office behind a person's name: `ông Lê Văn Nam - Giám đốc Sở`.
  private func officeOfName(_ start: Int) -> Range<Int>? {
    let title = text.match(.honorific, at: start) ?? text.match(.rank, at: start)
    guard let name = mention(nameBeginning, title?.end ?? start) else { return nil }
    let mark = Int(name.endToken)
    guard text[mark].kind == .comma || text[mark].kind == .dash, let office = mention(positionBeginning, mark + 1) else { return nil }
    return Int(office.firstToken)..<Int(office.endToken)
  }

  private func mention(_ beginning: UnsafePointer<Int32>, _ token: Int) -> Found? {
    beginning[token] > 0 ? mentions[Int(beginning[token]) - 1] : nil
  }

  /// Steps over a title in quotes and over a bracket: `Nghị quyết 12 “Về …” của Bộ Chính trị`.
  private func skipAside(_ start: Int) -> Int {
    let opening = text[start].kind
    guard opening == .openParenthesis || opening.isQuote, text[start].gap <= .space, dateBeginning[start + 1] == 0 else { return start }
    let limit = start + (opening == .openParenthesis ? 14 : 80)
    var at = start + 1
    while at < limit, text[at].gap < .line || at == start + 1 {
      let isEnd = opening == .openParenthesis ? text[at].kind == .closeParenthesis : text[at].kind == .closeQuote || text[at].kind == .quote
      if isEnd {
        let next = at + 1
        let leadsOn = [Keyword.of, .by, .passive, .just, .already].contains { text.isKeyword(next, $0) }
        return leadsOn ? next : start
      }
      at += 1
    }
    return start
  }

  /// `Theo Nghị quyết số 25, HĐND tỉnh quyết nghị …`; `Tại Quyết định số 654, Thủ tướng bổ nhiệm …`
  private func ofOpening(_ comma: Int, decree: Range<Int>) -> (span: ByteSpan, end: Int)? {
    let before = decree.lowerBound - 1
    let isInside = text.isKeyword(before, .atPlace) || text.isKeyword(before, .among)
    guard text[comma].kind == .comma, isInside || text.isKeyword(before, .according), let last = end(of: comma + 1),
      text.match(.predicate, at: last) != nil
    else { return nil }
    guard isInside || decides(last) else { return nil }
    return (span(comma + 1, last), last)
  }

  /// quyết nghị, quyết định, bổ nhiệm, phê duyệt, phê chuẩn: what only the document's own author does.
  private func decides(_ verb: Int) -> Bool {
    text.isKeyword(verb, .decide) || text.isKeyword(verb, .approve) || text.isKeyword(verb, .amend) && text.isKeyword(verb + 1, .term)
  }

  /// `Thông tư số 31/2026 về … mà Bộ Xây dựng vừa ban hành`
  func ofClause(behind start: Int) -> ByteSpan? {
    var at = start
    while at < start + 20, text[at].gap < .line, text[at].kind != .period, text[at].kind != .semicolon {
      if text.isKeyword(at, .which), let end = end(of: at + 1) {
        var verb = end
        while verb < end + 4, !IssuingVerb.begins(text, verb) { verb += 1 }
        return verb < end + 4 ? span(at + 1, end) : nil
      }
      at += 1
    }
    return nil
  }

  /// The token after the body or office that begins at `first`.
  func end(of first: Int) -> Int? {
    if let office = Position.read(text, at: first), office.first == first { return office.end }
    if let end = OrganizationReader.end(text, at: first) { return end }
    if text[first].shape == .upper || text[first].kind == .abbreviation { return first + 1 }
    return nil
  }

  /// `Quyết định 167 của Chính phủ | , Bộ Xây dựng đã tổng kết`: what a verb follows behind a comma is the next clause's subject.
  private func beforeVerb(_ first: Int, _ end: Int) -> Int {
    guard let comma = (first..<end).first(where: { text[$0].kind == .comma }), text.match(.body, at: comma + 1) != nil else { return end }
    return [Keyword.already, .just, .will, .also, .have].contains { text.isKeyword(end, $0) } ? comma : end
  }

  /// `của Bộ Công an, Bộ Quốc phòng, Bộ Tài chính`; `Bộ Giáo dục và Đào tạo - Bộ Nội vụ`
  private func endOfJoint(_ start: Int) -> Int {
    var end = start
    while text[end].kind == .comma || text[end].kind == .dash || text.isKeyword(end, .and), text[end].gap <= .space,
      text[end + 1].isCapitalized,
      let match = text.match(.body, at: end + 1), text.item(.body, match).field1.equals("issuer"),
      let next = OrganizationReader.end(text, at: end + 1)
    {
      // Another document may follow the comma, and a new clause may begin with a body.
      guard !IssuingVerb.begins(text, next), !text.isKeyword(next, .already) else { break }
      end = next
    }
    return end
  }

  private func span(_ first: Int, _ end: Int) -> ByteSpan { DecreeIssuer.span(text, first, end) }

  /// The name's bytes, without a bracket at its end: `Cục Viễn thông (CVT)`.
  static func span(_ text: TokenizedText, _ first: Int, _ end: Int) -> ByteSpan {
    var last = end
    if text[last - 1].kind == .closeParenthesis {
      while last > first + 1, text[last - 1].kind != .openParenthesis { last -= 1 }
      last -= 1
    }
    return ByteSpan(start: text[first].start, end: text[max(last, first + 1) - 1].end)
  }
}
