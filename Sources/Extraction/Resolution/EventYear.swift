/// The year in the name of the event that a day's sentence is about: `Sáng 24-6, … chuẩn bị cho kỳ thi THPT quốc gia 2018`.
struct EventYear {
  private let text: TokenizedText

  init(_ text: TokenizedText) { self.text = text }

  /// The year of a day in a sentence; nil when the sentence names no event with a year, or several years.
  ///
  /// Not in December, when the next year's events are prepared; of a plan not in October, and from November on the year before it.
  func year(of moment: Moment, _ mention: Found) -> Int16? {
    guard moment.month != 0, namesEvent(around: Int(mention.firstToken)) else { return nil }
    let sentence = text.sentence(around: Int(mention.firstToken))
    var found: Int16?
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let event = text.match(.event, at: index, limit: sentence.upperBound) else {
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
      if let event = text.match(.event, at: index), case let kind = text.item(.event, event).field1,
        kind.isEmpty || kind.equals("proper") || kind.equals("named") || kind.equals("award") || kind.equals("exam")
      {
        let sentence = text.sentence(around: index)
        if let year = yearBehind(event.end, min(sentence.upperBound, end), kind) {
          guard found == nil || found == year, !isSummary(index, event.end), !isSpokenOf(index, sentence.lowerBound) else { return nil }
          found = year
        }
      }
      index = text.next(.events, from: index + 1)
    }
    return found
  }

  /// The year in which pupils are enrolled, where the title or the first paragraph tells of it: `công bố kế hoạch tuyển sinh năm học
  /// 2018-2019`.
  func enrolmentYearOfLead() -> Int16? {
    let end = endOfLead()
    var index = text.next(.events, from: 1)
    while index < end {
      if let event = text.match(.event, at: index), text.item(.event, event).field1.equals("school"), let year = firstOfTwoYears(event.end),
        text.sentence(around: index).contains(where: { text.isEvent($0, "enrolment") })
      {
        return year
      }
      index = text.next(.events, from: index + 1)
    }
    return nil
  }

  /// The year of the school-leaving exam that the article is about: it names one, and no later year nor what became of an earlier exam.
  func yearOfExam() -> Int16? {
    var found: Int16?
    var index = text.next(.events, from: 1)
    while index < text.count {
      if let event = text.match(.event, at: index), case let kind = text.item(.event, event).field1, kind.equals("exam") || kind.isEmpty,
        let year = yearBehind(event.end, event.end + 3, kind)
      {
        guard !isSpokenOf(index, text.sentence(around: index).lowerBound) else { return nil }
        if kind.equals("exam") {
          guard found == nil || found == year else { return nil }
          found = year
        }
      }
      index = text.next(.events, from: index + 1)
    }
    return found
  }

  /// The token behind the second line, at most 120 tokens on.
  func endOfLead() -> Int {
    let second = text.endOfLine(from: text.next(.lines, from: 1))
    return min(second < text.count ? text.endOfLine(from: second) : text.count, 120)
  }

  /// The year in which the event is held whose name begins at token `index`.
  private func heldYear(_ event: PhraseMatch, at index: Int, _ moment: Moment, _ sentence: Range<Int>) -> Int16? {
    let kind = text.item(.event, event).field1
    if kind.equals("school") { return schoolYear(event.end, moment, sentence) }
    if let year = yearOfCongress(event, at: index, sentence) { return year }
    if isSummary(index, event.end), let year = yearSummedUp(event.end, sentence.upperBound, moment) { return year }
    guard !namesNoYear(kind), let year = yearBehind(event.end, sentence.upperBound, kind),
      !isSpokenOf(index, sentence.lowerBound)
    else { return nil }
    // Tết is prepared from November on, and over in February.
    if kind.equals("new year") { return moment.month >= 11 ? year - 1 : moment.month <= 2 ? year : nil }
    if isSummary(index, event.end) { return moment.month <= 3 ? year + 1 : year }
    if kind.equals("plan"), moment.month >= 11 { return isCarriedOut(index) ? nil : year - 1 }
    // Awards are given at the beginning of the next year too.
    if kind.equals("award"), moment.month <= 3 { return nil }
    return moment.month < (kind.equals("plan") ? 10 : 12) || takesPlace(event.end, sentence.upperBound, year) ? year : nil
  }

  /// `Hội nghị Xúc tiến đầu tư năm 2017 | diễn ra`: held then, also in December.
  private func takesPlace(_ start: Int, _ end: Int, _ year: Int16) -> Bool {
    guard let place = (start..<end).first(where: { text.year(at: $0) == year }), let verb = text.match(.predicate, at: place + 1) else {
      return false
    }
    return text.item(.predicate, verb).phrase.equals("diễn ra")
  }

  /// `khai mạc Đại hội Hội Sinh viên thành phố lần thứ VI, nhiệm kỳ 2013-2018`: a congress is held when its term begins.
  private func yearOfCongress(_ event: PhraseMatch, at index: Int, _ sentence: Range<Int>) -> Int16? {
    guard text.item(.event, event).phrase.equals("đại hội"), isHeld(before: index),
      let term = (event.end..<min(event.end + 24, sentence.upperBound)).first(where: {
        text.isKeyword($0, .term) && text.isKeyword($0 + 1, .termTail)
      }),
      let years = twoYears(term + 2), (4...6).contains(years.last - years.first)
    else { return nil }
    return Int16(years.first)
  }

  /// `tổ chức`, `khai mạc`, `tham dự kỳ`: not `thực hiện Nghị quyết`, `chuẩn bị`.
  private func isHeld(before event: Int) -> Bool {
    let end = text.isKeyword(event - 1, .termTail) ? event - 1 : event
    return (1...2).contains { length in
      text.match(.predicate, at: end - length).map { match in
        match.end == end && EventYear.holding.contains { text.item(.predicate, match).phrase.equals($0) }
      } ?? false
    }
  }

  private static let holding: [StaticString] = ["tổ chức", "khai mạc", "bế mạc", "diễn ra", "tham dự", "tiến hành"]

  /// `tổng kết công tác năm 2014 và triển khai nhiệm vụ năm 2015`: a year is summed up at its end or in the first months of the next.
  private func yearSummedUp(_ start: Int, _ end: Int, _ moment: Moment) -> Int16? {
    guard moment.month >= 11 || moment.month <= 3,
      let first = (start..<min(start + 12, end)).first(where: { text.year(at: $0) != nil }), let year = text.year(at: first),
      text.isKeyword(first - 1, .year), isOneOfTwo(first)
    else { return nil }
    return moment.month <= 3 ? year + 1 : year
  }

  /// `kết quả thực hiện | nhiệm vụ năm 2018`: the plan of a year that is nearly over; not `hội nghị triển khai | nhiệm vụ năm 2024`.
  private func isCarriedOut(_ event: Int) -> Bool {
    guard let verb = text.match(.predicate, at: event - 2), verb.end == event else { return false }
    return !text.item(.predicate, verb).phrase.equals("triển khai") || text.match(.event, at: event - 4)?.end != event - 2
  }

  private func namesNoYear(_ kind: ListText) -> Bool {
    kind.equals("trial") || kind.equals("career") || kind.equals("body") || kind.equals("monthly") || kind.equals("dated")
      || kind.equals("aim") || kind.equals("proposal") || kind.equals("appeal") || kind.equals("once") || kind.equals("fraud")
  }

  /// `năm học 2018-2019`: from September to May; the pupils of the next year are enrolled before it.
  private func schoolYear(_ end: Int, _ moment: Moment, _ sentence: Range<Int>) -> Int16? {
    guard let year = firstOfTwoYears(end) else { return nil }
    if moment.month >= 9 { return year }
    let isAhead = sentence.contains { text.isEvent($0, "enrolment") }
    if isAhead { return year }
    return moment.month <= 4 ? year + 1 : nil
  }

  /// `2018-2019`, `2018 - 2019`
  private func firstOfTwoYears(_ index: Int) -> Int16? {
    twoYears(index).flatMap { $0.last == $0.first + 1 ? Int16($0.first) : nil }
  }

  private func twoYears(_ index: Int) -> (first: Int, last: Int)? {
    guard text[index].kind == .number, case let first = text.part(index, 0), Moment.isYear(first), first.value >= 1990 else { return nil }
    if text[index].lexeme == 2 { return (Int(first.value), Int(text.part(index, 1).value)) }
    guard text[index].lexeme == 1, text[index + 1].kind == .dash, text[index + 2].kind == .number else { return nil }
    return (Int(first.value), Int(text.part(index + 2, 0).value))
  }

  /// Most sentences name none, and need not be measured.
  private func namesEvent(around index: Int) -> Bool {
    text.next(.events, from: max(1, index - TokenizedText.reachOfSentence)) < min(text.count, index + TokenizedText.reachOfSentence)
  }

  /// The year at the end of the event's name; no other number stands in a plan's: `tổng kết 10 năm thực hiện Chỉ thị năm 2011`.
  private func yearBehind(_ start: Int, _ end: Int, _ kind: ListText) -> Int16? {
    var hasName = !kind.equals("named")
    let longest = kind.equals("proper") ? 3 : 24
    for index in start..<max(start, min(start + longest, end)) {
      switch text[index].kind {
      case .number:
        guard let year = text.year(at: index), year >= 1990, hasName else {
          if kind.equals("plan") || kind.equals("work") { return nil }
          continue
        }
        return isAim(index) || isOneOfTwo(index) ? nil : year
      case .comma, .semicolon, .colon, .openParenthesis: return nil
      default: hasName = hasName || text[index].isCapitalized || text[index].kind.isQuote
      }
    }
    return nil
  }

  /// `quy hoạch đến năm 2030`, `kế hoạch xây cầu trong năm 2020`: the year of what is aimed at.
  private func isAim(_ year: Int) -> Bool {
    let before = text.isKeyword(year - 1, .year) ? year - 2 : year - 1
    return [Keyword.to, .until, .from, .before, .among, .into].contains { text.isKeyword(before, $0) }
  }

  /// `"Kinh tế năm 2018 và triển vọng năm 2019"`: another year right behind.
  private func isOneOfTwo(_ year: Int) -> Bool {
    (year + 1..<year + 6).contains { next in
      text.year(at: next) != nil
    } && text.isKeyword(year + 1, .and)
  }

  /// `vụ gian lận tại kỳ thi THPT quốc gia 2018`, `sau hội nghị`: the event is over. `Quốc hội thảo luận` names none.
  private func isSpokenOf(_ event: Int, _ start: Int) -> Bool {
    text.isKeyword(event - 1, .nation)
      || (max(start, event - 6)..<event).contains {
        // not Bộ Nội vụ, Sở Nội vụ
        text.isKeyword($0, .seasonCrop) && text[$0 - 1].shape != .capital || text.isKeyword($0, .after)
          || text.isEvent($0, "fraud")
      }
  }

  /// `Hội nghị tổng kết công tác năm 2017` is held at that year's end, or in the first weeks of the next.
  private func isSummary(_ event: Int, _ end: Int) -> Bool {
    (event..<end + 3).contains { text.isKeyword($0, .total) && text.isKeyword($0 + 1, .conclude) }
  }
}
