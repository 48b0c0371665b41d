/// The readings of one number token as a date: `27/9`, `27-9-2024`, `9/2024`, `19-21/8`, `1969-2019`.
enum NumericDate {
  case day(Moment)
  case month(Moment)
  case interval(Moment, Moment)
  case years(Moment, Moment)

  private static let slash = UInt8(ascii: "/")
  private static let dash = UInt8(ascii: "-")
  private static let dot = UInt8(ascii: ".")

  /// Reads token `index`; nil when its parts have no date's shape. Days and months may still be impossible.
  @inline(__always)
  init?(_ text: TokenizedText, _ index: Int) {
    // Most tokens have no two parts, and are told from a date at a glance.
    guard text[index].kind == .number, text[index].lexeme > 1 else { return nil }
    self.init(parts: text, index)
  }

  private init?(parts text: TokenizedText, _ index: Int) {
    let token = text[index]
    let part = { text.part(index, $0) }
    switch token.lexeme {
    case 2: self.init(two: part(0), part(1))
    case 3: self.init(three: part(0), part(1), part(2))
    case 4: self.init(four: part(0), part(1), part(2), part(3))
    case 5:
      guard part(2).separator == NumericDate.dash, part(4).digits == 4,
        let first = Moment(day: part(0), month: part(1)),
        let last = Moment(day: part(2), month: part(3), year: part(4), separator: part(4).separator)
      else { return nil }
      // 3/10–1/11/2016: the year is said once.
      let year = Int(last.year) - (first.month > last.month ? 1 : 0)
      self = .interval(Moment(year: year, month: Int(first.month), day: Int(first.day)), last)
    case 6:
      guard part(3).separator == NumericDate.dash, part(2).separator != NumericDate.dash || part(1).separator == NumericDate.dash,
        let first = Moment(day: part(0), month: part(1), year: part(2), separator: part(1).separator),
        let last = Moment(day: part(3), month: part(4), year: part(5), separator: part(4).separator)
      else { return nil }
      self = .interval(first, last)
    default: return nil
    }
  }

  private init?(two a: NumberPart, _ b: NumberPart) {
    if let years = Moment.years(a, b) {
      self = .years(years.0, years.1)
    } else if let month = Moment(month: a, year: b) {
      self = .month(month)
    } else if let day = Moment(day: a, month: b) {
      self = .day(day)
    } else {
      return nil
    }
  }

  private init?(three a: NumberPart, _ b: NumberPart, _ c: NumberPart) {
    if a.digits == 4, b.separator == c.separator, Moment.isYear(a), b.digits <= 2, c.digits <= 2 {
      self = .day(Moment(year: Int(a.value), month: Int(b.value), day: Int(c.value)))
    } else if b.separator == c.separator, let day = Moment(day: a, month: b, year: c, separator: b.separator) {
      self = .day(day)
    } else if b.separator == NumericDate.dash, c.separator != NumericDate.dash, a.digits <= 2, a.value >= 1, a.value <= 31,
      let last = Moment(day: b, month: c, separator: c.separator)
    {
      // 19-21/8: the first day borrows the month.
      self = .interval(Moment(month: Int(last.month), day: Int(a.value)), last)
    } else {
      return nil
    }
  }

  private init?(four a: NumberPart, _ b: NumberPart, _ c: NumberPart, _ d: NumberPart) {
    if b.separator == NumericDate.dash, c.separator == d.separator, a.digits <= 2, d.digits == 4 || c.separator != NumericDate.dash,
      let last = Moment(day: b, month: c, year: d, separator: c.separator), a.value >= 1, a.value <= 31
    {
      self = .interval(Moment(year: Int(last.year), month: Int(last.month), day: Int(a.value)), last)
    } else if c.separator == NumericDate.dash, b.separator == d.separator {
      if let first = Moment(month: a, year: b), let last = Moment(month: c, year: d, separator: d.separator) {
        self = .interval(first, last)
      } else if let first = Moment(day: a, month: b), let last = Moment(day: c, month: d, separator: d.separator) {
        self = .interval(first, last)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }
}

extension Moment {
  static func isYear(_ part: NumberPart) -> Bool { part.digits == 4 && part.value >= 1000 && part.value <= 2200 }

  private static func isDateSeparator(_ separator: UInt8) -> Bool {
    separator == UInt8(ascii: "/") || separator == UInt8(ascii: "-") || separator == UInt8(ascii: ".")
  }

  /// A day and a month; the day may run to 39 and the month to 19, so that an impossible date is read and flagged.
  init?(day: NumberPart, month: NumberPart, separator: UInt8? = nil) {
    guard Moment.isDateSeparator(separator ?? month.separator), day.digits <= 2, month.digits <= 2, day.value >= 1,
      day.value <= 39, month.value >= 1, month.value <= 19
    else { return nil }
    self.init(month: Int(month.value), day: Int(day.value))
  }

  init?(day: NumberPart, month: NumberPart, year: NumberPart, separator: UInt8) {
    guard year.digits == 4 || year.digits == 2, let both = Moment(day: day, month: month, separator: separator) else {
      return nil
    }
    if year.digits == 4 { guard Moment.isYear(year) else { return nil } }
    self = both
    self.year = Int16(year.digits == 4 ? Int(year.value) : year.value > 50 ? 1900 + Int(year.value) : 2000 + Int(year.value))
  }

  init?(month: NumberPart, year: NumberPart, separator: UInt8? = nil) {
    guard Moment.isDateSeparator(separator ?? year.separator), Moment.isYear(year), year.value >= 1800, month.digits <= 2,
      month.value >= 1, month.value <= 12
    else { return nil }
    self.init(year: Int(year.value), month: Int(month.value))
  }

  /// `2020-2025`; also `2016-17` is left to the context, as it is no sure year.
  static func years(_ a: NumberPart, _ b: NumberPart) -> (Moment, Moment)? {
    guard b.separator == UInt8(ascii: "-") || b.separator == UInt8(ascii: "/"), isYear(a), isYear(b) else {
      return nil
    }
    return (Moment(year: Int(a.value)), Moment(year: Int(b.value)))
  }
}

extension TokenizedText {
  /// `mùng`, `mồng`: one of the first ten days of a month follows.
  func isBeginning(_ index: Int) -> Bool { isKeyword(index, .begin) || isKeyword(index, .begin2) }

  /// The year of four digits that is the whole token; nil for any other.
  func year(at index: Int) -> Int16? {
    guard let number = plainNumber(at: index), Moment.isYear(number) else { return nil }
    return Int16(number.value)
  }

  /// The number that is the whole token; nil for any other.
  func plainNumber(at index: Int) -> NumberPart? {
    self[index].kind == .number && self[index].lexeme == 1 ? part(index, 0) : nil
  }
}
