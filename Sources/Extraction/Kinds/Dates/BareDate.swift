/// Whether figures without a word of time are a date: the words on both sides decide.
struct BareDate {
  let text: TokenizedText
  let start: Int
  let end: Int

  init(_ text: TokenizedText, _ start: Int, end: Int) {
    self.text = text
    self.start = start
    self.end = end
  }

  func isDate(_ point: DatePoint) -> Bool {
    let moment = point.date.start
    if isLabelled || isRoundTheClock { return false }
    if moment.isDay, moment.isPossible, point.date.end == nil, isDateline { return true }
    // "sáng nay, 31.3, "
    if moment.isDay, point.date.end == nil, moment.isPossible, text[start - 1].kind == .comma,
      text.isKeyword(start - 2, .now) || text.isKeyword(start - 2, .past), BareDate.isDayBefore(text, start - 2), endsPhrase
    {
      return true
    }
    if point.date.end != nil {
      // 19-21/8, (1969-2019), 19/8/1945-19/8/2020, (31/10-9/11)
      return moment.hasYear
        ? !isFollowedByUnit
        : separator == UInt8(ascii: "/") && (followsTimeWord || (isInParentheses || isOfTwoInParentheses) && moment.isPossible)
    }
    if moment.isDay {
      if moment.hasYear || isHoliday(moment) || moment.isPossible && text.isJoined(start) && BareDate.isYesterday(text, start - 1) {
        return true
      }
      guard !isFollowedByUnit else { return false }
      switch separator {
      case UInt8(ascii: "/"):
        return followsTimeWord && !isShareOfNoun || followsDate || isInParentheses || isInNamedNight || isOfNamedDay
          // thời hạn cuối cùng là 9/8
          || text.isKeyword(start - 1, .isVerb) && moment.isPossible && !looksLikeShare && endsPhrase
          || followsEvent || followsSpan || isBesideDay || moment.day > 12 && text.part(start, 1).digits <= 2 && !looksLikeShare
      case UInt8(ascii: "-"), UInt8(ascii: "."):
        // Quyết định số 23/QĐ-CSMT (19-9)
        if isInParentheses, moment.isPossible, text[start - 2].kind == .symbol { return true }
        // Ngày hôm sau (29-5)
        if isInParentheses, moment.isPossible, [Keyword.after, .before, .now].contains(where: { text.isKeyword(start - 2, $0) }) {
          return true
        }
        return followsDate && (text[start - 1].kind != .comma || moment.isPossible && endsPhrase) || isInNamedNight || isOfNamedDay
          || moment.isPossible && (separator == UInt8(ascii: "-") ? (followsTimeWord || followsEvent) && endsPhrase : isDotted)
      default: return false
      }
    }
    if moment.month != 0 { return !isFollowedByUnit && moment.year >= 1945 }
    return isYear(moment)
  }

  /// `Quốc khánh 2-9`, `Ngày Phụ nữ Việt Nam (20/10)`: the day of the holiday before it.
  private func isHoliday(_ moment: Moment) -> Bool {
    let after = text[start - 1].kind == .openParenthesis ? start - 1 : start
    for first in max(1, after - 12)..<after {
      guard let holiday = text.match(.holiday, at: first, limit: after), holiday.end == after else { continue }
      let day = text.item(.holiday, holiday).field1
      return day.count == 5 && ListNumber.parse(day) == Int(moment.month)
        && ListNumber.parse(ListText(start: day.start + 3, count: 2)) == Int(moment.day)
    }
    return false
  }

  /// `đêm mưa 7/9`, `buổi sáng khai giảng 5/9`: not `chiều dài 6-20 m`.
  private var isInNamedNight: Bool { BareDate.startOfNamedNight(text, start) != nil && endsPhrase && text.part(start, 0).value <= 31 }

  /// `khởi công 2/9`, `lễ giao, nhận quân 5/3`: what happens on a day stands right before it.
  private var followsEvent: Bool {
    text.isJoined(start) && endsPhrase && text.part(start, 0).value <= 31
      && (text.endsEvent(start, "dated") || text.endsEvent(start, "exam"))
  }

  /// `vận hành từ 1.7,`: behind a word that leads to a day and before a mark; not `dâng từ 3.7 lên 9.1 m`, `lô 1.1 đến 1.10,`.
  private var isDotted: Bool {
    guard text.isJoined(start), text[start - 2].kind != .number,
      [Keyword.from, .to, .until, .before, .after].contains(where: { text.isKeyword(start - 1, $0) })
    else { return false }
    if text[end].gap >= .line { return true }
    switch text[end].kind {
    case .comma, .period, .semicolon, .closeParenthesis: return true
    default: return false
    }
  }

  /// `Một tuần sau, 6/11, …`
  private var followsSpan: Bool {
    text[start - 1].kind == .comma && text.isKeyword(start - 2, .after) && endsPhrase
      && [Keyword.day, .week, .month, .dayOf].contains { text.isKeyword(start - 3, $0) }
  }

  /// `hai đợt là 1/9 và 15/12`, `hai đêm 5/9 và 6/9 năm 2007`: the other figures can be nothing but a day.
  private var isBesideDay: Bool {
    guard text.isKeyword(end, .and), text.isJoined(end), text.isJoined(end + 1), case .day(let other)? = NumericDate(text, end + 1) else {
      return false
    }
    let isOfYear = other.hasYear || text.isKeyword(end + 2, .year) && text.year(at: end + 3) != nil
    return (isOfYear || other.day > 12) && other.isPossible && !BareDate(text, end + 1, end: end + 2).isFollowedByUnit
  }

  /// The part of a day that one or two words in small letters stand between and the figures at `index`.
  static func startOfNamedNight(_ text: TokenizedText, _ index: Int) -> Int? {
    head(of: index, text) { DayPart.begins(text, $0) && !isDimension(text, $0) }
  }

  /// `ngày bầu cử 8/11`, `ngày giao dịch 12-3`: not `mỗi ngày uống 1/2`.
  private var isOfNamedDay: Bool {
    let day = BareDate.head(of: start, text) { text.isKeyword($0, .day) && !BareDate.isCounted(text, $0) }
    return day != nil && endsPhrase && text.part(start, 0).value <= 31
  }

  private static func head(of index: Int, _ text: TokenizedText, _ isHead: (Int) -> Bool) -> Int? {
    for words in [1, 2] {
      let part = index - words - 1
      guard part > 0, (part + 1...index).allSatisfy({ text.isJoined($0) }),
        (part + 1..<index).allSatisfy({ isPlainWord(text, $0) })
      else { return nil }
      if text[part].shape == .lower, isHead(part) { return part }
    }
    return nil
  }

  /// `mỗi ngày`, `hai ngày`
  private static func isCounted(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.each, .every, .many, .everyYear, .everyYear2].contains { text.isKeyword(index - 1, $0) } || text[index - 1].kind == .number
      || text.isListed(index - 1, .numberWord)
  }

  private static func isPlainWord(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].kind == .word && text[index].shape == .lower && !text.isSmallWord(index, "function") && !text.isListed(index, .numberWord)
      && !DayPart.begins(text, index)
  }

  /// `chiều dài`, `chiều rộng`, `chiều cao`
  private static func isDimension(_ text: TokenizedText, _ part: Int) -> Bool {
    text.isKeyword(part, .afternoon) && text.match(.unit, at: part).map { $0.end > part + 1 } == true
  }

  /// `24/7`, `24/24`
  private var isRoundTheClock: Bool {
    text[start].lexeme == 2 && text.part(start, 0).value == 24 && [7, 24].contains(text.part(start, 1).value) && !followsTimeWord
  }

  /// What follows is no noun that could be counted: a mark, the end, a word that begins a new part of the sentence.
  var endsPhrase: Bool {
    let next = text[end]
    if next.gap >= .line { return true }
    switch next.kind {
    case .comma, .period, .semicolon, .closeParenthesis, .closeQuote, .colon, .question, .exclamation, .ellipsis: return true
    case .word: return text.isListed(end, .stopWord) || BareDate.isPerson(text, end)
    default: return false
    }
  }

  private var separator: UInt8 {
    let token = text[start]
    guard token.kind == .number, token.lexeme >= 2 else { return 0 }
    return text.part(start, Int(token.lexeme) - 1).separator
  }

  /// `từ 27/9`, `đến 1/7`, `vào 12/5`, `trước 30/6`, `chậm nhất 31-7`
  var followsTimeWord: Bool {
    text.isJoined(start) && BareDate.isTimeWord(text, start - 1)
  }

  static func isTimeWord(_ text: TokenizedText, _ index: Int) -> Bool {
    for word in timeWords where text.isKeyword(index, word) { return true }
    return isYesterday(text, index)
      || text.isKeyword(index, .most) && (text.isKeyword(index - 1, .slow) || text.isKeyword(index - 1, .lateWord))
  }

  /// `hôm qua`, `sáng qua`, `đêm qua`
  private static func isYesterday(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .past) && isDayBefore(text, index)
  }

  /// `hôm`, `sáng`, `đêm` before the token.
  private static func isDayBefore(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index - 1, .dayOf) || DayPart.begins(text, index - 1)
  }

  private static let timeWords: [Keyword] = [
    .from, .to, .until, .into, .before, .after, .end, .dayOf, .holidayHead, .holidayHead2, .at, .now, .day,
  ]

  /// `30/4 và 1/5`, `năm 2008 và 2018`: joined to a date by a comma or `và`.
  var followsDate: Bool {
    guard text[start - 1].kind == .comma || text.isKeyword(start - 1, .and) || text[start - 1].kind == .dash else { return false }
    return BareDate.endsDate(text, start - 2)
  }

  /// Whether the number at `index` was itself written as a date.
  private static func endsDate(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].kind == .number else { return false }
    if text[index].lexeme >= 2 {
      if case .day? = NumericDate(text, index) { return hasTimeWord(text, index) }
      return false
    }
    return Moment.isYear(text.part(index, 0)) && hasTimeWord(text, index)
  }

  /// A word of time within the list that ends at `index`.
  private static func hasTimeWord(_ text: TokenizedText, _ index: Int) -> Bool {
    var at = index - 1
    var steps = 0
    while steps < 8 {
      let token = text[at]
      if token.isKeyword(.day) || token.isKeyword(.year) || token.isKeyword(.dayOf) || DayPart.begins(text, at) { return true }
      if isTimeWord(text, at) { return true }
      guard token.kind == .number || token.kind == .comma || token.isKeyword(.and) else { return false }
      at -= 1
      steps += 1
    }
    return false
  }

  var isInParentheses: Bool {
    text[start - 1].kind == .openParenthesis && (text[end].kind == .closeParenthesis || text[end].kind == .comma)
  }

  /// `(24-28/6 và 29/7-18/8)`: one of two.
  private var isOfTwoInParentheses: Bool {
    if text[start - 1].kind == .openParenthesis {
      return text.isKeyword(end, .and) && NumericDate(text, end + 1) != nil && text[end + 2].kind == .closeParenthesis
    }
    return text[end].kind == .closeParenthesis && text.isKeyword(start - 1, .and) && NumericDate(text, start - 2) != nil
      && text[start - 3].kind == .openParenthesis
  }

  /// `2/3`, `1/4`: likelier a share than a day.
  private var looksLikeShare: Bool { text.part(start, 0).value < text.part(start, 1).value }

  /// `đến 2/3 chiều cao`: a share of what follows.
  private var isShareOfNoun: Bool {
    looksLikeShare && text.isJoined(end) && !BareDate.isPerson(text, end) && text[end].kind == .word && text[end].shape == .lower
      && !text.isListed(end, .stopWord)
      && !isBeginning
  }

  /// `đường 30/4`, `tổ 3/5`, `số 12/7`, `Trường 19/5`: the word before makes the figures a label.
  private var isLabelled: Bool {
    guard text.isJoined(start) else { return false }
    let before = text[start - 1]
    if before.kind == .dash && before.gap == .none && text[start].gap == .none { return true }
    if before.kind == .slash || before.kind == .code { return true }
    if text[start].gap == .none, before.kind == .period || before.kind == .word && before.shape != .lower { return true }
    for length in [1, 2, 3] where start - length > 0 {
      if let thing = text.match(.placeHead, at: start - length), thing.end == start, text.item(.placeHead, thing).field1.equals("named") {
        return true
      }
    }
    // Thường trú: 27/4 Lê Văn Sỹ
    if before.kind == .colon, text.isKeyword(start - 2, .reside) || text.isKeyword(start - 2, .stay), text[end].isCapitalized {
      return true
    }
    // tỷ lệ 1/2000
    return text.isKeyword(start - 1, .ratioTail) || NumberLabel.precedes(text, start)
  }

  /// `từ 1/7 | Công an cấp huyện không còn`, `từ 1/7 | tỉnh Tây Ninh có 96 xã`; not `từ 1/3 xã lên 2/3 xã`.
  private var isBeginning: Bool {
    guard text.isKeyword(start - 1, .from), case .day(let day)? = NumericDate(text, start), day.isPossible, !day.hasYear else {
      return false
    }
    return !(end..<end + 6).contains { index in
      text[index].kind == .number
        && [Keyword.to, .setUp, .until].contains { text.isKeyword(index - 1, $0) }
    }
  }

  /// `Lyon, 8/1 - Tổ chức …`: where and when a report was filed, at the head of a line.
  private var isDateline: Bool {
    guard text[start - 1].kind == .comma, text[end].kind == .dash, text[end].gap == .space, text[end + 1].gap == .space,
      let first = (max(start - 5, 1)..<start - 1).first(where: { text.beginsLine($0) })
    else { return false }
    return text.longestPlace(at: first)?.end == start - 1 || text.match(.province, at: first)?.end == start - 1
  }

  /// `đến 5/6 | anh Hùng`
  private static func isPerson(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.honorific, at: index).map { text.trigger($0) == .social && text[$0.end].shape == .capital } ?? false
  }

  /// `86/86 xã`, `2016 người`: what follows is counted by the figures.
  var isFollowedByUnit: Bool {
    guard text.isJoined(end) else { return false }
    let next = text[end]
    if next.kind == .percent { return true }
    guard next.kind.isWordLike, !text.isListed(end, .stopWord) else { return false }
    if text.isKeyword(end, .number) || text.isKeyword(end, .total) { return true }
    // nhiệm kỳ 2015-2020 và 2020-2025 đối với ông A
    if text.isKeyword(end, .toward) { return false }
    guard let match = text.match(.unit, at: end), !isBeginning, !BareDate.isPerson(text, end) else { return false }
    // "ngày 27/9 tại xã", but also "30/4 người dân": a long date is none the less a date.
    return text.unitKind(match) != .document || text[start].lexeme < 3
  }
}
