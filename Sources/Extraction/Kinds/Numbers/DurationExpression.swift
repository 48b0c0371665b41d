/// 15 ngày · 2 năm qua · gần hai ngày · 2 năm 6 tháng
///
///     [approximator] NUMBER (năm | tháng | tuần | ngày | giờ | phút | giây) [qua | tới | làm việc]
enum DurationExpression {
  /// Reads the duration at token `start` (its number, or the words before it), appends it, and returns the token after it.
  static func read(_ text: TokenizedText, numeral: Numeral, start: Int, after end: Int, into found: inout Buffer<Found>) -> Int? {
    var cursor = TokenCursor(text, at: end)
    guard cursor.isJoined, numeral.whole == nil, let unit = takeUnit(&cursor) else { return nil }
    if unit == .hour || unit == .minute, isClock(text, start: start, end: cursor.index) { return nil }
    if unit == .year, isAge(text, cursor.index) || cursor.yearNumber(cursor.index) != nil && cursor.isJoined { return nil }
    if numeral.low.mantissa > 20_000 || unit == .year && cursor.isAt(.school) { return nil }
    // "Tổ 3 ngày 12/5 ra quân": a label's number and a date.
    if !numeral.isWords, cursor.token.kind == .number, NumberLabel.precedes(text, start) { return nil }
    if unit == .month, isLunarMonth(text, start, cursor.index) { return nil }
    if unit == .day, cursor.isAt(.night), cursor.isJoined { cursor.index += 1 }
    var duration = FoundDuration(amount: numeral.low, upper: numeral.high, unit: unit)
    if let rest = takeRest(&cursor, below: unit) { duration.rest = rest }
    if cursor.isJoined, cursor.isAt(.past) || cursor.isAt(.after) && !text[cursor.index + 1].isWord {
      cursor.index += 1
    } else if text.isKeyword(cursor.index, .work), text.isKeyword(cursor.index + 1, .workTail) {
      cursor.index += 2
    }
    let first = approximatorStart(text, start)
    found.append(
      Found(
        start: text[first].start, end: text[cursor.index - 1].end, firstToken: Int32(first), endToken: Int32(cursor.index),
        rule: numeral.isWords ? .durationWords : .durationNumber, value: .duration(duration)))
    return cursor.index
  }

  /// `mùng 1 tháng Giêng`, `rằm 15 tháng Chạp`: a day of the moon.
  private static func isLunarMonth(_ text: TokenizedText, _ start: Int, _ end: Int) -> Bool {
    [Keyword.begin, .begin2, .fullMoon].contains { text.isKeyword(start - 1, $0) }
      || text.isKeyword(end, .firstMoon) || text.isKeyword(end, .twelfthMoon)
  }

  private static func takeUnit(_ cursor: inout TokenCursor) -> DurationUnit? {
    guard let unit = unit(cursor) else { return nil }
    cursor.index += unit == .decade || unit == .century ? 2 : 1
    return unit
  }

  private static func unit(_ cursor: TokenCursor) -> DurationUnit? {
    guard cursor.token.isWord else { return nil }
    switch Keyword(lexeme: cursor.token.lexeme) {
    case .year: return .year
    case .month: return .month
    case .day: return .day
    case .week: return .week
    case .hour, .hourSpoken: return .hour
    case .minute: return .minute
    case .second: return .second
    case .quarter: return .quarter
    case .decade: return cursor.stands(.decade, .decadeTail2) || cursor.stands(.decade, .decadeTail) ? .decade : nil
    case .century: return cursor.stands(.century, .decadeTail2) ? .century : nil
    default: return nil
    }
  }

  /// `2 năm 6 tháng`: the smaller part.
  private static func takeRest(_ cursor: inout TokenCursor, below unit: DurationUnit) -> DurationRest? {
    var probe = cursor
    guard probe.isJoined, let number = probe.plainNumber(), number.value < 1000 else { return nil }
    probe.index += 1
    guard probe.isJoined, let smaller = takeUnit(&probe), smaller.rawValue > unit.rawValue else { return nil }
    cursor = probe
    return DurationRest(amount: Int16(number.value), unit: smaller)
  }

  /// `lúc 7 giờ`, `7 giờ sáng`: a time of the day.
  private static func isClock(_ text: TokenizedText, start: Int, end: Int) -> Bool {
    if DayPart.begins(text, end) || text.isKeyword(end, .day) || text.isKeyword(end, .same) { return true }
    // trên 24 giờ: no clock shows more.
    if let phrase = ApproximatorPhrase.before(text, start), phrase.approximation != .about, let hours = Figures.read(text, end - 2),
      hours.low == Quantity(24)
    {
      return false
    }
    // Large hours behind `sau`, `khoảng` are times of the day unless something lasts that long.
    if let hours = Figures.read(text, end - 2), text.isKeyword(end - 1, .hour), hours.low.mantissa > 12, hours.low.mantissa <= 24,
      hours.high == nil,
      !text.isKeyword(end, .past), !text.isKeyword(end, .after), !text.isKeyword(start - 1, .among), text[start - 1].kind != .number
    {
      return true
    }
    if text.isKeyword(start - 1, .hour), text[start - 2].kind == .number { return true }
    // mất tới 7 phút: the minutes of a clock stand behind its hour.
    guard !text.isKeyword(end - 1, .minute) else { return false }
    return [Keyword.at, .into, .from, .to, .until, .before].contains { text.isKeyword(start - 1, $0) }
  }

  private static func isAge(_ text: TokenizedText, _ end: Int) -> Bool { text.isKeyword(end, .age) }

  /// The first token of an approximator that ends right before `start`; `start` when there is none.
  static func approximatorStart(_ text: TokenizedText, _ start: Int) -> Int {
    guard let phrase = ApproximatorPhrase.before(text, start), !phrase.approximation.isLimit else { return start }
    return phrase.first
  }
}

struct DurationRest: BitwiseCopyable {
  var amount: Int16
  var unit: DurationUnit
}

/// `gần`, `hơn`, `khoảng chừng`, `không dưới` before a number.
enum ApproximatorPhrase {
  static func before(_ text: TokenizedText, _ index: Int) -> (first: Int, approximation: Approximation)? {
    guard text.isJoined(index) else { return nil }
    for length in [3, 2, 1] where index - length >= 1 {
      let first = index - length
      guard text.starts(first, .approximator), let match = text.match(.approximator, at: first), match.end == index else { continue }
      let approximation = text.item(.approximator, match).field1
      return approximation.equals("comparison") ? nil : (first, Approximation(approximation))
    }
    return nil
  }
}

extension Approximation {
  /// `dưới 50.000 đồng`, `tối đa 30%`: the number is a limit and exact; its word stands outside the span.
  var isLimit: Bool { self == .under || self == .atMost }

  init(_ text: ListText) {
    if text.equals("about") {
      self = .about
    } else if text.equals("nearly") {
      self = .nearly
    } else if text.equals("over") {
      self = .over
    } else if text.equals("under") {
      self = .under
    } else if text.equals("atLeast") {
      self = .atLeast
    } else if text.equals("atMost") {
      self = .atMost
    } else {
      self = .none
    }
  }
}
