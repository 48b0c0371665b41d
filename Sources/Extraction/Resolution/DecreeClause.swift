/// The body that acts in the document's sentence, where the document can only be its own.
///
///     ISSUER VERB …, ban hành DECREE · ISSUER VERB … theo DECREE · bị | được ISSUER VERB … theo DECREE · ISSUER VERB … (DECREE)
struct DecreeClause {
  private let text: TokenizedText
  private let places: MentionPlaces
  private let issuers: DecreeIssuer
  private let subjects: DecreeSubject
  private static let longestClause = 60

  init(_ text: TokenizedText, _ places: MentionPlaces, _ issuers: DecreeIssuer, _ subjects: DecreeSubject) {
    self.text = text
    self.places = places
    self.issuers = issuers
    self.subjects = subjects
  }

  /// - Parameter verb: the first token of the verb whose object the document is.
  func issuer(_ decree: FoundDecree, _ tokens: Range<Int>, _ verb: Int?) -> ByteSpan? {
    let first = tokens.lowerBound
    if let verb {
      guard let body = ofSeveralVerbs(verb) else { return nil }
      return text.isKeyword(verb, .have) && !DecreeLevel.isSigned(text, decree, body) ? nil : body
    }
    let before = before(first)
    let isGround =
      [Keyword.according, .byMeans].contains { text.isKeyword(before, $0) } || text[before].kind == .openParenthesis
      || text.isKeyword(before, .atPlace) && !text.isKeyword(before - 1, .fix)
    guard isGround else { return nil }
    return ofGround(decree, tokens)
  }

  /// The token before the document and what counts it: `chỉ | bằng một công văn số 5`.
  private func before(_ first: Int) -> Int {
    let at = IssuingVerb.skipDeterminers(text, first) - 1
    // (kèm | Công văn số 5)
    return text.isKeyword(at, .along) && text[at - 1].kind == .openParenthesis ? at - 1 : at
  }

  /// `Công an huyện tiếp nhận tin báo và | ra Quyết định số 5`: the nearest clause that a body or an office opens.
  func ofSeveralVerbs(_ verb: Int) -> ByteSpan? {
    var at = subjects.skipAdverbs(verb) - 1
    guard at > 1, joinsVerbs(at) else { return nil }
    while at > 1, verb - at < DecreeClause.longestClause {
      at -= 1
      if opensClause(at), let actor = actor(at) { return actor }
      if text.beginsSentence(at) { return nil }
    }
    return nil
  }

  private func joinsVerbs(_ index: Int) -> Bool {
    text[index].kind == .comma || text[index].kind == .semicolon || text.isKeyword(index, .and) || text.isKeyword(index, .but)
      || text.isKeyword(index, .when)
  }

  private func opensClause(_ index: Int) -> Bool {
    subjects.opensClause(index) || places.dateEnding[index] != nil
  }

  /// The body or office at the token, if a verb follows it.
  private func actor(_ first: Int) -> ByteSpan? {
    guard text[first].shape != .lower, let end = issuers.end(of: first), acts(CouncilTerm.end(text, at: issuers.skipBracket(end))) else {
      return nil
    }
    return DecreeIssuer.span(text, first, end)
  }

  private func acts(_ end: Int) -> Bool {
    let at = IssuingVerb.skipAdverbs(text, from: places.end(places.nameBeginning, end) ?? issuers.skipName(end))
    guard text.isJoined(at) else { return false }
    if at > end, text[at].kind == .word { return true }
    guard text.match(.predicate, at: at) == nil, IssuingVerb.end(.state, text, at: at) == nil else { return true }
    return text.isSmallWord(at, "verb")
  }

  /// `UBND tỉnh | giao Sở Y tế chủ trì tại …`: what is said in a document; `Bộ trưởng | tặng Bằng khen theo …`: what is ordered by it.
  private func does(_ role: IssuingVerb.Role, _ body: ByteSpan) -> Bool {
    let end = issuers.skipBracket(text.token(at: body.end))
    return [end, IssuingVerb.skipAdverbs(text, from: end)].contains { IssuingVerb.end(role, text, at: $0) != nil }
  }

  /// `Thủ tướng Chính phủ xuất cấp 20 tấn gạo theo Quyết định 16/QĐ-TTg`, `được UBND huyện giao đất theo Quyết định số 8`
  private func ofGround(_ decree: FoundDecree, _ tokens: Range<Int>) -> ByteSpan? {
    var at = tokens.lowerBound - 1
    while at > 1, tokens.lowerBound - at < DecreeClause.longestClause, text.isJoined(at), text[at - 1].kind != .semicolon,
      !text.beginsSentence(at)
    {
      at -= 1
      if text.isKeyword(at, .passive) || text.isKeyword(at, .suffered), let end = issuers.end(of: at + 1), text[end].shape == .lower {
        let agent = DecreeIssuer.span(text, at + 1, end)
        return (isOrder(decree) || DecreeLevel.isSigned(text, decree, agent)) && DecreeLevel.mayIssue(text, decree, agent) ? agent : nil
      }
    }
    if let adverb = IssuingVerb.end(.adverb, text, at: at), text[adverb].kind == .comma { at = adverb + 1 }
    if let date = places.end(places.dateBeginning, at) { at = text[date].kind == .comma ? date + 1 : date }
    guard let body = actor(at) ?? nearestActor(tokens.lowerBound), DecreeLevel.mayIssue(text, decree, body) else { return nil }
    let isAt = text.isKeyword(before(tokens.lowerBound), .atPlace)
    if isAt, !does(.state, body), DecreeLevel.isOfPeoplesCommittee(text, decree) { return nil }
    if !isAt, DecreeLevel.isBound(text, decree) { return nil }
    // UBND huyện vào cuộc | bằng Kế hoạch số 9
    let isMeans = text.isKeyword(before(tokens.lowerBound), .byMeans) && !DecreeLevel.contradicts(text, decree, body)
    let isGround = text.isKeyword(before(tokens.lowerBound), .according) && !does(.order, body)
    let isOwn = isMeans || !isGround && DecreeLevel.isSigned(text, decree, body) || tokens.contains { text.isKeyword($0, .prosecute) }
    return isOwn ? body : nil
  }

  /// `Căn cứ Hướng dẫn của Bộ Công an, | Công an tỉnh thông báo tuyển sinh (`: the nearest clause that a body or an office opens.
  private func nearestActor(_ end: Int) -> ByteSpan? {
    var at = end - 1
    while at > 1, end - at < DecreeClause.longestClause, text.isJoined(at), text[at].kind != .semicolon, text[at].kind != .period {
      if opensClause(at), let actor = actor(at) { return actor }
      at -= 1
    }
    return nil
  }

  /// What a body orders in a single case, so that who acts by it has mostly issued it.
  private func isOrder(_ decree: FoundDecree) -> Bool {
    guard decree.type >= 0 else { return false }
    let type = text.lexicon.item(.decreeType, UInt16(decree.type)).field1
    return type.equals("Quyết định") || type.equals("Lệnh") || type.equals("Cáo trạng")
  }
}
