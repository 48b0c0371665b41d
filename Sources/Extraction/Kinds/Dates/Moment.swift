/// A point of the calendar, as exact as the text says: a year, a month, a day, a minute.
struct Moment: BitwiseCopyable, Equatable {
  /// 0 when the text names no year.
  var year: Int16 = 0
  /// 0 when unknown.
  var month: UInt8 = 0
  var day: UInt8 = 0
  /// -1 when unknown.
  var hour: Int8 = -1
  var minute: Int8 = -1
  var second: Int8 = -1
  var period = Period.none

  enum Period: UInt8, BitwiseCopyable {
    case none, quarter1, quarter2, quarter3, quarter4, half1, half2, decade, century
    /// Nothing is known: the `XXXX` of `thời gian qua`.
    case unknown

    /// In the second half of the year.
    var isLate: Bool { self == .quarter3 || self == .quarter4 || self == .half2 }
  }

  init(year: Int = 0, month: Int = 0, day: Int = 0) {
    self.year = Int16(truncatingIfNeeded: year)
    self.month = UInt8(truncatingIfNeeded: month)
    self.day = UInt8(truncatingIfNeeded: day)
  }

  var hasYear: Bool { year != 0 }
  var isDay: Bool { day != 0 }
  var minuteOfDay: Int { Int(hour) * 60 + Int(minute) }

  /// Whether what both know of year, month and day is the same.
  func agrees(with other: Moment) -> Bool {
    (!hasYear || !other.hasYear || year == other.year) && (month == 0 || other.month == 0 || month == other.month)
      && (day == 0 || other.day == 0 || day == other.day)
  }

  /// Whether month and day exist, 29 February judged by the year when it is known.
  var isPossible: Bool {
    guard month <= 12, day <= 31 else { return false }
    guard day > 0 else { return true }
    guard month > 0 else { return true }
    return Int(day) <= CalendarDay.daysInMonth(Int(month), year: hasYear ? Int(year) : 2000)
  }
}

extension Moment {
  /// 1 is Monday, 7 is Sunday; nil unless the moment is a day of the calendar with its year.
  var weekday: Int? {
    guard isDay, month != 0, hasYear, isPossible else { return nil }
    return CalendarDay.weekday(number: CalendarDay.number(year: Int(year), month: Int(month), day: Int(day)))
  }
}

/// A day of the proleptic Gregorian calendar as a number.
enum CalendarDay {
  static func daysInMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days since 1 January 1970 (Hinnant's algorithm).
  static func number(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(number: Int) -> (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday.
  static func weekday(number: Int) -> Int { ((number + 3) % 7 + 7) % 7 + 1 }
}

/// A date expression: a point or an interval.
struct FoundDate: BitwiseCopyable {
  var start: Moment
  /// The end of an interval.
  var end: Moment?
  /// `đến nay`: the interval has no end.
  var isOpen = false
  var basis = DateBasis.text
  /// The other year a yearless date might mean, 0 when there is none.
  var alternativeYear: Int16 = 0
  /// The weekday that the text names, 0 when it names none.
  var weekday: UInt8 = 0
  /// The year of the sexagenary cycle that the text names, -1 when it names none.
  var canChi: Int8 = -1
  /// The text counts by the moon.
  var isLunar = false
  /// A word like `tới` or `dự kiến` lets the date lie ahead.
  var isFuture = false
  /// `năm ngoái`, `cùng năm` behind the date.
  var yearWord = YearWord.none
  /// The month is not stated beside the day but stands with a later day of the list.
  var borrowsMonth = false
}

/// A year told by a word: `năm nay`, `năm ngoái`, `năm tới`, `cùng năm`, `hằng năm`.
enum YearWord: UInt8, BitwiseCopyable {
  case none, this, last, next, same, every

  /// Whether the article may tell the year: the word does not point away from that of the news.
  var leavesYear: Bool { self == .none || self == .this }

  /// How far the year is from that of the news; nil for words that do not count from it.
  var shift: Int16? {
    switch self {
    case .this: 0
    case .last: -1
    case .next: 1
    case .none, .same, .every: nil
    }
  }
}

/// Where the missing parts of a date came from.
enum DateBasis: UInt8, BitwiseCopyable {
  case text, published, context, unresolved
}
