/// The issuer that a list's heading tells for each document of the list.
///
///     4 nghị quyết của Bộ Chính trị, gồm: DECREE; DECREE · HĐND tỉnh vừa thông qua 2 nghị quyết. 2 nghị quyết trên gồm: DECREE; DECREE
///     UBND tỉnh đã ban hành nhiều văn bản như DECREE, DECREE · ban hành Kế hoạch hành động (DECREE)
struct DecreeHeading {
  private let text: TokenizedText
  private let issuers: DecreeIssuer
  private let subject: DecreeSubject
  private let clause: DecreeClause
  private static let longestList = 160
  private static let longestHeading = 24
  private static let longestTitle = 10

  init(_ text: TokenizedText, _ issuers: DecreeIssuer, _ subject: DecreeSubject, _ clause: DecreeClause) {
    self.text = text
    self.issuers = issuers
    self.subject = subject
    self.clause = clause
  }

  /// Who issues the documents of a list, and the verb by which.
  struct Statement {
    var issuer: ByteSpan
    var verb: Int?
  }

  func statement(_ mention: Found, type: Int32) -> Statement? {
    guard type >= 0 else { return nil }
    if let issuer = ofInstance(Int(mention.firstToken), type) { return issuer }
    guard headsItem(Int(mention.firstToken)), let colon = colon(before: Int(mention.firstToken)) else { return nil }
    var at = colon
    while at > 1, colon - at < DecreeHeading.longestHeading {
      at -= 1
      if text[at].kind == .period { return nil }
      if let end = end(of: type, at: at) { return issuer(at, end, limit: colon) ?? earlier(type, at) }
      if text[at].gap >= .line { return nil }
    }
    return nil
  }

  /// `ban hành nhiều văn bản | như`, `các văn bản chỉ đạo | :`, `nhiều văn bản | , trong đó có`, `ban hành Kế hoạch hành động | (`
  private func ofInstance(_ first: Int, _ type: Int32) -> Statement? {
    var at = IssuingVerb.first(.instance, text, endingAt: first) ?? first
    let mark = text[at - 1].kind
    guard at < first || mark == .colon || mark == .openParenthesis else { return nil }
    if mark == .colon || mark == .openParenthesis || mark == .comma { at -= 1 }
    for start in stride(from: at - 1, to: max(at - DecreeHeading.longestTitle, 1), by: -1) {
      guard text.isJoined(start + 1), text[start].kind == .word else { return nil }
      if let match = text.match(.decreeType, at: start), Int32(text.number(.decreeType, match)) == type || isPaper(match),
        !text.isKeyword(start - 1, .byMeans)
      {
        return ofVerb(before: start)
      }
    }
    return nil
  }

  private func ofVerb(before start: Int) -> Statement? {
    guard let verb = IssuingVerb.endingBefore(text, start), let issuer = subject.find(before: verb)?.span ?? clause.ofSeveralVerbs(verb)
    else {
      return nil
    }
    return Statement(issuer: issuer, verb: verb)
  }

  private func isPaper(_ match: PhraseMatch) -> Bool { text.item(.decreeType, match).field1.equals("Văn bản") }

  /// Not `sửa đổi | Nghị quyết số 5` within an item.
  private func headsItem(_ first: Int) -> Bool {
    switch text[first - 1].kind {
    case .colon, .semicolon, .dash, .number: return true
    default: return text[first].gap >= .line
    }
  }

  /// The colon that opens the list in which the token stands.
  private func colon(before token: Int) -> Int? {
    var at = token - 1
    // - Nghị quyết số 84 ngày 28/6: hỗ trợ …;⏎- Nghị quyết số 85
    let isLine = text[at].kind == .dash && text.beginsLine(at)
    while at > 0, token - at < DecreeHeading.longestList {
      if text[at].kind == .colon, !isLine || text[at + 1].gap >= .line { return at }
      // gồm:⏎- Quyết định số 5; số 6⏎- Quyết định số 7
      if text[at + 1].gap >= .line, text[at + 1].kind != .dash || text[at].kind == .period { return nil }
      at -= 1
    }
    return nil
  }

  /// `nghị quyết của Bộ Chính trị`, `Bộ Chính trị ban hành 4 nghị quyết`: the issuer beside the type at `start`.
  private func issuer(_ start: Int, _ end: Int, limit: Int) -> Statement? {
    if text.isKeyword(end, .of), let last = issuers.end(of: end + 1), last <= limit {
      return Statement(issuer: DecreeIssuer.span(text, end + 1, last))
    }
    return ofVerb(before: start)
  }

  /// `3 nghị quyết trên`: the same number of them, said before.
  private func earlier(_ type: Int32, _ start: Int) -> Statement? {
    guard let count = text.plainNumber(at: start - 1)?.value else { return nil }
    var at = start - 2
    while at > 1, start - at < 60 {
      if text.plainNumber(at: at - 1)?.value == count, let end = end(of: type, at: at) {
        return issuer(at, end, limit: start)
      }
      at -= 1
    }
    return nil
  }

  private func end(of type: Int32, at token: Int) -> Int? {
    guard let match = text.match(.decreeType, at: token), Int32(text.number(.decreeType, match)) == type else { return nil }
    return match.end
  }
}
