/// Links a decree to its date of issue and its issuer.
///
///     DECREE [,] [(] [ký | ban hành] [vào] DATE [của ISSUER] · [DATE,] ISSUER [đã] ban hành | ký DECREE
struct DecreeLinker {
  private let text: TokenizedText
  private let mentions: UnsafeMutableBufferPointer<Found>
  private let dates: DecreeDate
  private let issuers: DecreeIssuer
  private let subject: DecreeSubject
  private let heading: DecreeHeading

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: borrowing MentionIndex) {
    self.text = text
    self.mentions = mentions
    dates = DecreeDate(text, mentions, index)
    issuers = DecreeIssuer(text, mentions, index)
    subject = DecreeSubject(text, UnsafeBufferPointer(mentions), index)
    heading = DecreeHeading(text, issuers, subject)
  }

  func link() {
    var previous = -1
    for index in mentions.indices {
      guard case .decree(var decree) = mentions[index].value else { continue }
      if decree.form != .named {
        link(&decree, mentions[index])
        if decree.issuer.isEmpty { decree.issuer = heading.issuer(mentions[index], type: decree.type) ?? .none }
      }
      mentions[index].value = .decree(decree)
      if previous >= 0, isList(previous, index) { share(from: previous, to: index) }
      previous = index
    }
    shareBackwards()
  }

  /// An issuer behind the last of a list goes back to the first, and so does the date of `số 12 và 13 ngày 5/6`.
  private func shareBackwards() {
    var next = -1
    for index in mentions.indices.reversed() where mentions[index].value.kind == .decree {
      if next >= 0, isList(index, next) {
        share(from: next, to: index)
        shareDate(from: next, to: index)
      }
      next = index
    }
  }

  private func link(_ decree: inout FoundDecree, _ mention: Found) {
    let (first, end) = (Int(mention.firstToken), Int(mention.endToken))
    var at = end
    if let date = dates.behind(at) {
      decree.date = Int32(date)
      at = Int(mentions[date].endToken)
      if text[at].kind == .closeParenthesis { at += 1 }
    }
    if decree.date < 0, let date = dates.beginning(at: at), text[at].gap <= .space { at = Int(mentions[date].endToken) }
    if let issuer = issuers.behind(at, decree: first..<end) {
      decree.issuer = issuer.span
      if decree.date < 0, let date = dates.behind(issuer.end) { decree.date = Int32(date) }
    } else if let subject = subject.find(before: first) {
      decree.issuer = subject.span
      if decree.date < 0, let date = dates.before(subject: subject.first) { decree.date = Int32(date) }
    }
    if decree.issuer.isEmpty, let clause = issuers.ofClause(behind: at) { decree.issuer = clause }
    if decree.date < 0, let date = dates.ofVerb(before: first) { decree.date = Int32(date) }
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
    return (at..<next).allSatisfy { text[$0].kind == .comma || text[$0].kind == .semicolon || text.isKeyword($0, .and) }
  }

  /// One issuer said for a list belongs to each of its documents.
  private func share(from source: Int, to target: Int) {
    guard case .decree(let a) = mentions[source].value, case .decree(var b) = mentions[target].value, a.form != .named, b.form != .named,
      b.issuer.isEmpty, !a.issuer.isEmpty, DecreeLevel.mayAgree(text, a, b)
    else { return }
    b.issuer = a.issuer
    mentions[target].value = .decree(b)
  }

  /// Numbers under one type word share the date behind the last of them.
  private func shareDate(from source: Int, to target: Int) {
    guard mentions[source].rule == .decreeList, case .decree(let a) = mentions[source].value, case .decree(var b) = mentions[target].value,
      a.date >= 0, b.date < 0
    else { return }
    b.date = a.date
    mentions[target].value = .decree(b)
  }
}
