/// A number as it is written, made once and stored as often as it is needed.
///
///     1234  first = "1234\0\0\0\0", count 4
struct Digits: BitwiseCopyable {
  /// The largest number that fits.
  static let most: UInt64 = 9_999_999_999_999_999

  /// Up to eight digits, the first in the lowest byte.
  let first: UInt64
  /// Those behind them.
  let second: UInt64
  let count: Int

  /// - Parameter value: `most` at most.
  @inline(__always)
  init(_ value: UInt64) {
    self = value < 100_000_000 ? Digits(shorter: value) : Digits(longer: value)
  }

  @inline(__always)
  private init(shorter value: UInt64) {
    let digits = Digits.eight(value)
    let leading = min(digits.trailingZeroBitCount & ~7, 56)
    first = (digits | Digits.zeros) &>> UInt64(leading)
    second = 0
    count = 8 &- leading >> 3
  }

  /// Two numbers: with four digits at most, as the places in most articles have, one conversion makes both.
  @inline(__always)
  static func pair(_ a: UInt64, _ b: UInt64) -> (Digits, Digits) {
    guard a < 10_000, b < 10_000 else { return longPair(a, b) }
    let digits = eight(halves: a | b << 32)
    return (Digits(four: digits & 0xFFFF_FFFF), Digits(four: digits >> 32))
  }

  @inline(never)
  private static func longPair(_ a: UInt64, _ b: UInt64) -> (Digits, Digits) { (Digits(a), Digits(b)) }

  @inline(__always)
  private init(four digits: UInt64) {
    let leading = min(digits.trailingZeroBitCount & ~7, 24)
    first = (digits | Digits.zeros & 0xFFFF_FFFF) &>> UInt64(leading)
    second = 0
    count = 4 &- leading >> 3
  }

  private init(longer value: UInt64) {
    let upper = Digits(shorter: value / 100_000_000)
    let lower = Digits.eight(value % 100_000_000) | Digits.zeros
    first = upper.first | lower << UInt64(8 * upper.count)
    second = lower >> UInt64(64 - 8 * upper.count)
    count = upper.count + 8
  }

  /// With zeros in front: `value` must have at most `width` digits, and `width` be 1 to 8.
  @inline(__always)
  init(_ value: UInt64, width: Int) {
    first = (Digits.eight(value) | Digits.zeros) &>> UInt64(64 &- 8 &* width)
    second = 0
    count = width
  }

  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// Eight digits of a number below 100,000,000, each a byte: halves, then pairs, then digits, all at once.
  @inline(__always)
  private static func eight(_ value: UInt64) -> UInt64 {
    let upper = value / 10_000
    return eight(halves: upper | (value &- upper &* 10_000) << 32)
  }

  /// - Parameter halves: two numbers below 10,000 in 32 bits each.
  @inline(__always)
  private static func eight(halves: UInt64) -> UInt64 {
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (pairs &- tens &* 10) << 8
  }
}
