/// Who issues a document by a verb: `do BODY ban hành`, `được OFFICE NAME ký`.
extension DecreeIssuer {
  /// `do Bộ Y tế ban hành`, `do Thủ tướng Phạm Minh Chính ký`, `do ông Lê Văn Nam, Giám đốc Sở, ký`
  /// - Parameter signs: only a person's signature counts.
  func ofAgent(_ start: Int, signs: Bool = false) -> Statement? {
    let first = skipEmphasis(start)
    guard let office = end(of: first).map({ first..<$0 }) ?? officeOfName(first) else {
      return text.isKeyword(start - 1, .by) && !signs && text[first].isCapitalized ? ofUnknown(first) : nil
    }
    guard !text.isKeyword(office.upperBound, .this) else { return nil }
    if let body = ofEmpowered(places.end(places.nameBeginning, office.upperBound) ?? office.upperBound) { return body }
    var verb = skipBracket(CouncilTerm.end(text, at: office.upperBound))
    let name = places.end(places.nameBeginning, afterTitles(text[verb].kind == .comma ? verb + 1 : verb))
    if let name { verb = name }
    if text[verb].kind == .comma || text[verb].kind == .dash { verb += 1 }
    guard var end = IssuingVerb.endOfAct(text, at: verb) ?? endOfOtherAct(verb, isBy: text.isKeyword(start - 1, .by)) else {
      return text.isKeyword(start - 1, .by) && !signs ? ofLongName(first, office.upperBound) : nil
    }
    // ký thay Bộ trưởng
    if text.isKeyword(end, .insteadOf), let other = self.end(of: end + 1) { end = other }
    if signs, name == nil && places.nameBeginning[afterTitles(first)] == nil || !text.isKeyword(end - 1, .sign) { return nil }
    return Statement(span: span(office.lowerBound, office.upperBound), end: end, isSigned: true)
  }

  /// `do Bộ Công an | xây dựng`, `do Hội đồng định giá | công bố`, `được UBND tỉnh | gửi các sở`
  private func endOfOtherAct(_ verb: Int, isBy: Bool) -> Int? {
    let at = IssuingVerb.skipAdverbs(text, from: verb)
    guard isBy else { return text.isKeyword(at, .send) ? at : nil }
    return IssuingVerb.end(.have, text, at: at) ?? IssuingVerb.end(.publish, text, at: at)
  }

  /// `do Ban Chỉ đạo Trung ương | về phát triển khoa học, công nghệ | ban hành`, `do C01 | và Vụ 3 | ký`
  private func ofLongName(_ first: Int, _ start: Int) -> Statement? {
    let isList = text[start].kind == .comma && text.match(.body, at: start + 1) != nil
    guard isList || text.isKeyword(start, .about) || text.isKeyword(start, .and) || text[start].kind == .dash else { return nil }
    var at = start + 1
    while at < start + DecreeIssuer.longestTail, text.isJoined(at),
      text[at].kind == .word || text[at].kind == .comma || text[at].kind == .number
    {
      if [Keyword.by, .passive, .which].contains(where: { text.isKeyword(at, $0) }) { return nil }
      let verb = IssuingVerb.skipAdverbs(text, from: at)
      if text.isKeyword(verb, .sign) || text.isKeyword(verb, .issueHead) && text.isKeyword(verb + 1, .issueTail) {
        return IssuingVerb.end(.issue, text, at: verb).map { Statement(span: span(first, at), end: $0, isSigned: true) }
      }
      at += 1
    }
    return nil
  }

  /// `do Khu Quản lý đường bộ IV | cấp`: a body in no list, up to the verb.
  private func ofUnknown(_ first: Int) -> Statement? {
    var at = first + 1
    while at < first + DecreeIssuer.longestTail, text.isJoined(at), text[at].kind == .word, !text.isSmallWord(at, "function") {
      if let act = IssuingVerb.endOfAct(text, at: at) {
        return at > first + 1 ? Statement(span: span(first, at), end: act, isSigned: true) : nil
      }
      at += 1
    }
    return nil
  }

  /// `được Phó Thủ tướng | thay mặt Chính phủ ký`
  private func ofEmpowered(_ start: Int) -> Statement? {
    guard text.isKeyword(start, .insteadOf), text.isKeyword(start + 1, .behalfTail), let end = end(of: start + 2),
      let act = IssuingVerb.endOfAct(text, at: end)
    else { return nil }
    return Statement(span: span(start + 2, end), end: act, isSigned: true)
  }

  /// `do Bộ Tài nguyên và Môi trường | (cũ) | phát hành`
  func skipBracket(_ start: Int) -> Int {
    guard text[start].kind == .openParenthesis, let close = (start + 1..<start + 7).first(where: { text[$0].kind == .closeParenthesis })
    else {
      return start
    }
    return close + 1
  }

  /// `Giám đốc Sở | – Bác sĩ Lê Văn Nam – | vừa phê duyệt`
  func skipName(_ mark: Int) -> Int {
    guard text[mark].kind == .dash || text[mark].kind == .comma, let end = places.end(places.nameBeginning, afterTitles(mark + 1)),
      text[end].kind == text[mark].kind
    else { return mark }
    return end + 1
  }

  func afterTitles(_ start: Int) -> Int {
    var at = start
    while let title = text.match(.honorific, at: at) ?? text.match(.rank, at: at), places.nameBeginning[at] == nil { at = title.end }
    return at
  }

  /// `thông qua tại kỳ họp thứ 5 | , HĐND tỉnh khóa XV`
  func ofSession(_ start: Int) -> Statement? {
    guard let act = IssuingVerb.endOfAct(text, at: start), text.isKeyword(act, .atPlace) else { return nil }
    let session = CouncilTerm.end(text, at: act)
    guard session > act, text[session].kind == .comma || text.isKeyword(session, .of),
      let end = OrganizationReader.end(text, at: session + 1)
    else { return nil }
    return Statement(span: span(session + 1, end), end: CouncilTerm.end(text, at: end), isSigned: true)
  }
}
