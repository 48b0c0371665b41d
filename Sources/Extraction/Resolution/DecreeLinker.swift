/// Links a decree to its date of issue and its issuer.
///
///     DECREE [,] [(] [ký | ban hành] [vào] DATE [của ISSUER] · [DATE,] ISSUER [đã] ban hành | ký DECREE
struct DecreeLinker {
  private let text: TokenizedText
  private let mentions: UnsafeMutableBufferPointer<Found>
  private let dateBeginning: UnsafePointer<Int32>
  private let nameBeginning: UnsafePointer<Int32>
  private let subject: DecreeSubject

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: borrowing MentionIndex) {
    self.text = text
    self.mentions = mentions
    dateBeginning = UnsafePointer(index.dateBeginning.base)
    nameBeginning = UnsafePointer(index.nameBeginning.base)
    subject = DecreeSubject(text, UnsafeBufferPointer(mentions), index)
  }

  func link() {
    var previous = -1
    for index in mentions.indices {
      guard case .decree(var decree) = mentions[index].value else { continue }
      if decree.form != .named {
        link(&decree, mentions[index])
        if decree.issuer.isEmpty { decree.issuer = issuerOfHeading(mentions[index], decree) ?? .none }
      }
      mentions[index].value = .decree(decree)
      if previous >= 0, isList(previous, index) { shareIssuer(previous, index) }
      previous = index
    }
    // An issuer behind the last of a list goes back to the first.
    var next = -1
    for index in mentions.indices.reversed() where mentions[index].value.kind == .decree {
      if next >= 0, isList(index, next) { shareIssuer(index, next) }
      next = index
    }
  }

  /// Two documents joined by a comma, a semicolon or `và`.
  private func isList(_ previous: Int, _ index: Int) -> Bool {
    let gap = Int(mentions[previous].endToken)..<Int(mentions[index].firstToken)
    guard gap.count <= 2, !gap.isEmpty else { return false }
    return gap.allSatisfy { text[$0].kind == .comma || text[$0].kind == .semicolon || text.isKeyword($0, .and) }
  }

  /// One issuer said for a list belongs to each of its documents.
  private func shareIssuer(_ previous: Int, _ index: Int) {
    guard case .decree(var a) = mentions[previous].value, case .decree(var b) = mentions[index].value, a.form != .named, b.form != .named
    else {
      return
    }
    if a.issuer.isEmpty { a.issuer = b.issuer } else if b.issuer.isEmpty { b.issuer = a.issuer }
    mentions[previous].value = .decree(a)
    mentions[index].value = .decree(b)
  }

  /// `4 nghị quyết của Bộ Chính trị, gồm: Nghị quyết 59 …; Nghị quyết 70 …`: the issuer of the heading before the colon.
  private func issuerOfHeading(_ mention: Found, _ decree: FoundDecree) -> ByteSpan? {
    var at = Int(mention.firstToken) - 1
    var steps = 0
    while at > 0, steps < 120, text[at].kind != .colon {
      if text[at].gap >= .line || text[at].kind == .period { return nil }
      at -= 1
      steps += 1
    }
    guard at > 0, text[at].kind == .colon else { return nil }
    let colon = at
    while at > 1, colon - at < 24 {
      at -= 1
      if text[at].kind == .period || text[at].gap >= .line { return nil }
      guard text.isKeyword(at, .of), isType(decree.type, endingAt: at), let end = endOfIssuer(at + 1), end <= colon else { continue }
      return ByteSpan(start: text[at + 1].start, end: text[end - 1].end)
    }
    return nil
  }

  private func isType(_ type: Int32, endingAt end: Int) -> Bool {
    guard type >= 0 else { return false }
    let length = Int(text.lexicon.item(.decreeType, UInt16(type)).length)
    guard let match = text.match(.decreeType, at: end - length) else { return false }
    return match.end == end && Int32(match.item) == type
  }

  private func link(_ decree: inout FoundDecree, _ mention: Found) {
    var at = Int(mention.endToken)
    if let date = date(behind: at) {
      decree.date = Int32(date)
      at = Int(mentions[date].endToken)
      if text[at].kind == .closeParenthesis { at += 1 }
    }
    if decree.date < 0, dateBeginning[at] > 0, text[at].gap <= .space { at = Int(mentions[Int(dateBeginning[at]) - 1].endToken) }
    if let issuer = issuer(behind: at) {
      decree.issuer = issuer.span
      if decree.date < 0, let date = date(behind: issuer.end) { decree.date = Int32(date) }
    } else if let subject = subject.find(before: Int(mention.firstToken)) {
      decree.issuer = subject.span
      if decree.date < 0, let date = date(before: subject.first) { decree.date = Int32(date) }
    }
    if decree.issuer.isEmpty, let clause = issuerOfClause(behind: at) { decree.issuer = clause }
    if decree.date < 0, let date = dateOfVerb(before: Int(mention.firstToken)) { decree.date = Int32(date) }
  }

  /// The date that stands at once behind the number, or behind `ký`, `ban hành`, `vào`, a comma or a bracket.
  private func date(behind start: Int) -> Int? {
    var at = start
    for _ in 0..<5 {
      guard text[at].gap <= .space || dateBeginning[at] > 0 && text[at].gap <= .line else { return nil }
      if dateBeginning[at] > 0 {
        let index = Int(dateBeginning[at]) - 1
        guard case .date(let date) = mentions[index].value, date.end == nil,
          date.start.isDay || at == start + 1 && text[start].kind == .openParenthesis
        else { return nil }
        return index
      }
      guard
        text[at].kind == .comma && dateBeginning[at + 1] > 0 && text.isKeyword(at + 1, .day) || text[at].kind == .openParenthesis
          || text.isKeyword(at, .sign)
          || text.isKeyword(at, .into) || text.isKeyword(at, .issueHead) || text.isKeyword(at, .issueTail)
      else { return nil }
      at += 1
    }
    return nil
  }

  /// `của Bộ Công an`, `của Thủ tướng Chính phủ`, `do Bộ Y tế ban hành`, `vừa được Quốc hội thông qua`
  private func issuer(behind start: Int) -> (span: ByteSpan, end: Int)? {
    var at = skipAside(start)
    if text[at].kind == .comma, text.isKeyword(at + 1, .of) { at += 1 }
    if let opening = issuerOfOpening(at, decree: start) { return opening }
    while text.isKeyword(at, .already) || text.isKeyword(at, .just) || text.isKeyword(at, .newly), text.isJoined(at) { at += 1 }
    let isBy = text.isKeyword(at, .by) || text.isKeyword(at, .passive)
    guard isBy || text.isKeyword(at, .of), text[at].gap <= .space else { return nil }
    let first = at + 1
    guard var end = endOfIssuer(first) else { return nil }
    if isBy {
      var verb = end
      if nameBeginning[verb] > 0 { verb = Int(mentions[Int(nameBeginning[verb]) - 1].endToken) }
      while text.isKeyword(verb, .already) || text.isKeyword(verb, .just) { verb += 1 }
      guard IssuingVerb.begins(text, verb) else { return nil }
      return (ByteSpan(start: text[first].start, end: text[end - 1].end), verb)
    }
    end = endOfJointIssuers(end)
    return (ByteSpan(start: text[first].start, end: text[end - 1].end), end)
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
  private func issuerOfOpening(_ comma: Int, decree end: Int) -> (span: ByteSpan, end: Int)? {
    guard text[comma].kind == .comma, let last = endOfIssuer(comma + 1) else { return nil }
    let decides = text.isKeyword(last, .decide) && (text.isKeyword(last + 1, .resolve) || text.isKeyword(last + 1, .fix))
    guard decides || opensSentence(before: comma) && text.match(.predicate, at: last) != nil else { return nil }
    return (ByteSpan(start: text[comma + 1].start, end: text[last - 1].end), last)
  }

  /// `Tại`, `Theo` begins the sentence right before the document that ends here.
  private func opensSentence(before comma: Int) -> Bool {
    var at = comma - 1
    while at > 1, comma - at < 12, !text.beginsSentence(at), text[at - 1].kind != .comma { at -= 1 }
    return text.isKeyword(at, .atPlace) || text.isKeyword(at, .according) || text.isKeyword(at, .among)
  }

  /// `Thông tư số 31/2026 về … mà Bộ Xây dựng vừa ban hành`
  private func issuerOfClause(behind start: Int) -> ByteSpan? {
    var at = start
    while at < start + 20, text[at].gap < .line, text[at].kind != .period, text[at].kind != .semicolon {
      if text.isKeyword(at, .which), let end = endOfIssuer(at + 1) {
        var verb = end
        while verb < end + 4, !IssuingVerb.begins(text, verb) { verb += 1 }
        return verb < end + 4 ? ByteSpan(start: text[at + 1].start, end: text[end - 1].end) : nil
      }
      at += 1
    }
    return nil
  }

  private func endOfIssuer(_ first: Int) -> Int? {
    if let office = Position.read(text, at: first), office.first == first { return office.end }
    if let end = OrganizationReader.end(text, at: first) { return end }
    if text[first].shape == .upper || text[first].kind == .abbreviation { return first + 1 }
    return nil
  }

  /// `của Bộ Công an, Bộ Quốc phòng, Bộ Tài chính`; `Bộ Giáo dục và Đào tạo - Bộ Nội vụ`
  private func endOfJointIssuers(_ start: Int) -> Int {
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

  /// The date that opens the sentence of an issuing body: `Ngày 21/4/2023 Ban Thường vụ …`
  private func date(before subject: Int) -> Int? {
    var at = subject - 1
    while at > 0, subject - at <= 3 {
      if dateBeginning[at] > 0, let end = dateEnd(at), end == subject || end == subject - 1 && text[end].kind == .comma {
        return dayDate(at)
      }
      at -= 1
    }
    at = subject - 1
    while at > 0, subject - at <= 8 {
      if dateBeginning[at] > 0, let end = dateEnd(at) {
        let rest = end..<subject
        return rest.allSatisfy({ text[$0].kind == .comma || context($0) }) ? dayDate(at) : nil
      }
      at -= 1
    }
    return nil
  }

  private func context(_ index: Int) -> Bool { text.isKeyword(index, .of) }

  private func dateEnd(_ at: Int) -> Int? { dateBeginning[at] > 0 ? Int(mentions[Int(dateBeginning[at]) - 1].endToken) : nil }

  private func dayDate(_ at: Int) -> Int? {
    let index = Int(dateBeginning[at]) - 1
    guard case .date(let date) = mentions[index].value, date.start.isDay, date.end == nil else { return nil }
    return index
  }

  /// `ngày 23.6, BHXH Bình Định có văn bản 614/…`: a date, a subject and an issuing verb right before the document.
  private func dateOfVerb(before decree: Int) -> Int? {
    guard let verb = IssuingVerb.endingBefore(text, decree) else { return nil }
    var at = verb - 1
    while at > 0, verb - at <= 24, text[at].kind != .period, text[at].kind != .semicolon {
      if dateBeginning[at] > 0 { return dayDate(at) }
      if text[at].gap >= .line { return nil }
      at -= 1
    }
    return nil
  }
}
