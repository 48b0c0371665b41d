/// The body or office that a document is said to come from, where it stands behind the document.
///
///     DECREE của ISSUER · DECREE do ISSUER ban hành | ký · DECREE mà ISSUER vừa ban hành
///     DECREE về … do ISSUER ký | của ISSUER
struct DecreeIssuer {
  let text: TokenizedText
  let places: MentionPlaces
  private static let longestTitle = 40
  static let longestTail = 16

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
  }

  /// An issuer, where what is said of it ends, and whether that is a verb of signing, which a date may follow.
  struct Statement {
    var span: ByteSpan
    var end: Int
    var isSigned = false
  }

  /// `của Bộ Công an`, `của Thủ tướng Chính phủ`, `do Bộ Y tế ban hành`, `vừa được Quốc hội thông qua`, from token `start` on.
  func behind(_ start: Int, _ decree: FoundDecree) -> Statement? {
    var at = skipAside(start)
    if text[at].kind == .comma, text.isKeyword(at + 1, .of) || text.isKeyword(at + 1, .by) { at += 1 }
    at = IssuingVerb.skipAdverbs(text, from: at)
    guard text[at].gap <= .space else { return nil }
    if text.isKeyword(at, .by) || text.isKeyword(at, .passive) { return ofAgent(at + 1) ?? ofSession(at + 1) }
    if text.isKeyword(at, .which) { return ofRelative(at + 1, decree) }
    if text.isKeyword(at, .middle), let pair = ofPair(at + 1) { return pair }
    guard text.isKeyword(at, .of) else { return ofReduced(start, decree) }
    let first = skipEmphasis(at + 1)
    // "của cơ quan này" names none.
    guard let last = endOfCongress(first) ?? endOfLeaders(first) ?? end(of: first) ?? endOfPlace(first), !text.isKeyword(last, .this) else {
      return officeOfName(first).map { Statement(span: span($0.lowerBound, $0.upperBound), end: $0.upperBound) }
    }
    // chấp hành Nghị định 10/2020/NĐ-CP của doanh nghiệp
    if DecreeLevel.isBound(text, decree), !(first..<last).contains(where: { text[$0].isCapitalized }) { return nil }
    let isJoint = DecreeLevel.isJoint(text, decree)
    let end = endOfJoint(isJoint ? last : beforeVerb(first, last), isJoint: isJoint)
    return Statement(span: span(first, end), end: afterSigner(end))
  }

  /// `của | chính | Công ty An Phát`, `của | đồng chí | Bộ trưởng Bộ Công an`
  func skipEmphasis(_ start: Int) -> Int {
    if text.isKeyword(start, .formal), text[start].shape == .lower { return start + 1 }
    if let title = text.match(.honorific, at: start), places.nameBeginning[title.end] == nil,
      Position.read(text, at: title.end)?.first == title.end
    {
      return title.end
    }
    return start
  }

  /// `Năm 2007, Nghị định số 146 | được ban hành`, `| chính thức được Chính phủ thông qua`
  func isPassed(behind start: Int) -> Bool {
    let at = IssuingVerb.skipAdverbs(text, from: start)
    guard text.isKeyword(at, .passive), text.isJoined(at) else { return false }
    return IssuingVerb.end(.issue, text, at: at + 1) != nil || ofAgent(at + 1) != nil
  }

  /// `(sửa đổi) được Quốc hội thông qua`, `năm 2014 (được Quốc hội thông qua`: behind the name of a law.
  func ofPassing(behind start: Int) -> Statement? {
    var at = places.end(places.dateBeginning, start) ?? start
    let words: [Keyword] = [.mend, .change, .amend, .supplementTail]
    while words.contains(where: { text.isKeyword(at, $0) }) || text[at].kind == .openParenthesis
      || text[at].kind == .closeParenthesis || text[at].kind == .comma, text.isJoined(at),
      at < start + 8
    {
      at += 1
    }
    guard !text.isKeyword(at, .will) else { return nil }
    at = IssuingVerb.skipAdverbs(text, from: at)
    return text.isKeyword(at, .passive) || text.isKeyword(at, .by) ? ofAgent(at + 1) : nil
  }

  /// `của Chủ tịch UBND tỉnh Lê Văn Nam | ký ngày 3/4`: the name between the office and the verb of signing.
  private func afterSigner(_ end: Int) -> Int {
    guard let name = places.end(places.nameBeginning, end), IssuingVerb.endOfAct(text, at: name) != nil else { return end }
    return name
  }

  /// `Công văn | của Bộ Nội vụ | số 45/BNV-TL`
  func within(_ decree: Range<Int>) -> ByteSpan? {
    guard let of = decree.first(where: { text.isKeyword($0, .of) }), let last = end(of: of + 1),
      let number = (of + 2...max(of + 2, last)).first(where: { text.isKeyword($0, .number) })
    else { return nil }
    return span(of + 1, number)
  }

  /// `giữa | Công an tỉnh và Tỉnh đoàn`, `giữa | Công an tỉnh với Hội Cựu chiến binh tỉnh`
  private func ofPair(_ first: Int) -> Statement? {
    guard let middle = end(of: first), text.isKeyword(middle, .and) || text.isKeyword(middle, .with), let last = end(of: middle + 1) else {
      return end(of: first).map { Statement(span: span(first, $0), end: $0) }
    }
    return Statement(span: span(first, last), end: last)
  }

  /// A relative clause without `mà`: `Công văn số 5/CV-BTC | Bộ Tài chính gửi`, `Nghị định số 6/2020/NĐ-CP, | Chính phủ ban hành ngày 3/4`.
  ///
  /// Behind a comma a new clause may begin: there the verb must lead to the day.
  private func ofReduced(_ start: Int, _ decree: FoundDecree) -> Statement? {
    let isBehindComma = text[start].kind == .comma
    let first = isBehindComma ? start + 1 : start
    guard text[first].isCapitalized, text.isJoined(first), let last = end(of: first), last > first + 1 || text[first].shape != .upper else {
      return nil
    }
    let term = CouncilTerm.end(text, at: last)
    let verb = IssuingVerb.skipAdverbs(text, from: places.end(places.nameBeginning, term) ?? term)
    guard let act = IssuingVerb.end(.issue, text, at: verb) ?? IssuingVerb.end(.address, text, at: verb), text.isJoined(verb),
      text.match(.decreeType, at: act) == nil
    else { return nil }
    let body = span(first, last)
    guard
      isBehindComma
        ? places.dateBeginning[act] != nil || text.isKeyword(act, .into) || closes(act) : !DecreeLevel.contradicts(text, decree, body)
    else {
      return nil
    }
    return Statement(span: body, end: act, isSigned: true)
  }

  /// `Quyết định số 10 năm 2024, Thủ tướng ký | , và`
  private func closes(_ index: Int) -> Bool {
    text[index].kind == .comma || text[index].kind == .closeParenthesis || text[index].kind == .period
  }

  /// The office behind a person's name: `ông Lê Văn Nam - Giám đốc Sở`.
  func officeOfName(_ start: Int) -> Range<Int>? {
    guard let mark = places.end(places.nameBeginning, afterTitles(start)), text[mark].kind == .comma || text[mark].kind == .dash,
      let end = places.end(places.positionBeginning, mark + 1)
    else { return nil }
    return mark + 1..<end
  }

  /// Steps over a title in quotes and over a bracket: `Nghị quyết 12 “Về …” của Bộ Chính trị`.
  private func skipAside(_ start: Int) -> Int {
    let opening = text[start].kind
    guard opening == .openParenthesis || opening.isQuote, text[start].gap <= .space, places.dateBeginning[start + 1] == nil else {
      return start
    }
    if opening == .openParenthesis, text.isKeyword(start + 1, .of) { return start + 1 }
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

  /// Who is said to issue the document behind its subject matter, in the same clause.
  ///
  ///     Thông tư số 31/2026 về … mà Bộ Xây dựng vừa ban hành · Công văn số 5 về … do Giám đốc Sở ký | được Sở ban hành
  func ofTitle(behind start: Int, _ decree: FoundDecree) -> Statement? {
    var at = start
    var isBehindOther = false
    var isBehindNumber = false
    while at < start + DecreeIssuer.longestTitle, at < text.count, text[at].gap < .line, text[at].kind != .period,
      text[at].kind != .semicolon, text[at].kind != .closeParenthesis
    {
      if text.isKeyword(at, .which) { return isBehindOther ? nil : ofRelative(at + 1, decree) }
      if text.isKeyword(at, .by) || text.isKeyword(at, .passive), let agent = ofAgent(at + 1, signs: isBehindOther) { return agent }
      if text[at].kind == .symbol { isBehindNumber = true }
      if text.isKeyword(at, .of), at > start, !isBehindNumber, !isBehindOther, let owner = ofOwner(at + 1, decree) { return owner }
      // What follows another document is said of that one, all but a signature: "về bãi bỏ các quy định do Bộ Y tế ban hành".
      if at > start, text.phraseClasses(at: at) & LexiconClass.decreeType.bit != 0 { isBehindOther = true }
      at += 1
    }
    return nil
  }

  /// `Nghị quyết số 12-NQ/TW về … | của Bộ Chính trị`: the body whose letters stand in the symbol, at the end of the title.
  private func ofOwner(_ first: Int, _ decree: FoundDecree) -> Statement? {
    guard decree.form == .full, let end = end(of: first) else { return nil }
    let span = span(first, end)
    let isEnd = text[end].kind != .word || text[end].gap >= .line || text.match(.predicate, at: end) != nil
    return isEnd && DecreeLevel.isSigned(text, decree, span) ? Statement(span: span, end: end) : nil
  }

  /// - Parameter decree: what bears the body's own letters is its own by any verb: `Kế hoạch 5/KH-CAT mà Công an tỉnh đã triển khai`.
  private func ofRelative(_ first: Int, _ decree: FoundDecree) -> Statement? {
    guard let end = end(of: first) else { return nil }
    let verb = IssuingVerb.skipAdverbs(text, from: places.end(places.nameBeginning, end) ?? end)
    let body = span(first, end)
    if let act = IssuingVerb.endOfAct(text, at: verb) ?? IssuingVerb.end(.have, text, at: verb) {
      return Statement(span: body, end: text.isKeyword(verb, .send) ? verb : act, isSigned: true)
    }
    return verb > end && DecreeLevel.isSigned(text, decree, body) ? Statement(span: body, end: end) : nil
  }

  /// The token after the body or office that begins at `first`.
  func end(of first: Int) -> Int? {
    if let office = Position.read(text, at: first), office.first == first { return beforeName(first, office.end) }
    if let end = OrganizationReader.end(text, at: first) { return isNumberOfCongress(first, end) ? end + 1 : beforeName(first, end) }
    if text[first].shape == .upper || text[first].kind == .abbreviation { return first + 1 }
    // Thường trực | Ủy ban Pháp luật
    if text.isKeyword(first, .standing), text.isJoined(first + 2) { return OrganizationReader.end(text, at: first + 2) }
    return nil
  }

  /// `Phó Chủ tịch UBND tỉnh | Lò Văn Sáng`: no place.
  private func beforeName(_ first: Int, _ end: Int) -> Int {
    (first + 1..<max(end, first + 1)).first { places.nameBeginning[$0] != nil } ?? end
  }

  /// `của | Hội nghị lần thứ tư Ban Chấp hành Trung ương`
  private func endOfCongress(_ first: Int) -> Int? {
    guard text.isKeyword(first + 1, .resolve), text.isKeyword(first + 3, .weekdayHead) else { return nil }
    return OrganizationReader.end(text, at: first + 5)
  }

  /// `của Hội nghị Trung ương | 4 | khóa XIII`
  private func isNumberOfCongress(_ first: Int, _ end: Int) -> Bool {
    text.isKeyword(first + 1, .resolve) && text[end].kind == .number && text.isJoined(end) && text[end].lexeme == 1
      && text.part(end, 0).digits <= 2
  }

  /// `của | lãnh đạo Bộ Công an`
  private func endOfLeaders(_ first: Int) -> Int? { text.isKeyword(first, .affair) ? OrganizationReader.end(text, at: first + 2) : nil }

  /// `của | tỉnh Hà Giang`, `của | Đà Nẵng`, `của | tỉnh,`
  private func endOfPlace(_ first: Int) -> Int? {
    let head = text.match(.placeHead, at: first).flatMap { text.item(.placeHead, $0).field1.equals("admin") ? $0.end : nil } ?? first
    if head > first, text[head].kind != .period || !text.isAbbreviated(head - 1), endsPhrase(head) { return head }
    guard text[head].shape != .lower, text.isJoined(head), let place = text.longestPlace(at: head) else { return nil }
    return place.end
  }

  /// `Quyết định 167 của Chính phủ | , Bộ Xây dựng tổng kết`: the body behind the comma is the next clause's subject.
  private func beforeVerb(_ first: Int, _ end: Int) -> Int {
    guard let comma = (first..<end).first(where: { text[$0].kind == .comma }), text.match(.body, at: comma + 1) != nil,
      (text.match(.body, at: first)?.end ?? 0) <= comma
    else { return end }
    return endsPhrase(end) ? end : comma
  }

  /// `của Bộ Công an, Bộ Quốc phòng, Bộ Tài chính`; `Bộ Giáo dục và Đào tạo - Bộ Nội vụ`
  private func endOfJoint(_ start: Int, isJoint: Bool) -> Int {
    var ends = [start]
    while let end = ends.last, text[end].kind == .comma || text[end].kind == .dash || text.isKeyword(end, .and), text[end].gap <= .space,
      text[end + 1].isCapitalized,
      let match = text.match(.body, at: end + 1), text.item(.body, match).field1.equals("issuer"),
      let next = OrganizationReader.end(text, at: end + 1)
    {
      // Another document may follow the comma, and a new clause may begin with a body.
      guard text[end].kind == .dash || IssuingVerb.endOfAct(text, at: next) == nil && !beginsStatement(next) else { break }
      ends.append(next)
    }
    // Two bodies and a verb: the second is the verb's, unless the document is of both.
    if ends.count == 2, text[start].kind == .comma, !isJoint, !endsPhrase(ends[1]) { return start }
    return ends[ends.count - 1]
  }

  /// `đã`, `nhận thấy`, `đề nghị`; `hướng dẫn` and `quy định` may be the title of a joint document.
  private func beginsStatement(_ index: Int) -> Bool {
    IssuingVerb.end(.adverb, text, at: index) != nil || IssuingVerb.end(.say, text, at: index) != nil
  }

  /// Whether what has a body for its end may stand so: a mark follows, `về`, `ngày`, `của`, no verb.
  private func endsPhrase(_ index: Int) -> Bool {
    guard text.isJoined(index), text[index].kind == .word else { return true }
    if text.isKeyword(index, .day) || text.isKeyword(index, .course) || text.isKeyword(index, .about) { return true }
    // Theo Quyết định 12 của UBND tỉnh, Sở Y tế | được sáp nhập
    return !beginsStatement(index) && ![Keyword.have, .passive, .suffered, .isVerb].contains { text.isKeyword(index, $0) }
      && text.isSmallWord(index, "function")
  }

  func span(_ first: Int, _ end: Int) -> ByteSpan { DecreeIssuer.span(text, first, end) }

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
