/// The body or office that stands as subject before an issuing verb and its document.
struct DecreeSubject {
  private let text: TokenizedText
  private let mentions: UnsafeBufferPointer<Found>
  private let nameEnding: UnsafePointer<Int32>
  private let positionEnding: UnsafePointer<Int32>

  init(_ text: TokenizedText, _ mentions: UnsafeBufferPointer<Found>, _ index: borrowing MentionIndex) {
    self.text = text
    self.mentions = mentions
    nameEnding = UnsafePointer(index.nameEnding.base)
    positionEnding = UnsafePointer(index.positionEnding.base)
  }

  /// The body or office that issues: `Thủ tướng Phạm Minh Chính vừa ký Công điện`, `Tỉnh ủy đã ban hành Quyết định`.
  func find(before decree: Int) -> (span: ByteSpan, first: Int)? {
    var at = decree - 1
    // bản, dự thảo stand between verb and document
    guard let verb = IssuingVerb.endingBefore(text, at + 1) else { return nil }
    at = verb
    at = skipAdverbs(at)
    if text[at - 1].kind == .closeParenthesis {
      var open = at - 1
      while open > at - 20, text[open].kind != .openParenthesis { open -= 1 }
      if text[open].kind == .openParenthesis { at = open }
    }
    if nameEnding[at] > 0 { return office(ofName: Int(nameEnding[at]) - 1) }
    if positionEnding[at] > 0 {
      let position = mentions[Int(positionEnding[at]) - 1]
      return (ByteSpan(start: position.start, end: position.end), Int(position.firstToken))
    }
    return body(endingAt: at)
  }

  /// `đã`, `vừa mới`, `cũng đã`, `vừa chính thức` between the subject and its verb.
  private func skipAdverbs(_ verb: Int) -> Int {
    var at = verb
    while at > 1 {
      if text.isKeyword(at - 1, .formalTail), text.isKeyword(at - 2, .formal) {
        at -= 2
      } else if at == verb, text.isKeyword(at - 1, .have), !text.isKeyword(verb, .have) {
        at -= 1
      } else if [Keyword.already, .just, .newly, .will, .also].contains(where: { text.isKeyword(at - 1, $0) }) {
        at -= 1
      } else {
        break
      }
    }
    return at
  }

  /// The office in which a named person signs.
  private func office(ofName index: Int) -> (span: ByteSpan, first: Int)? {
    guard case .name = mentions[index].value else { return nil }
    var first = Int(mentions[index].firstToken)
    for _ in 0..<3 where positionEnding[first] == 0 {
      if let rank = (1...2).first(where: { text.match(.rank, at: first - $0)?.end == first }) { first -= rank }
      if let title = (1...3).first(where: { first - $0 > 0 && text.match(.honorific, at: first - $0)?.end == first }) { first -= title }
      if text[first - 1].kind == .dash || text[first - 1].kind == .comma, positionEnding[first - 1] > 0 { first -= 1 }
    }
    guard positionEnding[first] > 0 else { return nil }
    let position = mentions[Int(positionEnding[first]) - 1]
    return (ByteSpan(start: position.start, end: position.end), Int(position.firstToken))
  }

  /// The body whose name ends at token `end`; the widest reading within the sentence.
  private func body(endingAt end: Int) -> (span: ByteSpan, first: Int)? {
    var first = end - 1
    var best: Int?
    while first > 0, end - first <= 16 {
      if text.starts(first, .body) || text[first].shape == .upper,
        text[first].shape != .lower || text.phraseClasses(at: first) & LexiconClass.body.bit != 0,
        (OrganizationReader.end(text, at: first) ?? first + 1) == end
      {
        best = first
      }
      if text[first].gap >= .line || text[first].kind == .comma { break }
      if text[first].kind == .period, !text.isAbbreviated(first - 1) { break }
      first -= 1
    }
    guard let best else { return nil }
    return (ByteSpan(start: text[best].start, end: text[end - 1].end), best)
  }
}
