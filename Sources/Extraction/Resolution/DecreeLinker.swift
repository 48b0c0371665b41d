/// Links a decree to its date of issue and its issuer.
///
///     DECREE [,] [(] [ký | ban hành] [vào] DATE [của ISSUER] · [DATE,] ISSUER [đã] ban hành | ký DECREE
struct DecreeLinker {
  private let text: TokenizedText
  private let mentions: UnsafeMutableBufferPointer<Found>
  private let dates: DecreeDate
  private let issuers: DecreeIssuer
  private let subject: DecreeSubject
  private let opening: DecreeOpening
  private let clause: DecreeClause
  private let heading: DecreeHeading
  private let bracket: DecreeBracket
  private static let longestItem = 60

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    mentions = places.mentions
    dates = DecreeDate(text, places)
    issuers = DecreeIssuer(text, places)
    subject = DecreeSubject(text, places)
    opening = DecreeOpening(text, places, issuers)
    clause = DecreeClause(text, places, issuers, subject)
    heading = DecreeHeading(text, issuers, subject, clause)
    bracket = DecreeBracket(text, places, issuers)
  }

  func link() {
    var previous = -1
    for index in text.mentions(.decree) {
      guard case .decree(var decree) = mentions[index].value else { continue }
      if decree.form == .named {
        linkLaw(&decree, mentions[index])
      } else {
        link(&decree, mentions[index], previous: previous)
        if decree.issuer.isEmpty, let list = heading.statement(mentions[index], type: decree.type) {
          decree.issuer = list.issuer
          if decree.date < 0, let date = list.verb.flatMap({ dates.ofVerb($0) ?? dates.ofSession($0) }) { decree.date = Int32(date) }
        }
      }
      mentions[index].value = .decree(decree)
      if previous >= 0, isList(previous, index) {
        share(from: previous, to: index)
        if isDatedBefore(previous) { shareDate(from: previous, to: index) }
      } else if previous >= 0, isNextItem(previous, index) {
        share(from: previous, to: index)
      }
      previous = index
    }
    if previous >= 0 { shareBackwards() }
  }

  /// An issuer behind the last of a list goes back to the first, and so does the date of `số 12 và 13 ngày 5/6` and of
  /// `Quyết định 12, Quyết định 13 cùng ngày 5/6`.
  private func shareBackwards() {
    var next = -1
    for index in mentions.indices.reversed() where mentions[index].value.kind == .decree {
      if next >= 0, isList(index, next) {
        share(from: next, to: index)
        if mentions[next].rule == .decreeList || isOfSameDay(next) { shareDate(from: next, to: index) }
      }
      next = index
    }
  }

  private func isOfSameDay(_ index: Int) -> Bool {
    guard case .decree(let decree) = mentions[index].value, Int(decree.date) > index else { return false }
    let first = Int(mentions[Int(decree.date)].firstToken)
    // cùng ký ngày 5/9/2016
    return (max(first - 3, 1)...first).contains { text.isKeyword($0, .same) }
  }

  private func link(_ decree: inout FoundDecree, _ mention: Found, previous: Int) {
    let tokens = Int(mention.firstToken)..<Int(mention.endToken)
    if mention.rule == .decreeHead, let head = PaperHead(text, mention: tokens) {
      decree.issuer = head.issuer ?? .none
      if let date = head.date(dates.places) { decree.date = Int32(date) }
      return
    }
    if let issuer = issuers.within(tokens) ?? bracket.issuerBefore(tokens.lowerBound) { decree.issuer = issuer }
    let verb = IssuingVerb.endingBefore(text, tokens.lowerBound)
    let end = linkBehind(&decree, tokens, isIssued: verb != nil)
    if decree.issuer.isEmpty, let subject = verb.map({ subject.find(before: $0) }) ?? subject.ofOpinion(decree, before: tokens.lowerBound),
      !DecreeLevel.contradicts(text, decree, subject.span)
    {
      decree.issuer = subject.span
      // Ngày 14/8, công an cho biết đã ra quyết định: the day of the telling.
      let isTold = verb.map { self.subject.isToldOf(before: $0) } ?? false
      if decree.date < 0, !isTold, let date = dates.before(subject: subject.first), !isDate(date, of: previous) {
        decree.date = Int32(date)
      }
      if decree.date < 0, !isTold, dates.isOfSameDay(subject: subject.first) || verb.map({ dates.isOfSameDay(verb: $0) }) == true,
        let date = sameDay(previous, tokens.lowerBound)
      {
        decree.date = Int32(date)
      }
    }
    if decree.issuer.isEmpty {
      let first = tokens.lowerBound
      let body =
        subject.ofInsertion(decree, before: first, behind: end) ?? subject.ofEnumeration(before: first)
        ?? subject.ofLabel(decree, before: first)
        ?? (previous < 0 ? nil : subject.ofEllipsis(decree, before: first, Int(mentions[previous].endToken)))
      decree.issuer =
        (body ?? subject.ofPublishing(decree, before: first))?.span ?? opening.issuer(decree, tokens, behind: end)
        ?? clause.issuer(decree, tokens, verb) ?? .none
    }
    if decree.issuer.isEmpty, let title = issuers.ofTitle(behind: end, decree) { state(title, &decree) }
    if decree.issuer.isEmpty, let content = bracket.behindTitle(end) {
      decree.issuer = content.issuer ?? .none
      if decree.date < 0, let date = content.date { decree.date = Int32(date) }
    }
    if decree.date < 0, issuers.isPassed(behind: tokens.upperBound), let date = dates.before(subject: tokens.lowerBound) {
      decree.date = Int32(date)
    }
    if decree.date < 0, let verb, let date = dates.ofVerb(verb) ?? dates.ofSession(verb), !isDate(date, of: previous) {
      decree.date = Int32(date)
    }
  }

  /// `Căn cứ Tờ trình số 5 ngày 3/4 của Sở Nội vụ, UBND tỉnh ban hành Quyết định số 6`: the day of the one is none of the other.
  private func isDate(_ date: Int, of previous: Int) -> Bool {
    guard previous >= 0, case .decree(let decree) = mentions[previous].value else { return false }
    return Int(decree.date) == date && date > previous
  }

  /// The day of the document before, on the same line, else that of the story, else that of the nearest document that has one.
  private func sameDay(_ previous: Int, _ token: Int) -> Int? {
    let day = dates.ofEarlierSentence(token)
    for index in stride(from: previous, through: max(0, previous - 12), by: -1) {
      guard case .decree(let decree) = mentions[index].value, decree.date >= 0 else { continue }
      let end = Int(mentions[index].endToken)
      guard token - end < DecreeDate.longestStory else { return day }
      let isOnLine = index == previous && (end..<token).allSatisfy { text[$0].gap < .line }
      return isOnLine ? Int(decree.date) : day ?? Int(decree.date)
    }
    return day
  }

  /// A law cited by name: only what says that it was passed. `Luật Cư trú (sửa đổi) được Quốc hội thông qua ngày 13/11/2020`
  private func linkLaw(_ law: inout FoundDecree, _ mention: Found) {
    let end = Int(mention.endToken)
    if let date = dates.ofLaw(behind: end) {
      law.date = Int32(date)
    } else if let passed = issuers.ofPassing(behind: end) {
      state(passed, &law)
    } else if let subject = subject.ofPassing(before: Int(mention.firstToken)) {
      let date = dates.before(subject: subject.first)
      guard subject.isPast || date != nil && !text.isKeyword(subject.first - 1, .of) else { return }
      law.issuer = subject.span
      if let date = date ?? dates.ofVerb(subject.verb) { law.date = Int32(date) }
    } else if let date = dates.ofPassing(behind: end) {
      law.date = Int32(date)
    }
  }

  /// Date and issuer right behind the number, in either order. Returns the token after them.
  /// - Parameter isIssued: the document is the object of a verb of issuing, which its date may follow: `ký Quyết định 5 vào ngày 3/4`.
  private func linkBehind(_ decree: inout FoundDecree, _ tokens: Range<Int>, isIssued: Bool) -> Int {
    if let date = bracket.dateBefore(tokens) ?? bracket.dateWithin(tokens) { decree.date = Int32(date) }
    var at = skipShortName(dates.skipReceiver(tokens.upperBound))
    if let content = bracket.content(at: at) {
      if let date = content.date, decree.date < 0 { decree.date = Int32(date) }
      if let issuer = content.issuer, decree.issuer.isEmpty { decree.issuer = issuer }
      guard decree.issuer.isEmpty else { return content.end }
      return issuers.behind(content.end, decree).map { state($0, &decree) } ?? content.end
    }
    if let date = dates.behind(at, wasSigned: isIssued, mayBeYear: !isPlan(decree)) {
      decree.date = Int32(date)
      at = Int(mentions[date].endToken)
      if text[at].kind == .closeParenthesis { at += 1 }
    } else if let other = dates.end(ofDateAt: at), text[at].gap <= .space {
      at = other
    }
    if text[at].kind == .closeParenthesis, isInBrackets(tokens) { at += 1 }
    guard decree.issuer.isEmpty else { return at }
    if decree.date < 0, let date = dates.behindTitle(at), let issuer = issuers.behind(Int(mentions[date].endToken), decree) {
      decree.date = Int32(date)
      return state(issuer, &decree)
    }
    guard let issuer = issuers.behind(at, decree) else { return at }
    let end = state(issuer, &decree)
    // của Phòng Cảnh sát giao thông (gửi công an các huyện ngày 3/4)
    guard decree.date < 0, let content = bracket.content(at: end), content.issuer == nil, let date = content.date else { return end }
    decree.date = Int32(date)
    return content.end
  }

  /// `Nghị định số 10/2019/NĐ-CP | (gọi tắt là Nghị định 10) | ngày …`, `Quyết định số 109/2005/QĐ-BCA | (A11) | ngày …`
  private func skipShortName(_ start: Int) -> Int {
    let isAlias = text.isKeyword(start + 1, .alias) && text.isKeyword(start + 2, .aliasTail)
    let isUnit =
      (text[start + 1].kind == .code || text[start + 1].shape == .upper)
      && (start + 2...start + 3).contains { text[$0].kind == .closeParenthesis }
    guard text[start].kind == .openParenthesis,
      isAlias || isUnit || text.isKeyword(start + 1, .mend) || text.match(.decreeType, at: start + 1) != nil,
      let close = (start + 2..<start + 9).first(where: { text[$0].kind == .closeParenthesis }),
      text.isKeyword(close + 1, .of) || text.isKeyword(close + 1, .day)
    else { return start }
    return close + 1
  }

  /// `Đề án tuyển sinh viên (Đề án 92) của tỉnh`, `Công văn (số 12/UBND-NC) của UBND tỉnh`
  private func isInBrackets(_ tokens: Range<Int>) -> Bool {
    (tokens.lowerBound - 1..<tokens.upperBound).contains { text[$0].kind == .openParenthesis }
  }

  /// `Đề án 06 năm 2024`, `Báo cáo số 5 năm 2024`: the year is that of the work.
  private func isPlan(_ decree: FoundDecree) -> Bool {
    guard decree.type >= 0 else { return false }
    let type = text.lexicon.item(.decreeType, UInt16(decree.type))
    return type.field3.equals("weak") && !type.field1.equals("Văn bản")
  }

  /// Takes the issuer, with the date behind it. Returns the token after them.
  @discardableResult
  private func state(_ issuer: DecreeIssuer.Statement, _ decree: inout FoundDecree) -> Int {
    decree.issuer = issuer.span
    guard decree.date < 0, let date = dates.behind(dates.skipReceiver(issuer.end), wasSigned: issuer.isSigned, mayBeYear: !isPlan(decree))
    else {
      return issuer.end
    }
    decree.date = Int32(date)
    return Int(mentions[date].endToken)
  }

  /// Two documents joined by a comma, a semicolon or `và`; the first one's own date may stand between.
  private func isList(_ previous: Int, _ index: Int) -> Bool {
    var at = Int(mentions[previous].endToken)
    let next = Int(mentions[index].firstToken)
    if case .decree(let decree) = mentions[previous].value, decree.date >= 0, Int(mentions[Int(decree.date)].firstToken) >= at {
      let date = mentions[Int(decree.date)]
      guard next - at <= 12 else { return false }
      if (at..<Int(date.firstToken)).allSatisfy({ text[$0].kind == .comma || text[$0].kind == .openParenthesis }) {
        at = Int(date.endToken)
        if text[at].kind == .closeParenthesis { at += 1 }
      }
    }
    guard next > at, next - at <= 2 else { return false }
    return (at..<next).allSatisfy {
      text[$0].kind == .comma || text[$0].kind == .semicolon || text.isKeyword($0, .and) || text.isKeyword($0, .along)
    }
  }

  /// `Quyết định số 5/QĐ-UBND về chợ; | Kế hoạch số 6/KH-UBND về bến đò`: items of a list with titles, of one body by their symbols.
  private func isNextItem(_ previous: Int, _ index: Int) -> Bool {
    let (end, next) = (Int(mentions[previous].endToken), Int(mentions[index].firstToken))
    guard next > end, text[next - 1].kind == .semicolon, next - end < DecreeLinker.longestItem,
      case .decree(let a) = mentions[previous].value,
      case .decree(let b) = mentions[index].value, DecreeLevel.areOfOneBody(text, a, b)
    else { return false }
    return (end..<next - 1).allSatisfy { text[$0].gap < .line && text[$0].kind != .semicolon && text[$0].kind != .period }
  }

  /// One issuer said for a list belongs to each of its documents.
  private func share(from source: Int, to target: Int) {
    guard case .decree(let a) = mentions[source].value, case .decree(var b) = mentions[target].value, a.form != .named, b.form != .named,
      b.issuer.isEmpty, !a.issuer.isEmpty, DecreeLevel.mayAgree(text, a, b)
    else { return }
    b.issuer = a.issuer
    mentions[target].value = .decree(b)
  }

  /// `Ngày 3/4, Công an huyện ra Quyết định số 5, Lệnh số 6`: the day of the verb.
  private func isDatedBefore(_ index: Int) -> Bool {
    guard case .decree(let decree) = mentions[index].value, decree.date >= 0 else { return false }
    return Int(decree.date) < index
  }

  /// Numbers under one type word share the date behind the last of them, documents of one verb the date before the first.
  private func shareDate(from source: Int, to target: Int) {
    guard case .decree(let a) = mentions[source].value, case .decree(var b) = mentions[target].value,
      a.date >= 0, b.date < 0, case .date(let date) = mentions[Int(a.date)].value,
      SymbolYear.year(text, b.number).map({ $0 == date.start.year || !date.start.hasYear }) ?? true
    else { return }
    b.date = a.date
    mentions[target].value = .decree(b)
  }
}
