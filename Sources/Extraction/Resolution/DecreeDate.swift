/// The date on which a document was signed or issued, where it is stated beside it.
///
///     DECREE [,] [(] [ký | ban hành | thông qua] [vào] DATE · DATE, ISSUER [đã] ban hành | ký DECREE
struct DecreeDate {
  let text: TokenizedText
  let places: MentionPlaces
  static let longestStory = 120

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
  }

  /// The date that stands at once behind the number or the issuer, or behind `ký`, `ban hành`, `đề`, `vào`, a comma or a bracket.
  /// - Parameters:
  ///   - wasSigned: a verb of issuing stands right before.
  ///   - mayBeYear: a year or a month alone may be the date, without such a verb.
  func behind(_ start: Int, wasSigned: Bool = false, mayBeYear: Bool) -> Int? {
    var at = afterTitle(start)
    var isSigned = wasSigned
    for _ in 0..<8 {
      if let index = places.dateBeginning[at] {
        if let day = dayInBracket(behind: index) { return day }
        let isOwn = isIssueDate(index, from: mayBeYear ? start : nil, isSigned: isSigned)
        return isOwn && !(text[at - 1].kind == .comma && opensNextClause(index)) ? index : nil
      }
      guard text[at].gap <= .space else { return nil }
      if let verb = IssuingVerb.end(.issue, text, at: at) ?? IssuingVerb.end(.dating, text, at: at) {
        (at, isSigned) = (verb, true)
      } else if isSigned, let next = afterSession(at) ?? beforeBracket(at) {
        at = next
      } else {
        guard leadsOn(at, from: start, isSigned: isSigned) else { return nil }
        at += 1
      }
    }
    return nil
  }

  /// `hồi cuối tháng 2 | (21/2/2025)`
  private func dayInBracket(behind index: Int) -> Int? {
    guard case .date(let date) = places.mentions[index].value, !date.start.isDay, date.end == nil else { return nil }
    let open = Int(places.mentions[index].endToken)
    return text[open].kind == .openParenthesis ? places.dateBeginning[open + 1].flatMap { day($0) } : nil
  }

  /// `…, ngày 3/4, | Công an tỉnh đã ban hành`: the day of another document.
  private func opensNextClause(_ date: Int) -> Bool {
    let end = Int(places.mentions[date].endToken)
    let first = text[end].kind == .comma ? end + 1 : end
    guard text[first].isCapitalized, text.isJoined(first),
      let subject = places.end(places.positionBeginning, first) ?? OrganizationReader.end(text, at: first)
    else { return false }
    let verb = IssuingVerb.skipAdverbs(text, from: places.end(places.nameBeginning, subject) ?? subject)
    return IssuingVerb.end(.issue, text, at: verb) != nil || IssuingVerb.end(.have, text, at: verb) != nil
  }

  /// A day; a month or a year where it can tell nothing else.
  private func isIssueDate(_ index: Int, from start: Int?, isSigned: Bool) -> Bool {
    guard case .date(let date) = places.mentions[index].value, date.end == nil, !date.isOpen else { return false }
    let first = Int(places.mentions[index].firstToken)
    if date.start.isDay { return text[first].gap <= .line }
    guard text.isJoined(first), date.start.period == .none else { return false }
    // Công văn 885-CV/TU, tháng 3/2022 – …
    if let start, first == start + 1, text[start].kind == .comma, date.start.hasYear { return true }
    return isSigned || start.map { first == $0 || first == $0 + 1 && text[$0].kind == .openParenthesis } == true
  }

  /// `thông qua | tại kỳ họp thứ 5 | ngày 3/4`
  private func afterSession(_ start: Int) -> Int? {
    guard text.isKeyword(start, .atPlace) || text.isKeyword(start, .among) else { return nil }
    for at in start + 1..<start + 8 {
      if places.dateBeginning[at] != nil { return at }
      guard text.isJoined(at), text[at].kind == .word || text[at].kind == .number else { return nil }
    }
    return nil
  }

  /// `ký | thứ Năm tuần trước | (11/3)`, `thông qua | hai ngày trước đó | (18/2)`
  private func beforeBracket(_ start: Int) -> Int? {
    for at in start..<start + 6 where text[at].kind == .openParenthesis {
      return at > start && places.dateBeginning[at + 1] != nil ? at + 1 : nil
    }
    return nil
  }

  /// The date behind a title that no quotes enclose, where an issuer follows it: `Kế hoạch số 8/KH-BCA về phòng cháy | ngày 3/4 | của Bộ Công an`.
  func behindTitle(_ start: Int) -> Int? {
    guard text.isKeyword(start, .about) else { return nil }
    var at = start
    while at < start + 50, text.isJoined(at), at < text.count, text[at].kind != .period, text[at].kind != .semicolon,
      text[at].kind != .symbol
    {
      if let index = places.dateBeginning[at] {
        return text.isKeyword(at, .day) && text.isKeyword(Int(places.mentions[index].endToken), .of) ? day(index) : nil
      }
      at += 1
    }
    return nil
  }

  func day(_ index: Int) -> Int? {
    guard case .date(let date) = places.mentions[index].value, date.end == nil, date.start.isDay else { return nil }
    return index
  }

  /// `khóa XII nhiệm kỳ 2021-2026`, `khóa X, kỳ họp thứ 5`: behind a council, where a date follows.
  private func afterTerm(_ start: Int) -> Int {
    var at = CouncilTerm.end(text, at: start)
    if text[at].kind == .comma, text.isKeyword(at + 1, .term) { at += 1 }
    if let end = places.end(places.dateBeginning, at), text.isKeyword(at, .term) { at = end }
    if text[at].kind == .comma, text.isKeyword(at + 1, .day) { at += 1 }
    return places.dateBeginning[at] != nil ? at : start
  }

  /// Steps over a title in quotes that a date follows, and over the term of a body.
  private func afterTitle(_ start: Int) -> Int {
    let term = afterTerm(start)
    if term > start { return term }
    guard text[start].kind.isQuote, text[start].gap <= .space else { return start }
    var at = start + 1
    while at < start + 80, text[at].gap < .line, !text[at].kind.isQuote { at += 1 }
    return text[at].kind.isQuote && places.dateBeginning[at + 1] != nil ? at + 1 : start
  }

  /// Whether what stands between a number and its date may stand there.
  private func leadsOn(_ at: Int, from start: Int, isSigned: Bool) -> Bool {
    if text[at].kind == .comma {
      let next = at + 1
      if text.isKeyword(next, .same) { return places.dateBeginning[next + 1] != nil }
      return isFullDay(next)
        || places.dateBeginning[next] != nil
          && (text.isKeyword(next, .day) || text.isKeyword(next, .month) || text.isKeyword(next, .year))
        || at == start
          && (IssuingVerb.end(.issue, text, at: next) != nil || IssuingVerb.end(.dating, text, at: next) != nil
            || text.isKeyword(next, .passive))
    }
    if text[at].kind == .openParenthesis { return at == start || isSigned }
    if text[at].kind == .dash { return at == start && isBetweenDashes(at) }
    if [Keyword.already, .passive, .just, .same, .at, .around].contains(where: { text.isKeyword(at, $0) }) { return true }
    return isSigned && [Keyword.into, .dayOf, .among, .from].contains { text.isKeyword(at, $0) }
  }

  /// `Quyết định 366/QĐ-UBND | - 27/02/2025 -`, `| - 27/02/2025:`
  private func isBetweenDashes(_ dash: Int) -> Bool {
    guard text[dash].gap == .space, let end = places.end(places.dateBeginning, dash + 1) else { return false }
    return text.isSpacedDash(end) || text[end].kind == .colon || text[end].gap >= .line
  }

  /// `Kế hoạch số 77/KH-STTTT, | 19/01/2024, và`
  private func isFullDay(_ start: Int) -> Bool {
    guard let date = places.dateBeginning[start], case .date(let value) = places.mentions[date].value else { return false }
    let end = text[Int(places.mentions[date].endToken)].kind
    return value.start.isDay && value.basis == .text && value.end == nil && (end == .comma || end == .closeParenthesis || end == .period)
  }

  /// `Giám đốc Sở ngày 3/4 | đã ký`: the subject stands before the date.
  private func isBesideVerb(_ end: Int, _ verb: Int) -> Bool {
    IssuingVerb.skipAdverbs(text, from: text[end].kind == .comma ? end + 1 : end) >= verb
  }

  /// Steps over `gửi UBND các tỉnh` and over the place of a body behind its symbol, `12/QĐ-UBND tỉnh Gia Lai`, where the date follows.
  func skipReceiver(_ start: Int) -> Int {
    let isPlace =
      text.match(.placeHead, at: start).map { text.item(.placeHead, $0).field1.equals("admin") } == true
      && text.match(.body, at: start) == nil
    guard text.isKeyword(start, .send) || isPlace else { return start }
    var at = start + 1
    while at < start + 24, text.isJoined(at), isPlace ? text[at].kind == .word : !endsReceiver(at) {
      if places.dateBeginning[at] != nil {
        return (text.isKeyword(at, .day) || text.isKeyword(at, .dayOf) || DayPart.begins(text, at)) && text[at - 1].kind != .comma
          ? at : start
      }
      if text.match(.predicate, at: at) != nil || [Keyword.before, .from, .to, .into].contains(where: { text.isKeyword(at, $0) }) { break }
      at += 1
    }
    return start
  }

  private func endsReceiver(_ index: Int) -> Bool {
    switch text[index].kind {
    case .period, .semicolon, .colon, .openParenthesis, .symbol: true
    default: false
    }
  }

  func end(ofDateAt token: Int) -> Int? { places.end(places.dateBeginning, token) }

  /// The date that opens the sentence of an issuing body: `Ngày 21/4/2023 Ban Thường vụ …`
  func before(subject: Int) -> Int? {
    guard text.isJoined(subject) else { return nil }
    var at = subject
    while at > 1, text[at - 1].kind == .comma || text.isKeyword(at - 1, .of) { at -= 1 }
    return opening(at) ?? (text[at].kind == .comma ? opening(beforePlace(at)) : nil)
  }

  /// `Ngày 3/4, | tại Hà Nội, Thủ tướng ký`
  private func beforePlace(_ end: Int) -> Int {
    guard end > 2, let at = (max(end - 10, 2)..<end).last(where: { text.isKeyword($0, .atPlace) }), text[at - 1].kind == .comma,
      (at..<end).allSatisfy({ text.isJoined($0) && text[$0].kind == .word })
    else { return end }
    return at - 1
  }

  /// `Cùng ngày, | UBND tỉnh`, `ngày hôm đó, | UBND tỉnh`: whether the clause of the subject has the day of what was told before.
  func isOfSameDay(subject: Int) -> Bool {
    let at = text[subject - 1].kind == .comma ? subject - 1 : subject
    guard text.isJoined(at), at > 3 else { return false }
    if text.isKeyword(at - 1, .day) {
      return text.isKeyword(at - 2, .same) || text.isKeyword(at - 2, .among) && text.isKeyword(at - 3, .also)
    }
    return text.isKeyword(at - 1, .thereof) && text.isKeyword(at - 2, .dayOf) && text.isKeyword(at - 3, .day)
      && !text.isKeyword(at - 4, .after) && !text.isKeyword(at - 4, .before)
  }

  /// `Viện KSND tỉnh | cùng ngày | có`
  func isOfSameDay(verb: Int) -> Bool { (max(1, verb - 3)..<verb).contains { text.isKeyword($0, .same) && text.isKeyword($0 + 1, .day) } }

  /// The day that opens a sentence before the token.
  func ofEarlierSentence(_ token: Int) -> Int? {
    var at = token
    while at > 1, token - at < DecreeDate.longestStory {
      at -= 1
      guard let date = places.dateBeginning[at] else { continue }
      var first = at
      while text.isKeyword(first - 1, .into) || IssuingVerb.first(.adverb, text, endingAt: first) != nil { first -= 1 }
      if day(date) != nil, text.beginsSentence(first) { return date }
    }
    return nil
  }

  /// The date that ends before the token, where it opens its clause.
  private func opening(_ end: Int) -> Int? {
    guard let index = places.dateEnding[end], case .date(let date) = places.mentions[index].value, date.end == nil,
      date.start.isDay || date.start.period == .none && date.start.hasYear, opensClause(index, isDay: date.start.isDay)
    else { return nil }
    return index
  }

  /// `Năm 2011, Chính phủ có …`, `Tuy nhiên, vào tháng 4/2018, UBND tỉnh …`, `nêu rõ ngày 3/4, Công an huyện …`; in `kế hoạch năm 2011,
  /// UBND tỉnh …` and `sau vụ cháy ngày 3/4, UBND tỉnh …` it is the plan's and the fire's.
  private func opensClause(_ index: Int, isDay: Bool) -> Bool {
    var at = Int(places.mentions[index].firstToken)
    if isOfEarlierEvent(at) { return false }
    while [Keyword.into, .from, .to, .around, .among].contains(where: { text.isKeyword(at - 1, $0) }) { at -= 1 }
    if let adverb = IssuingVerb.first(.adverb, text, endingAt: at), isDay || text.beginsSentence(adverb) { at = adverb }
    if text.beginsSentence(at) || text[at - 1].kind != .word || isDay && text[at].shape == .capital { return true }
    if IssuingVerb.first(.say, text, endingAt: at) != nil { return true }
    guard isDay, !text.isKeyword(at - 1, .give) else { return false }
    return text.isSmallWord(at - 1, "function")
      || text.isSmallWord(at - 2, "function")
  }

  /// `Sau loạt bài đăng | ngày 12/1, UBND tỉnh …`: the sentence begins with what went before; `Sau đó, ngày 12/1, …` does not.
  private func isOfEarlierEvent(_ first: Int) -> Bool {
    var at = first
    while at > 1, first - at < 30, !text.beginsSentence(at) {
      at -= 1
      if text[at].kind == .comma, text[at - 1].kind != .number, text[at + 1].kind != .number { return false }
    }
    return text.isKeyword(at, .after) && at < first && !text.isKeyword(at + 1, .thereof)
  }

  /// `ngày 23.6, BHXH Bình Định có văn bản 614/…`: a date, a subject and an issuing verb right before the document.
  func ofVerb(_ verb: Int) -> Int? {
    var at = verb
    while at > 1, verb - at <= 24, text.isJoined(at), text[at - 1].kind != .period, text[at - 1].kind != .semicolon {
      if text[at - 1].kind == .closeParenthesis, let open = (max(1, at - 12)..<at).last(where: { text[$0].kind == .openParenthesis }) {
        at = open
        continue
      }
      // Theo đề nghị ngày 3/4 của Bộ Y tế, UBND tỉnh …
      if text.isKeyword(at, .of), places.dateEnding[at] != nil { return nil }
      // Bão đổ bộ sáng 7/11, và Thủ tướng đã ban hành
      if text[at].kind == .comma, text.isKeyword(at + 1, .and), places.dateEnding[at] != nil { return nil }
      if let index = places.dateEnding[at] { return isBesideVerb(at, verb) ? day(index) ?? opening(at) : opening(at) }
      // Ngày 3/4, Bộ Y tế cho biết vừa có …: the day of the saying.
      if text.isKeyword(at - 1, .forWhom) && text.match(.predicate, at: at - 1) != nil { return nil }
      at -= 1
    }
    return nil
  }
}
