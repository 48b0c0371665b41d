/// Dates and durations as EDTF and ISO 8601.
extension ByteWriter {
  /// `2024-09-27`, `2024-09`, `XXXX-09-27`, `2024-Q3`, `199X`, `2019-04-24T15:51`
  mutating func put(_ moment: Moment) {
    switch moment.period {
    case .unknown: return put("XXXX")
    case .century:
      put(Int(moment.year) / 100, width: 2)
      return put("XX")
    case .decade:
      put(Int(moment.year) / 10, width: 3)
      return put("X")
    default: break
    }
    if moment.period == .none, moment.hasYear, moment.month != 0, moment.day != 0, moment.hour < 0 {
      return put(year: Int(moment.year), month: Int(moment.month), day: Int(moment.day))
    }
    if moment.hasYear { put(Int(moment.year), width: 4) } else { put("XXXX") }
    switch moment.period {
    case .quarter1, .quarter2, .quarter3, .quarter4:
      put("-Q")
      return put(Int(moment.period.rawValue))
    case .half1: return put("-H1")
    case .half2: return put("-H2")
    default: break
    }
    guard moment.month != 0 else { return }
    put("-")
    put(Int(moment.month), width: 2)
    guard moment.day != 0 else { return }
    put("-")
    put(Int(moment.day), width: 2)
    guard moment.hour >= 0 else { return }
    put("T")
    put(Int(moment.hour), width: 2)
    put(":")
    put(Int(max(moment.minute, 0)), width: 2)
    guard moment.second >= 0 else { return }
    put(":")
    put(Int(moment.second), width: 2)
  }

  mutating func putValue(_ date: FoundDate) {
    put(date.start)
    if let end = date.end {
      put("/")
      put(end)
    } else if date.isOpen {
      put("/..")
    }
  }

  /// The first day that the moment covers as `"YYYY-MM-DD"`, or `null`.
  mutating func putFirstDay(_ moment: Moment) { putDay(moment.firstDay) }

  /// The last day that the moment covers.
  mutating func putLastDay(_ moment: Moment) { putDay(moment.lastDay) }

  private mutating func putDay(_ day: (year: Int, month: Int, day: Int)?) {
    guard let day else { return put("null") }
    put("\"")
    put(year: day.year, month: day.month, day: day.day)
    put("\"")
  }

  /// `2024-09-27`: eight digits made at once, and two dashes.
  private mutating func put(year: Int, month: Int, day: Int) {
    guard (0..<10_000).contains(year), (0..<100).contains(month), (0..<100).contains(day) else {
      put(year, width: 4)
      put("-")
      put(month, width: 2)
      put("-")
      return put(day, width: 2)
    }
    let digits = Digits(UInt64(year &* 10_000 &+ month &* 100 &+ day), width: 8)
    put(atMost: 16) { $0.put(day: digits) }
  }

  /// `P15D`, `PT48H`, `P2Y6M`; a range is written `P5D..P7D`.
  mutating func putValue(_ duration: FoundDuration) {
    put(duration.length)
    if let upper = duration.upper {
      put("..")
      put(upper)
    }
  }

  private mutating func put(_ length: DurationLength) {
    let unit = length.unit
    put(byte: UInt8(ascii: "P"))
    let isTime = unit.isTime
    if isTime { put(byte: UInt8(ascii: "T")) }
    put(length.amount, times: unit == .quarter ? 3 : unit == .decade ? 10 : unit == .century ? 100 : 1)
    put(byte: unit.letter)
    guard let rest = length.rest else { return }
    put(rest, behindTime: isTime)
    if let last = length.last { put(last, behindTime: isTime || rest.unit.isTime) }
  }

  private mutating func put(_ rest: DurationRest, behindTime: Bool) {
    if rest.unit.isTime, !behindTime { put(byte: UInt8(ascii: "T")) }
    put(Int(rest.amount))
    put(byte: rest.unit.letter)
  }

  private mutating func put(_ amount: Quantity, times factor: Int64) {
    let (product, overflow) = amount.mantissa.multipliedReportingOverflow(by: factor)
    put(overflow ? amount : Quantity(product, exponent: amount.exponent))
  }

  /// A JSON number, exact.
  mutating func put(_ quantity: Quantity) {
    guard quantity.exponent < 0 else { return put(Int(quantity.mantissa)) }
    var power = 1
    for _ in 0..<(-Int(quantity.exponent)) { power *= 10 }
    if quantity.mantissa < 0 { put("-") }
    let digits = abs(Int(quantity.mantissa))
    put(digits / power)
    put(".")
    put(digits % power, width: -Int(quantity.exponent))
  }
}

extension DurationUnit {
  /// Written behind the `T`.
  fileprivate var isTime: Bool { self == .hour || self == .minute || self == .second }

  fileprivate var letter: UInt8 {
    switch self {
    case .year, .decade, .century: UInt8(ascii: "Y")
    case .quarter, .month: UInt8(ascii: "M")
    case .week: UInt8(ascii: "W")
    case .day: UInt8(ascii: "D")
    case .hour: UInt8(ascii: "H")
    case .minute: UInt8(ascii: "M")
    case .second: UInt8(ascii: "S")
    }
  }
}

extension Moment {
  /// Nil when the year is unknown or the day impossible.
  var firstDay: (year: Int, month: Int, day: Int)? {
    guard hasYear, isPossible, period != .unknown else { return nil }
    let year = Int(year)
    switch period {
    case .quarter1, .quarter2, .quarter3, .quarter4: return (year, Int(period.rawValue) * 3 - 2, 1)
    case .half2: return (year, 7, 1)
    case .century: return (year + 1, 1, 1)
    case .half1, .decade: return (year, 1, 1)
    default: return (year, month == 0 ? 1 : Int(month), day == 0 ? 1 : Int(day))
    }
  }

  var lastDay: (year: Int, month: Int, day: Int)? {
    guard hasYear, isPossible, period != .unknown else { return nil }
    let year = Int(year)
    switch period {
    case .quarter1, .quarter2, .quarter3, .quarter4:
      let month = Int(period.rawValue) * 3
      return (year, month, CalendarDay.daysInMonth(month, year: year))
    case .half1: return (year, 6, 30)
    case .half2: return (year, 12, 31)
    case .decade: return (year + 9, 12, 31)
    case .century: return (year + 100, 12, 31)
    default:
      let month = month == 0 ? 12 : Int(self.month)
      return (year, month, day == 0 ? CalendarDay.daysInMonth(month, year: year) : Int(day))
    }
  }

  var precision: StaticString {
    switch period {
    case .quarter1, .quarter2, .quarter3, .quarter4: return "quarter"
    case .half1, .half2: return "half"
    case .decade: return "decade"
    case .century: return "century"
    case .unknown: return "unknown"
    case .none: break
    }
    if second >= 0 { return "second" }
    if hour >= 0 { return "minute" }
    if day != 0 { return "day" }
    return month != 0 ? "month" : "year"
  }
}
