/// The year in the name of the event that a day's sentence is about: `Sáng 24-6, … chuẩn bị cho kỳ thi THPT quốc gia 2018`.
struct EventYear {
  private let text: TokenizedText

  init(_ text: TokenizedText) { self.text = text }

  /// The year of a day in a sentence; nil when the sentence names no event with a year, or several years.
  ///
  /// Not in December, when the next year's events are prepared.
  func year(of moment: Moment, _ mention: Found) -> Int16? {
    guard moment.month != 0, namesEvent(around: Int(mention.firstToken)) else { return nil }
    let sentence = sentence(around: Int(mention.firstToken))
    var found: Int16?
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let event = text.match(.event, at: index) else {
        index += 1
        continue
      }
      if let held = heldYear(event, at: index, moment, sentence) {
        guard found == nil || found == held else { return nil }
        found = held
      }
      index = event.end
    }
    return found
  }

  /// The year of the one event that the title or the first paragraph names: `Khai mạc ngày hội … 2018`.
  ///
  /// Nil when they name several, or one that is summed up or long over.
  func yearOfLead() -> Int16? {
    let end = endOfLead()
    var found: Int16?
    var index = text.next(.events, from: 1)
    while index < end {
      if let event = text.match(.event, at: index), !text.item(.event, event).field1.equals("trial") {
        let isNamed = text.item(.event, event).field1.equals("named")
        let sentence = sentence(around: index)
        if let year = yearBehind(event.end, min(sentence.upperBound, end), isNamed: isNamed) {
          guard found == nil || found == year, !isSummary(index, event.end), !isSpokenOf(index, sentence.lowerBound) else { return nil }
          found = year
        }
      }
      index = text.next(.events, from: index + 1)
    }
    return found
  }

  /// The token behind the second line, at most 120 tokens on.
  func endOfLead() -> Int {
    var lines = 0
    for index in 1..<min(text.count, 120) where text.beginsLine(index) {
      lines += 1
      if lines > 2 { return index }
    }
    return min(text.count, 120)
  }

  /// The year in which the event is held whose name begins at token `index`.
  private func heldYear(_ event: PhraseMatch, at index: Int, _ moment: Moment, _ sentence: Range<Int>) -> Int16? {
    let kind = text.item(.event, event).field1
    guard !kind.equals("trial"), let year = yearBehind(event.end, sentence.upperBound, isNamed: kind.equals("named")),
      !isSpokenOf(index, sentence.lowerBound)
    else { return nil }
    if isSummary(index, event.end) { return moment.month <= 3 ? year + 1 : year }
    return moment.month < 12 ? year : nil
  }

  /// Most sentences name none, and need not be measured.
  private func namesEvent(around index: Int) -> Bool {
    text.next(.events, from: max(1, index - EventYear.reach)) < min(text.count, index + EventYear.reach)
  }

  /// A sentence goes no further, in tokens.
  private static let reach = 80

  private func sentence(around index: Int) -> Range<Int> {
    var (start, end) = (index, index)
    while start > 1, index - start < EventYear.reach, !text.beginsSentence(start) || text[start - 1].kind == .colon { start -= 1 }
    while end < text.count, end - index < EventYear.reach, !text.beginsSentence(end) || text[end - 1].kind == .colon || end == index {
      end += 1
    }
    return start..<end
  }

  /// The year at the end of the event's name.
  private func yearBehind(_ start: Int, _ end: Int, isNamed: Bool) -> Int16? {
    var hasName = !isNamed
    for index in start..<min(start + 14, end) {
      switch text[index].kind {
      case .number:
        let part = text.part(index, 0)
        guard text[index].lexeme == 1, Moment.isYear(part), part.value >= 1990, hasName else { continue }
        return Int16(part.value)
      case .comma, .semicolon, .colon, .openParenthesis: return nil
      default: hasName = hasName || text[index].isCapitalized || text[index].kind.isQuote
      }
    }
    return nil
  }

  /// `vụ gian lận tại kỳ thi THPT quốc gia 2018`, `sau hội nghị`: the event is over. `Quốc hội thảo luận` names none.
  private func isSpokenOf(_ event: Int, _ start: Int) -> Bool {
    text.isKeyword(event - 1, .nation)
      || (max(start, event - 6)..<event).contains { text.isKeyword($0, .seasonCrop) || text.isKeyword($0, .after) }
  }

  /// `Hội nghị tổng kết công tác năm 2017` is held at that year's end, or in the first weeks of the next.
  private func isSummary(_ event: Int, _ end: Int) -> Bool {
    (event..<end + 3).contains { text.isKeyword($0, .total) && text.isKeyword($0 + 1, .conclude) }
  }
}
