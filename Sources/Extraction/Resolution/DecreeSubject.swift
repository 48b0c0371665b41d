/// The body or office that stands as subject before an issuing verb and its document.
struct DecreeSubject {
  let text: TokenizedText
  let places: MentionPlaces
  private var mentions: UnsafeMutableBufferPointer<Found> { places.mentions }
  let bodies: EndingBody

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
    bodies = EndingBody(text, places)
  }

  /// The body or office that issues: `Thủ tướng Phạm Minh Chính vừa ký Công điện`, `Tỉnh ủy đã ban hành Quyết định`.
  /// - Parameter verb: the first token of the verb whose object the document is.
  func find(before verb: Int) -> (span: ByteSpan, first: Int)? {
    let end = skipSaying(skipAdverbs(verb), verb)
    guard let subject = leaders(find(endingAt: end)) else { return nil }
    if text[subject.first - 1].kind == .comma, let body = bodies.ending(at: subject.first - 1, orAt: subject.first - 1),
      text.isKeyword(body.first - 1, .behalfTail)
    {
      return body
    }
    let partners = DecreePartners(text)
    // Thứ trưởng Lò Văn Sáng | thay mặt lãnh đạo Bộ Công an | ký
    if text.isKeyword(subject.first, .affair), text.isKeyword(subject.first - 1, .behalfTail) {
      return find(endingAt: skipAdverbs(subject.first - 2)) ?? subject
    }
    if let other = partners.verbOfSigner(subject.first) ?? partners.verbOfLeader(subject.first) {
      return find(endingAt: skipAdverbs(other))
    }
    if let first = partners.firstOfUnit(subject.first), !bodies.isWithinName(first) {
      return (ByteSpan(start: text[first].start, end: subject.span.end), first)
    }
    return subject
  }

  func opensClause(_ first: Int) -> Bool {
    text.beginsSentence(first) || text[first - 1].kind == .comma || text[first - 1].kind == .semicolon
  }

  /// `Bộ GD-ĐT công bố | Thông tư số 5/TT-BGDĐT`, `Sở Y tế cho biết đã có | Công văn số 6/SYT`: what makes known a document that bears its
  /// letters. A committee of the people may read out the paper of a higher one; `nghe UBND tỉnh trình bày | Tờ trình số 6` is its own.
  func ofPublishing(_ document: FoundDecree, before decree: Int) -> (span: ByteSpan, first: Int)? {
    if let verb = IssuingVerb.first(.present, text, endingAt: decree), let body = find(endingAt: skipAdverbs(verb)),
      text.match(.post, at: body.first) == nil, DecreeLevel.isSigned(text, document, body.span)
    {
      return body
    }
    var end: Int?
    if let verb = IssuingVerb.first(.publish, text, endingAt: decree) {
      end = skipAdverbs(verb)
    } else if text.isKeyword(decree - 1, .have), skipAdverbs(decree - 1) < decree - 1 {
      end = skipTelling(skipAdverbs(decree - 1))
    }
    guard let end, let body = find(endingAt: end), DecreeLevel.isSigned(text, document, body.span),
      !DecreeLevel.isOfPeoplesCommittee(text, document)
    else { return nil }
    return body
  }

  /// `Tỉnh ủy có Chỉ thị 5-CT/TU và UBND tỉnh | Kế hoạch số 6/KH-UBND`: the verb is said once.
  /// - Parameter previous: the token behind the document before.
  func ofEllipsis(_ document: FoundDecree, before decree: Int, _ previous: Int) -> (span: ByteSpan, first: Int)? {
    let first = previous + 1
    // UBND tỉnh | Kế hoạch: read as the province's name
    guard first < decree, decree - first < EndingBody.longestName, text.isKeyword(previous, .and) || text[previous].kind == .comma,
      text.match(.body, at: first) != nil, let end = OrganizationReader.end(text, at: first), end >= decree
    else { return nil }
    let span = DecreeIssuer.span(text, first, decree)
    return DecreeLevel.isSigned(text, document, span) ? (span, first) : nil
  }

  /// `| lãnh đạo UBND tỉnh`, as `của lãnh đạo UBND tỉnh`.
  private func leaders(_ subject: (span: ByteSpan, first: Int)?) -> (span: ByteSpan, first: Int)? {
    guard let subject, subject.first > 2, text.isKeyword(subject.first - 2, .affair), text.isJoined(subject.first) else { return subject }
    return (ByteSpan(start: text[subject.first - 2].start, end: subject.span.end), subject.first - 2)
  }

  /// `Quốc hội đã thông qua | Luật Cư trú`; `isPast` where a word says that it was passed.
  func ofPassing(before law: Int) -> (span: ByteSpan, first: Int, verb: Int, isPast: Bool)? {
    guard let verb = IssuingVerb.first(.issue, text, endingAt: law) else { return nil }
    let end = skipAdverbs(verb)
    guard !(end..<verb).contains(where: { text.isKeyword($0, .will) }), let body = find(endingAt: end) else { return nil }
    let isPast = (end..<verb).contains { text.isKeyword($0, .already) || text.isKeyword($0, .just) }
    return (body.span, body.first, verb, isPast)
  }

  func find(endingAt verb: Int) -> (span: ByteSpan, first: Int)? {
    // UBND tỉnh Gia Lai: Ban hành …
    let end = text[verb - 1].kind == .colon ? verb - 1 : verb
    let at = skipAside(skipRemark(end))
    if let name = places.nameEnding[at], let office = office(ofName: name) { return office }
    // Ông Lò Văn Cường (Giám đốc Sở Y tế) ký
    if at < end, let position = places.positionEnding[end - 1] { return office(position, end - 1) }
    if let name = places.nameEnding[at] { return bodyStoodFor(by: Int(mentions[name].firstToken)) }
    if let office = officeInApposition(at) ?? officeBesideName(at) { return office }
    for end in [at, end] {
      if let position = places.positionEnding[end] { return office(position, end) }
    }
    return bodies.ending(at: at, orAt: end)
  }

  /// `theo đề nghị của Sở Y tế tại Tờ trình số 5`, `ý kiến chỉ đạo của Bộ Công an tại Công văn số 6`: what a body says in the document.
  func ofOpinion(_ document: FoundDecree, before first: Int) -> (span: ByteSpan, first: Int)? {
    let decree = text.isKeyword(first - 1, .the) ? first - 1 : first
    guard let author = ofOpinion(before: decree), DecreeLevel.mayIssue(text, document, author.span) else { return nil }
    let isInside = text.isKeyword(decree - 1, .atPlace) || text.isKeyword(decree - 1, .among) || text[decree - 1].kind == .openParenthesis
    return isInside && !DecreeLevel.contradicts(text, document, author.span) || DecreeLevel.isSigned(text, document, author.span)
      ? author : nil
  }

  private func ofOpinion(before decree: Int) -> (span: ByteSpan, first: Int)? {
    let isBehindSaying = [Keyword.atPlace, .among, .according, .byMeans].contains { text.isKeyword(decree - 1, $0) }
    guard isBehindSaying || text[decree - 1].kind == .openParenthesis, let author = find(endingAt: beforeAddressee(decree - 1))
    else { return nil }
    // Sở Y tế báo cáo UBND tỉnh tại Văn bản số 5
    if let verb = IssuingVerb.first(.state, text, endingAt: author.first) { return find(endingAt: skipAdverbs(verb)) }
    if IssuingVerb.first(.opinion, text, endingAt: author.first) != nil { return author }
    // theo đề nghị của đồng chí Giám đốc Sở Y tế tại …
    let title = (1...3).first { author.first - $0 > 1 && text.match(.honorific, at: author.first - $0)?.end == author.first } ?? 0
    let of = author.first - title - 1
    guard text.isKeyword(of, .of) else { return nil }
    let isSaid = IssuingVerb.first(.state, text, endingAt: of) != nil || IssuingVerb.first(.opinion, text, endingAt: of) != nil
    // ý kiến của Bộ Y tế (…) và | của UBND tỉnh tại
    return isSaid || text.isKeyword(of - 1, .and) && text.isKeyword(decree - 1, .atPlace) ? author : nil
  }

  /// `chỉ đạo của UBND tỉnh | đối với các sở, ngành tại`
  private func beforeAddressee(_ end: Int) -> Int {
    var at = end - 1
    while at > 1, end - at < EndingBody.longestName, text.isJoined(at + 1), text[at].kind == .word || text[at].kind == .comma {
      if text.isKeyword(at, .with), text.isKeyword(at - 1, .toward) { return at - 1 }
      at -= 1
    }
    return end
  }

  /// `Công an tỉnh | cho biết đã ra quyết định`: who tells of it has issued it, if the verb says so.
  private func skipSaying(_ end: Int, _ verb: Int) -> Int {
    text.isKeyword(verb, .have) ? end : skipTelling(end)
  }

  /// `Công an tỉnh cho biết đã | ra quyết định`
  func isToldOf(before verb: Int) -> Bool {
    let end = skipAdverbs(verb)
    return skipSaying(end, verb) < end
  }

  private func skipTelling(_ end: Int) -> Int {
    text.isKeyword(end - 2, .forWhom) && text.match(.predicate, at: end - 2)?.end == end ? end - 2 : end
  }

  /// `Công an TP Cần Thơ, | đơn vị đăng cai, | có`, `UBND xã – | do Chủ tịch ký – | cũng ra`, `HĐND tỉnh, | tại kỳ họp ngày 3/4, | đã có`
  private func skipRemark(_ end: Int) -> Int {
    let mark = text[end - 1].kind
    guard end > 4, mark == .comma || mark == .dash && text[end - 1].gap == .space,
      let open = (max(2, end - 12)..<end - 2).last(where: { text[$0].kind == mark })
    else { return end }
    let isPlace =
      mark == .comma && (text.isKeyword(open + 1, .atPlace) || text.isKeyword(open + 1, .among)) && text[open + 1].shape == .lower
    let isUnit = text[open + 1].shape == .lower && text.match(.unit, at: open + 1) != nil
    let isAgent = mark == .dash && text.isKeyword(open + 1, .by)
    guard isPlace || isUnit || isAgent,
      (open + 1..<end - 1).allSatisfy({ text.isJoined($0) && (mark == .dash || !isUnit || text[$0].shape == .lower) })
    else { return end }
    return open
  }

  /// Steps back over a bracket, over the session and the term of a council: `HĐND tỉnh khóa X`, `Ủy ban Chứng khoán (UBCK)`.
  private func skipAside(_ end: Int) -> Int {
    var at = end
    if text[at - 1].kind == .closeParenthesis {
      var open = at - 1
      while open > max(0, at - 20), text[open].kind != .openParenthesis { open -= 1 }
      if text[open].kind == .openParenthesis { at = open }
    }
    return CouncilTerm.first(text, endingAt: at)
  }

  /// `Lê Văn Nam, Chủ tịch UBND tỉnh,` and `Lê Văn Nam - Chủ tịch UBND tỉnh -` before the verb.
  private func officeInApposition(_ end: Int) -> (span: ByteSpan, first: Int)? {
    let mark = text[end - 1].kind
    guard mark == .comma || mark == .dash, let number = places.positionEnding[end - 1] ?? places.positionEnding[skipAside(end - 1)] else {
      return nil
    }
    var first = Int(mentions[number].firstToken)
    while text[first - 1].kind == .comma, let other = places.first(places.positionEnding, first - 1) { first = other }
    guard text[first - 1].kind == mark, places.nameEnding[first - 1] != nil else { return nil }
    return office(number, end - 1)
  }

  /// `Hiệu trưởng, PGS Lê Văn Nam,` and `Giám đốc Sở – Bác sĩ Lê Văn Nam –` before the verb.
  private func officeBesideName(_ end: Int) -> (span: ByteSpan, first: Int)? {
    let mark = text[end - 1].kind
    guard mark == .comma || mark == .dash, let name = places.nameEnding[end - 1], let office = office(ofName: name),
      text[text.token(at: office.span.end)].kind == mark
    else { return nil }
    return office
  }

  /// The post's own words; in `chỉ đạo của Thủ tướng, Bộ Y tế ban hành` the body behind the comma.
  private func office(_ number: Int, _ end: Int) -> (span: ByteSpan, first: Int) {
    let first = Int(mentions[number].firstToken)
    // Đại diện | UBND tỉnh
    if case .position(let position) = mentions[number].value, !position.organization.isEmpty, isSpokesman(first) {
      return (position.organization, text.token(at: position.organization.start))
    }
    if [Keyword.of, .according, .commandTail, .behalfTail].contains(where: { text.isKeyword(first - 1, $0) }),
      let comma = (first..<end).first(where: { text[$0].kind == .comma }), text.match(.body, at: comma + 1) != nil
    {
      return (DecreeIssuer.span(text, comma + 1, end), comma + 1)
    }
    return (DecreeIssuer.span(text, first, end), first)
  }

  private func isSpokesman(_ first: Int) -> Bool {
    guard let post = text.match(.post, at: first) else { return false }
    let phrase = text.item(.post, post).phrase
    return phrase == ListText("đại diện") || phrase == ListText("người phát ngôn")
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
    // HĐND tỉnh, | tại kỳ họp ngày 3/4,
    if comma < end, let place = (max(2, first - 8)..<first).last(where: { text.isKeyword($0, .atPlace) }), text[place - 1].kind == .comma,
      (place..<first).allSatisfy({ text.isJoined($0) && text[$0].kind == .word }), !text.beginsSentence(place - 1)
    {
      return place - 1
    }
    if text.beginsSentence(first) { return nil }
    return comma < end && text[first - 1].kind == .comma && !text.beginsSentence(first - 1) ? first - 1 : first
  }

  /// The office in which a named person signs.
  private func office(ofName index: Int) -> (span: ByteSpan, first: Int)? {
    guard case .name = mentions[index].value else { return nil }
    var first = Int(mentions[index].firstToken)
    for _ in 0..<3 where places.positionEnding[first] == nil {
      while places.positionEnding[first] == nil,
        let title = (1...3).first(where: { first - $0 > 0 && isTitle(first - $0, endingAt: first) })
      {
        first -= title
      }
      if text[first - 1].kind == .dash || text[first - 1].kind == .comma, places.positionEnding[first - 1] != nil { first -= 1 }
    }
    guard let position = places.positionEnding[first].map({ mentions[$0] }) else { return nil }
    return (ByteSpan(start: position.start, end: position.end), Int(position.firstToken))
  }

  /// `Thay mặt | Ban Bí thư, | đồng chí Lò Văn Sáng đã ký`
  private func bodyStoodFor(by name: Int) -> (span: ByteSpan, first: Int)? {
    var first = name
    while let title = (1...3).first(where: { first - $0 > 0 && isTitle(first - $0, endingAt: first) }) { first -= title }
    guard text[first - 1].kind == .comma, let body = bodies.ending(at: first - 1, orAt: first - 1),
      text.isKeyword(body.first - 1, .behalfTail)
    else { return nil }
    return body
  }

  private func isTitle(_ first: Int, endingAt end: Int) -> Bool {
    text.match(.honorific, at: first)?.end == end || text.match(.rank, at: first)?.end == end
  }
}
