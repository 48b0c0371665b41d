#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Vietnamese lunisolar calendar at UTC+7.
///
/// New moons and the sun's longitude after J. Meeus, Astronomical Algorithms, in the short form published by Hồ Ngọc Đức
/// for the Vietnamese calendar; right to the day from 1900 to 2100. Days are Julian day numbers.
enum LunarCalendar {
  private static let timeZone = 7.0
  private static let unixEpoch = 2_440_588

  /// The solar day of a lunar one; nil when the lunar year has no such day.
  static func solarDay(year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
    guard (1...12).contains(month), (1...30).contains(day) else { return nil }
    let first = month < 11 ? year - 1 : year
    let (start11, leap) = begin(first)
    let k = Int((0.5 + (Double(start11) - 2_415_021.076998695) / 29.530588853).rounded(.down))
    var offset = month - 11
    if offset < 0 { offset += 12 }
    if offset >= leap { offset += 1 }
    let start = newMoonDay(k + offset)
    guard day <= newMoonDay(k + offset + 1) - start else { return nil }
    return CalendarDay.date(number: start + day - 1 - unixEpoch)
  }

  /// The first day of the lunar year.
  static func newYear(_ year: Int) -> (year: Int, month: Int, day: Int)? { solarDay(year: year, month: 1, day: 1) }

  /// Where the eleventh month of a year begins, and which month behind it is the leap one; none of the twelve in most years.
  private typealias Beginning = (month11: Int, leap: Int)

  /// Of the years that news speak of, worked out once: a year takes some hundred sines.
  private static let known = 1990...2040
  private static let beginnings = known.map(findBeginning)

  private static func begin(_ year: Int) -> Beginning {
    known.contains(year) ? beginnings[year - known.lowerBound] : findBeginning(year)
  }

  private static func findBeginning(_ year: Int) -> Beginning {
    let start = monthEleven(year)
    return (start, monthEleven(year + 1) - start > 365 ? leapOffset(start) : 13)
  }

  private static func newMoon(_ k: Int) -> Double {
    let number = Double(k)
    let t = number / 1236.85
    let (t2, t3) = (t * t, t * t * t)
    let degree = Double.pi / 180
    var mean = 2_415_020.75933 + 29.53058868 * number + 0.0001178 * t2 - 0.000000155 * t3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t2) * degree)
    let sun = (359.2242 + 29.10535608 * number - 0.0000333 * t2 - 0.00000347 * t3) * degree
    let moon = (306.0253 + 385.81691806 * number + 0.0107306 * t2 + 0.00001236 * t3) * degree
    let node = (21.2964 + 390.67050646 * number - 0.0016528 * t2 - 0.00000239 * t3) * degree
    var correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    correction += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    correction += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    correction += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    correction += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    let drift =
      t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
      : -0.000278 + 0.000265 * t + 0.000262 * t2
    return mean + correction - drift
  }

  /// Those of the known years, counted from 1900.
  private static let knownMoons = 1110...1760
  private static let moonDays = knownMoons.map(findNewMoonDay)

  private static func newMoonDay(_ k: Int) -> Int {
    knownMoons.contains(k) ? moonDays[k - knownMoons.lowerBound] : findNewMoonDay(k)
  }

  private static func findNewMoonDay(_ k: Int) -> Int { Int((newMoon(k) + 0.5 + timeZone / 24).rounded(.down)) }

  /// Which twelfth of the ecliptic the sun is in at the day's beginning.
  private static func sunTwelfth(_ day: Int) -> Int {
    let t = (Double(day) - 0.5 - timeZone / 24 - 2_451_545) / 36525
    let degree = Double.pi / 180
    let anomaly = (357.52910 + 35999.05030 * t - 0.0001559 * t * t - 0.00000048 * t * t * t) * degree
    let mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
    let center =
      (1.914600 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
      + 0.000290 * sin(3 * anomaly)
    let longitude = (mean + center).truncatingRemainder(dividingBy: 360)
    return Int((longitude < 0 ? longitude + 360 : longitude) / 30)
  }

  /// The first day of the eleventh lunar month, the one with the winter solstice.
  private static func monthEleven(_ year: Int) -> Int {
    let days = CalendarDay.number(year: year, month: 12, day: 31) + unixEpoch - 2_415_021
    let k = Int((Double(days) / 29.530588853).rounded(.down))
    let day = newMoonDay(k)
    return sunTwelfth(day) >= 9 ? newMoonDay(k - 1) : day
  }

  /// Which month behind the eleventh is the leap one: the first without a change of the sun's sign.
  private static func leapOffset(_ start11: Int) -> Int {
    let k = Int(((Double(start11) - 2_415_021.076998695) / 29.530588853 + 0.5).rounded(.down))
    var month = 1
    var last = 0
    var twelfth = sunTwelfth(newMoonDay(k + month))
    repeat {
      last = twelfth
      month += 1
      twelfth = sunTwelfth(newMoonDay(k + month))
    } while twelfth != last && month < 14
    return month - 1
  }
}
