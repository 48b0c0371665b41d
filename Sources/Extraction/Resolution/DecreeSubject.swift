/// The body or office that stands as subject before an issuing verb and its document.
struct DecreeSubject {
  private let text: TokenizedText
  private let places: MentionPlaces
  private var mentions: UnsafeMutableBufferPointer<Found> { places.mentions }

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
  }

  /// The body or office that issues: `Thủ tướng Phạm Minh Chính vừa ký Công điện`, `Tỉnh ủy đã ban hành Quyết định`.
  /// - Parameter verb: the first token of the verb whose object the document is.
  func find(before verb: Int) -> (span: ByteSpan, first: Int)? {
    guard let subject = find(endingAt: skipSaying(skipAdverbs(verb), verb)) else { return nil }
    let partners = DecreePartners(text)
    if let other = partners.verbOfSigner(subject.first) ?? partners.verbOfLeader(subject.first) {
      return find(endingAt: skipAdverbs(other))
    }
    if let first = partners.firstOfUnit(subject.first), !isWithinName(first) {
      return (ByteSpan(start: text[first].start, end: subject.span.end), first)
    }
    return subject
  }

  /// `Quốc hội đã thông qua | Luật Cư trú`: a law that was passed, not one that is to be.
  func ofPassing(before law: Int) -> (span: ByteSpan, first: Int, verb: Int)? {
    guard let verb = IssuingVerb.first(.issue, text, endingAt: law) else { return nil }
    let end = skipAdverbs(verb)
    guard (end..<verb).contains(where: { text.isKeyword($0, .already) || text.isKeyword($0, .just) }) else { return nil }
    return find(endingAt: end).map { ($0.span, $0.first, verb) }
  }

  private func find(endingAt verb: Int) -> (span: ByteSpan, first: Int)? {
    // UBND tỉnh Gia Lai: Ban hành …
    let end = text[verb - 1].kind == .colon ? verb - 1 : verb
    let at = skipAside(end)
    if let name = places.nameEnding[at], let office = office(ofName: name) { return office }
    // Ông Lò Văn Cường (Giám đốc Sở Y tế) ký
    if at < end, let position = places.positionEnding[end - 1] { return office(position, end - 1) }
    if places.nameEnding[at] != nil { return nil }
    if let office = officeInApposition(at) { return office }
    for end in [at, end] {
      if let position = places.positionEnding[end] { return office(position, end) }
    }
    return body(endingAt: at, orBracketAt: end)
  }

  /// `theo đề nghị của Sở Y tế tại Tờ trình số 5`, `ý kiến chỉ đạo của Bộ Công an tại Công văn số 6`: what a body says in the document.
  func ofOpinion(_ document: FoundDecree, before decree: Int) -> (span: ByteSpan, first: Int)? {
    guard let author = ofOpinion(before: decree), DecreeLevel.mayIssue(text, document, author.span) else { return nil }
    return author
  }

  private func ofOpinion(before decree: Int) -> (span: ByteSpan, first: Int)? {
    guard text.isKeyword(decree - 1, .atPlace), let author = find(endingAt: decree - 1) else { return nil }
    // Sở Y tế báo cáo UBND tỉnh tại Văn bản số 5
    if let verb = IssuingVerb.first(.state, text, endingAt: author.first) { return find(endingAt: skipAdverbs(verb)) }
    // theo đề nghị của đồng chí Giám đốc Sở Y tế tại …
    let title = (1...3).first { author.first - $0 > 1 && text.match(.honorific, at: author.first - $0)?.end == author.first } ?? 0
    let of = author.first - title - 1
    guard text.isKeyword(of, .of) else { return nil }
    let isSaid = IssuingVerb.first(.state, text, endingAt: of) != nil || IssuingVerb.first(.opinion, text, endingAt: of) != nil
    return isSaid ? author : nil
  }

  /// `Công an tỉnh | cho biết đã ra quyết định`: who tells of it has issued it, if the verb says so.
  private func skipSaying(_ end: Int, _ verb: Int) -> Int {
    guard !text.isKeyword(verb, .have), text.isKeyword(end - 2, .forWhom), text.match(.predicate, at: end - 2)?.end == end else {
      return end
    }
    return end - 2
  }

  /// Steps back over a bracket, over the session and the term of a council: `HĐND tỉnh khóa X`, `Ủy ban Chứng khoán (UBCK)`.
  private func skipAside(_ end: Int) -> Int {
    var at = end
    if text[at - 1].kind == .closeParenthesis {
      var open = at - 1
      while open > at - 20, text[open].kind != .openParenthesis { open -= 1 }
      if text[open].kind == .openParenthesis { at = open }
    }
    // HĐND tỉnh khóa X, kỳ họp thứ 5
    if text[at - 1].kind == .number, text.isKeyword(at - 2, .weekdayHead), text.isKeyword(at - 4, .termTail) {
      at -= text[at - 5].kind == .comma ? 5 : 4
    }
    return text.isKeyword(at - 2, .course) ? at - 2 : at
  }

  /// `Lê Văn Nam, Chủ tịch UBND tỉnh,` and `Lê Văn Nam - Chủ tịch UBND tỉnh -` before the verb.
  private func officeInApposition(_ end: Int) -> (span: ByteSpan, first: Int)? {
    let mark = text[end - 1].kind
    guard mark == .comma || mark == .dash, let number = places.positionEnding[end - 1] else { return nil }
    var first = Int(mentions[number].firstToken)
    while text[first - 1].kind == .comma, let other = places.first(places.positionEnding, first - 1) { first = other }
    guard text[first - 1].kind == mark, places.nameEnding[first - 1] != nil else { return nil }
    return office(number, end - 1)
  }

  /// The post's own words; in `chỉ đạo của Thủ tướng, Bộ Y tế ban hành` the body behind the comma.
  private func office(_ number: Int, _ end: Int) -> (span: ByteSpan, first: Int) {
    let first = Int(mentions[number].firstToken)
    if text.isKeyword(first - 1, .of) || text.isKeyword(first - 1, .according),
      let comma = (first..<end).first(where: { text[$0].kind == .comma }), text.match(.body, at: comma + 1) != nil
    {
      return (DecreeIssuer.span(text, comma + 1, end), comma + 1)
    }
    return (DecreeIssuer.span(text, first, end), first)
  }

  /// `đã`, `vừa mới`, `tiếp tục`, and a date: `Giám đốc Công an tỉnh, ngày 3/4, đã ký`.
  func skipAdverbs(_ verb: Int) -> Int {
    var at = verb
    while at > 1 {
      if let adverb = IssuingVerb.first(.adverb, text, endingAt: at) {
        at = adverb
      } else if at == verb, text.isKeyword(at - 1, .have), !text.isKeyword(verb, .have) {
        at -= 1
      } else if let date = beforeDate(at) {
        at = date
      } else {
        break
      }
    }
    return at
  }

  /// `UBND tỉnh | vào ngày 3/4, | đã ban hành`; at the head of a sentence the subject stands behind the date.
  private func beforeDate(_ end: Int) -> Int? {
    let comma = text[end - 1].kind == .comma ? end - 1 : end
    guard var first = places.first(places.dateEnding, comma), text.isJoined(comma), !text.beginsSentence(first) else { return nil }
    while text.isKeyword(first - 1, .into) || text.isKeyword(first - 1, .around) { first -= 1 }
    return text.beginsSentence(first) ? nil : first
  }

  /// The office in which a named person signs.
  private func office(ofName index: Int) -> (span: ByteSpan, first: Int)? {
    guard case .name = mentions[index].value else { return nil }
    var first = Int(mentions[index].firstToken)
    for _ in 0..<3 where places.positionEnding[first] == nil {
      if let rank = (1...2).first(where: { text.match(.rank, at: first - $0)?.end == first }) { first -= rank }
      if let title = (1...3).first(where: { first - $0 > 0 && text.match(.honorific, at: first - $0)?.end == first }) { first -= title }
      if text[first - 1].kind == .dash || text[first - 1].kind == .comma, places.positionEnding[first - 1] != nil { first -= 1 }
    }
    guard let position = places.positionEnding[first].map({ mentions[$0] }) else { return nil }
    return (ByteSpan(start: position.start, end: position.end), Int(position.firstToken))
  }

  /// The body whose name ends at token `end`, or with its bracket at `bracket`; the widest reading within the sentence.
  private func body(endingAt end: Int, orBracketAt bracket: Int) -> (span: ByteSpan, first: Int)? {
    var first = end - 1
    var best: Int?
    var comma: Int?
    while first > 0, end - first <= 16 {
      if let last = endOfBody(at: first), last == end || last == bracket, comma == nil || isOnePhrase(first, comma) || opensClause(first),
        !isWithinName(first)
      {
        best = first
      }
      if text[first].gap >= .line || text[first].kind == .comma && comma != nil || isAdvising(first) && best != nil { break }
      if text[first].kind == .comma { comma = first }
      if text[first].kind == .period, !text.isAbbreviated(first - 1) { break }
      first -= 1
    }
    guard let best else { return nil }
    var joint = best
    while true {
      let first = firstOfJoint(joint)
      guard first < joint else { break }
      joint = first
    }
    return (DecreeIssuer.span(text, joint, end), joint)
  }

  /// `Bộ | Tài chính và Bộ Y tế`, `Viện Huyết học - | Truyền máu`, `Cục Bảo trợ xã | hội`: the name begins before.
  private func isWithinName(_ first: Int) -> Bool {
    let before = text[first - 1]
    guard text.isJoined(first) else { return false }
    // Chánh | Văn phòng
    if before.shape == .capital, (text.match(.post, at: first - 1)?.end ?? 0) > first { return true }
    // Ngành | Y tế
    if let match = text.match(.body, at: first), text.item(.body, match).field1.equals("unit"), before.kind == .word { return true }
    if before.kind == .dash || before.kind == .slash { return !isIssuer(first) }
    if text[first].shape == .lower, before.kind == .word { return !text.isSmallWord(first - 1, "function") }
    return before.shape != .lower && (text.match(.body, at: first - 1)?.end ?? 0) > first
  }

  /// `Bộ Văn hóa, Thể thao và Du lịch`, `Cục | Cảnh sát phòng cháy, chữa cháy`: the comma stands within a listed name.
  private func isOnePhrase(_ first: Int, _ comma: Int?) -> Bool {
    guard let comma else { return false }
    return [first, first + 1].contains { (text.match(.body, at: $0)?.end ?? 0) > comma }
  }

  /// `Sở Nội vụ | tham mưu UBND tỉnh ban hành`: the one advises, the other issues.
  private func isAdvising(_ index: Int) -> Bool {
    guard text.isKeyword(index, .counselTail), text[index].shape == .lower else { return false }
    // Phòng | Tham mưu Công an tỉnh
    return !(text[index - 1].isCapitalized && text.isJoined(index - 1) && text[index - 2].kind == .word)
  }

  /// `Bộ Tài chính và Bộ Y tế`, `Đảng ủy Công an Trung ương, Bộ Công an` at the head of a sentence: two that issue together.
  private func firstOfJoint(_ second: Int) -> Int {
    let isComma = text[second - 1].kind == .comma
    guard isComma || text.isKeyword(second - 1, .and) || text[second - 1].kind == .dash, isIssuer(second) else { return second }
    var first = second - 2
    while first > 0, second - first <= 10, text[first + 1].gap < .line {
      if isIssuer(first), !isComma || opensClause(first), let end = OrganizationReader.end(text, at: first),
        end == second - 1 || isComma && end > second
      {
        return first
      }
      first -= 1
    }
    return second
  }

  /// At the head of a sentence, or behind its date: `Ngày 3/4, | Bộ Công an, Bộ Quốc phòng ban hành`.
  private func opensClause(_ first: Int) -> Bool {
    text.beginsSentence(first) || text[first - 1].kind == .comma && places.dateEnding[first - 1] != nil
  }

  private func isIssuer(_ index: Int) -> Bool {
    guard text[index].shape != .lower, let match = text.match(.body, at: index) else { return false }
    return text.item(.body, match).field1.equals("issuer")
  }

  /// A listed body, a province or a town, an abbreviation in capitals; at the head of a clause a place without its word.
  private func endOfBody(at first: Int) -> Int? {
    let isListed = text.phraseClasses(at: first) & LexiconClass.body.bit != 0
    if isListed || text[first].shape == .upper || text[first].shape == .mixed, let end = OrganizationReader.end(text, at: first) {
      return end
    }
    if let head = text.match(.placeHead, at: first), text.item(.placeHead, head).field1.equals("admin"),
      !text.isKeyword(first - 1, .of), text[head.end].shape != .lower, let place = text.longestPlace(at: head.end)
    {
      return place.end
    }
    if text[first].shape == .upper || text[first].shape == .mixed { return first + 1 }
    return text[first].shape == .capital && opensClause(first) ? text.longestPlace(at: first)?.end : nil
  }
}
