/// The date on which a document was signed or issued, where it is stated beside it.
///
///     DECREE [,] [(] [ký | ban hành | thông qua] [vào] DATE · DATE, ISSUER [đã] ban hành | ký DECREE
struct DecreeDate {
  private let text: TokenizedText
  private let mentions: UnsafeMutableBufferPointer<Found>
  private let dateBeginning: UnsafePointer<Int32>

  init(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: borrowing MentionIndex) {
    self.text = text
    self.mentions = mentions
    dateBeginning = UnsafePointer(index.dateBeginning.base)
  }

  /// The date that begins at the token; nil for none.
  func beginning(at token: Int) -> Int? { dateBeginning[token] > 0 ? Int(dateBeginning[token]) - 1 : nil }

  /// The date that stands at once behind the number, or behind `ký`, `ban hành`, `thông qua`, `vào`, a comma or a bracket.
  func behind(_ start: Int) -> Int? {
    var at = afterTitle(start)
    for _ in 0..<6 {
      if let index = beginning(at: at) {
        guard text[at].gap <= .line, case .date(let date) = mentions[index].value, date.end == nil,
          date.start.isDay || at == start + 1 && text[start].kind == .openParenthesis
        else { return nil }
        return index
      }
      guard text[at].gap <= .space, leadsOn(at, from: start) else { return nil }
      at += 1
    }
    return nil
  }

  /// Steps over a title in quotes that a date follows, and over the term of a body: `khóa XIII`.
  private func afterTitle(_ start: Int) -> Int {
    if text.isKeyword(start, .course), beginning(at: start + 2) != nil { return start + 2 }
    guard text[start].kind.isQuote, text[start].gap <= .space else { return start }
    var at = start + 1
    while at < start + 80, text[at].gap < .line, !text[at].kind.isQuote { at += 1 }
    return text[at].kind.isQuote && beginning(at: at + 1) != nil ? at + 1 : start
  }

  /// Whether what stands between a number and its date may stand there.
  private func leadsOn(_ at: Int, from start: Int) -> Bool {
    if text[at].kind == .comma {
      return beginning(at: at + 1) != nil && text.isKeyword(at + 1, .day) || at == start && IssuingVerb.begins(text, at + 1)
    }
    if text[at].kind == .openParenthesis { return true }
    return [Keyword.sign, .into, .issueHead, .issueTail, .already, .passive, .at, .same].contains { text.isKeyword(at, $0) }
      || text.isKeyword(at, .passHead) && text.isKeyword(at + 1, .past) || text.isKeyword(at, .past)
  }

  /// The date that opens the sentence of an issuing body: `Ngày 21/4/2023 Ban Thường vụ …`
  func before(subject: Int) -> Int? {
    guard text.isJoined(subject) else { return nil }
    var at = subject - 1
    while at > 0, subject - at <= 8 {
      if let end = end(ofDateAt: at) {
        return (end..<subject).allSatisfy { text[$0].kind == .comma || text.isKeyword($0, .of) } ? day(at) : nil
      }
      at -= 1
    }
    return nil
  }

  /// `ngày 23.6, BHXH Bình Định có văn bản 614/…`: a date, a subject and an issuing verb right before the document.
  func ofVerb(before decree: Int) -> Int? {
    guard let verb = IssuingVerb.endingBefore(text, decree) else { return nil }
    var at = verb - 1
    while at > 0, verb - at <= 24, text[at].kind != .period, text[at].kind != .semicolon {
      if beginning(at: at) != nil { return day(at) }
      // Ngày 3/4, Bộ Y tế cho biết vừa có …: the day of the saying.
      if text[at].gap >= .line || text.isKeyword(at, .forWhom) && text.match(.predicate, at: at) != nil { return nil }
      at -= 1
    }
    return nil
  }

  private func end(ofDateAt token: Int) -> Int? { beginning(at: token).map { Int(mentions[$0].endToken) } }

  private func day(_ token: Int) -> Int? {
    guard let index = beginning(at: token), case .date(let date) = mentions[index].value, date.start.isDay, date.end == nil else {
      return nil
    }
    return index
  }
}
