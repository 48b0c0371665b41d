/// The dates that records use: ISO 8601 and EDTF, with `-Q1`…`-Q4` and `-H1`, `-H2`.
enum EDTF {
  /// - Throws: `ArchiveError.badValue` unless the text is such a date or interval.
  static func check(_ text: String, field: String) throws {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0 == ".." && parts.count == 2 || days(of: String($0)) != nil || isPartial($0) }) else {
      throw ArchiveError.badValue(field: field, reason: "not a date such as 2024-09-27, 2024-09, 2024-Q3 or 2024-08-19/2025-08-19")
    }
  }

  /// A date with parts that nobody knows: `XXXX-09-27`.
  private static func isPartial(_ text: Substring) -> Bool {
    text.wholeMatch(of: /(XXXX|\d{4})(-(0[1-9]|1[0-2]|XX)(-([0-2]\d|3[01]|XX))?)?(T\d\d:\d\d)?/) != nil && text.contains("X")
  }

  /// The first and the last day of a date or interval; nil where it has none.
  static func bounds(of text: String) -> (from: String?, to: String?) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return days(of: text).map { ($0, $1) } ?? (nil, nil) }
    return (days(of: parts[0])?.from, days(of: parts[1])?.to)
  }

  private static func days(of text: String) -> (from: String, to: String)? {
    let day = String(text.prefix { $0 != "T" })
    if let match = day.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)/) {
      guard let year = Int(match.1), let month = Int(match.2), let date = Int(match.3), (1...12).contains(month),
        date >= 1, date <= length(month, year)
      else { return nil }
      return (day, day)
    }
    if let match = day.wholeMatch(of: /(\d{4})-(\d\d)/), let year = Int(match.1), let month = Int(match.2), (1...12).contains(month) {
      return months(year, month, month)
    }
    if let match = day.wholeMatch(of: /(\d{4})-Q([1-4])/), let year = Int(match.1), let quarter = Int(match.2) {
      return months(year, quarter * 3 - 2, quarter * 3)
    }
    if let match = day.wholeMatch(of: /(\d{4})-H([12])/), let year = Int(match.1), let half = Int(match.2) {
      return months(year, half * 6 - 5, half * 6)
    }
    if day.wholeMatch(of: /\d{4}/) != nil { return ("\(day)-01-01", "\(day)-12-31") }
    if day.wholeMatch(of: /\d{3}X/) != nil { return ("\(day.dropLast())0-01-01", "\(day.dropLast())9-12-31") }
    if day.wholeMatch(of: /\d{2}XX/) != nil { return ("\(day.dropLast(2))00-01-01", "\(day.dropLast(2))99-12-31") }
    return nil
  }

  /// `day`, `month`, `quarter` …: how exact a date is; of an interval its beginning.
  static func precision(of text: String) -> String {
    let first = text.prefix { $0 != "/" }
    if let clock = first.firstIndex(of: "T") { return first[clock...].count > 6 ? "second" : "minute" }
    if first.contains("Q") { return "quarter" }
    if first.contains("H") { return "half" }
    switch first.count {
    case 10: return "day"
    case 7: return "month"
    case 4: return first.hasSuffix("XX") ? "century" : first.hasSuffix("X") ? "decade" : "year"
    default: return "unknown"
    }
  }

  private static func months(_ year: Int, _ first: Int, _ last: Int) -> (from: String, to: String) {
    let pad = { (number: Int, width: Int) in String(repeating: "0", count: max(0, width - String(number).count)) + String(number) }
    return ("\(pad(year, 4))-\(pad(first, 2))-01", "\(pad(year, 4))-\(pad(last, 2))-\(pad(length(last, year), 2))")
  }

  private static func length(_ month: Int, _ year: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// Dates as people type them here: day before month.
enum DayOrder {
  /// `27/9/2024` and `27-9-2024` as `2024-09-27`, `9/2024` as `2024-09`; any other text, and any field that is no date, as it stands.
  static func iso(_ text: String, field: String, kind: String) -> String {
    guard field == "published" || field == "issuedOn" || (kind == "date" && field == "value") else { return text }
    guard let match = text.wholeMatch(of: /(?:(\d{1,2})[\/.-])?(\d{1,2})[\/.-](\d{4})/) else { return text }
    let two = { (digits: Substring) in digits.count == 1 ? "0\(digits)" : String(digits) }
    return ([String(match.3), two(match.2)] + (match.1.map { [two($0)] } ?? [])).joined(separator: "-")
  }
}
