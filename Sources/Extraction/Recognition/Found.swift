/// A stretch of the text in bytes, end exclusive.
struct ByteSpan: BitwiseCopyable, Equatable {
  var start: UInt32
  var end: UInt32

  static let none = ByteSpan(start: 0, end: 0)
  var isEmpty: Bool { start == end }
  var count: Int { Int(end - start) }
}

/// A mention as the recognisers keep it: offsets and small values, no strings.
struct Found: BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  /// The tokens of the mention.
  var firstToken: Int32
  var endToken: Int32
  var rule: Rule
  var value: FoundValue
}

enum FoundValue: BitwiseCopyable {
  case date(FoundDate)
  case rank(item: UInt16)
  case name(FoundName)
  case count(FoundCount)
  case decree(FoundDecree)
  case duration(FoundDuration)
  case position(FoundPosition)

  var kind: MentionKind {
    switch self {
    case .date: .date
    case .rank: .rank
    case .name: .name
    case .count: .count
    case .decree: .decree
    case .duration: .duration
    case .position: .position
    }
  }
}

/// The kinds of mention, in the order of their names in the record.
public enum MentionKind: String, CaseIterable, Codable, Sendable {
  case date, rank, name, count, decree, duration, position
}

struct FoundName: BitwiseCopyable {
  /// The person, an index into the article's people; -1 before resolution.
  var person: Int32 = -1
  /// The rank stated at the mention: an item of the rank list, or -1.
  var rank: Int32 = -1
  /// The posts stated at the mention: indices into the article's list of stated posts.
  var firstPost: Int32 = 0
  var postCount: Int32 = 0
  var isFull = false
  /// Written in capitals throughout.
  var isUpper = false
}

struct FoundPosition: BitwiseCopyable {
  var title: ByteSpan
  var organization: ByteSpan
  var person: Int32 = -1
}

struct FoundDecree: BitwiseCopyable {
  /// An item of the decree-type list, or -1 for a bare symbol.
  var type: Int32
  /// The number or symbol, `none` for a law cited by name.
  var number: ByteSpan
  var ordinal: Int32 = -1
  var form: DecreeForm
  /// The mention of its date, an index into the article's mentions, or -1.
  var date: Int32 = -1
  var issuer: ByteSpan = .none
  var decree: Int32 = -1
}

enum DecreeForm: UInt8, BitwiseCopyable {
  case full, short, named, alias, title
}

struct FoundDuration: BitwiseCopyable {
  var length: DurationLength
  /// The longer end of a range.
  var upper: DurationLength?
}

/// One length of time: `15 ngày`, `2 năm 6 tháng`, `2 giờ 15 phút 40 giây`.
struct DurationLength: BitwiseCopyable {
  var amount: Quantity
  var unit: DurationUnit
  /// The smaller part of `2 năm 6 tháng`.
  var rest: DurationRest?
  /// The smallest part of `2 giờ 15 phút 40 giây`.
  var last: DurationRest?

  /// About how many seconds, to compare two lengths.
  var seconds: Double { amount.doubleValue * unit.seconds + (rest?.seconds ?? 0) + (last?.seconds ?? 0) }
}

struct DurationRest: BitwiseCopyable {
  var amount: Int16
  var unit: DurationUnit

  var seconds: Double { Double(amount) * unit.seconds }
}

enum DurationUnit: UInt8, BitwiseCopyable {
  case year, quarter, month, week, day, hour, minute, second, decade, century

  /// How many seconds one lasts, months and years in the mean.
  var seconds: Double {
    switch self {
    case .century: 3_155_760_000
    case .decade: 315_576_000
    case .year: 31_557_600
    case .quarter: 7_889_400
    case .month: 2_629_800
    case .week: 604_800
    case .day: 86_400
    case .hour: 3600
    case .minute: 60
    case .second: 1
    }
  }
}

struct FoundCount: BitwiseCopyable {
  var number: Quantity
  var upper: Quantity?
  var whole: Quantity?
  var unit: ByteSpan
  /// The unit's line in the unit list, or -1.
  var unitItem: Int32
  var approximation: Approximation
}

enum Approximation: UInt8, BitwiseCopyable {
  case none, about, nearly, over, under, atLeast, atMost
}

/// A decimal number: `mantissa` × 10^`exponent`, exact.
struct Quantity: BitwiseCopyable, Equatable {
  var mantissa: Int64
  var exponent: Int8

  init(_ mantissa: Int64, exponent: Int8 = 0) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Nil when the product does not fit.
  func multiplied(byPowerOfTen power: Int) -> Quantity? {
    var result = self
    var rest = power
    while rest > 0, result.exponent < 0 {
      result.exponent += 1
      rest -= 1
    }
    while rest > 0 {
      let (value, overflow) = result.mantissa.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result.mantissa = value
      rest -= 1
    }
    return result
  }

  func adding(_ other: Quantity) -> Quantity? {
    guard exponent == other.exponent || (exponent == 0 && other.exponent == 0) else { return nil }
    let (sum, overflow) = mantissa.addingReportingOverflow(other.mantissa)
    return overflow ? nil : Quantity(sum, exponent: exponent)
  }

  var doubleValue: Double {
    var value = Double(mantissa)
    var rest = exponent
    while rest < 0 {
      value /= 10
      rest += 1
    }
    return value
  }
}
