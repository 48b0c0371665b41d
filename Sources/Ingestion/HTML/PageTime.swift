/// A point in time as pages state it, put into `2019-04-24T15:51` at UTC+7.
enum PageTime {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Reads what stands in meta tags and JSON-LD: ISO 8601 with or without a zone, `24/04/2019 15:51`, `4/24/2019 3:51:00 PM`,
  /// `Wed, 24 Apr 2019 08:51:00 GMT`.
  static func normalized(_ text: String) -> String? {
    let parts = Parts(text)
    guard var time = date(parts) else { return nil }
    time.addClock(parts)
    if let offset = parts.zoneMinutes { time.add(minutes: 7 * 60 - offset) }
    return time.text
  }

  private static func date(_ parts: Parts) -> Stamp? {
    let numbers = parts.numbers
    guard numbers.count >= 2 else { return nil }
    if numbers[0].digits == 4, numbers.count >= 3 { return Stamp(numbers[0].value, numbers[1].value, numbers[2].value, used: 3) }
    if numbers[0].digits == 8 { return Stamp(numbers[0].value / 10000, numbers[0].value / 100 % 100, numbers[0].value % 100, used: 1) }
    if let month = parts.words.firstIndex(where: { word in months.contains { word.lowercased().hasPrefix($0) } }) {
      let name = parts.words[month].lowercased()
      guard let number = months.firstIndex(where: { name.hasPrefix($0) }) else { return nil }
      return Stamp(numbers[1].value, number + 1, numbers[0].value, used: 2)
    }
    guard numbers.count >= 3, numbers[2].digits == 4 else { return nil }
    // Only American dates have AM and PM behind them.
    return parts.isTwelveHours
      ? Stamp(numbers[2].value, numbers[0].value, numbers[1].value, used: 3)
      : Stamp(numbers[2].value, numbers[1].value, numbers[0].value, used: 3)
  }

  /// The numbers and words of a text.
  struct Parts {
    private(set) var numbers: [(value: Int, digits: Int)] = []
    private(set) var words: [String] = []
    /// Minutes east of UTC, when a zone is stated.
    private(set) var zoneMinutes: Int?

    init(_ text: String) {
      var text = text[...]
      if let zone = Parts.zone(&text) { zoneMinutes = zone }
      for part in text.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
        // `24T15` is two numbers.
        for piece in part.split(separator: "T") {
          if let value = Int(piece) { numbers.append((value, piece.count)) } else { words.append(String(piece)) }
        }
      }
    }

    var isTwelveHours: Bool { words.contains { ["AM", "PM"].contains($0.uppercased()) } }
    var isAfternoon: Bool { words.contains { $0.uppercased() == "PM" } }

    /// Takes `Z`, `GMT`, `+07:00`, `+0700`, `+07` off the end.
    private static func zone(_ text: inout Substring) -> Int? {
      while text.last == " " || text.last == ")" { text.removeLast() }
      if text.hasSuffix("GMT") || text.hasSuffix("UTC") {
        text.removeLast(3)
        return 0
      }
      if text.hasSuffix("Z"), text.dropLast().last?.isNumber == true {
        text.removeLast()
        return 0
      }
      guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }), text[..<sign].contains(":") else { return nil }
      let digits = text[text.index(after: sign)...].filter { $0 != ":" }
      guard digits.count <= 4, let value = Int(digits), digits.count > 0 else { return nil }
      let minutes = digits.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
      let isNegative = text[sign] == "-"
      text = text[..<sign]
      return isNegative ? -minutes : minutes
    }
  }
}

/// A day and perhaps a minute.
struct Stamp: Equatable {
  private(set) var year: Int
  private(set) var month: Int
  private(set) var day: Int
  private(set) var minutes: Int?
  /// How many numbers made the date.
  private let used: Int

  init?(_ year: Int, _ month: Int, _ day: Int, used: Int) {
    guard (1980...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.used = used
  }

  mutating func addClock(_ parts: PageTime.Parts) {
    let rest = parts.numbers.dropFirst(used)
    guard rest.count >= 2, let hour = rest.first?.value, let minute = rest.dropFirst().first?.value else { return }
    setClock(hour: parts.isTwelveHours ? hour % 12 + (parts.isAfternoon ? 12 : 0) : hour, minute: minute)
  }

  mutating func setClock(hour: Int, minute: Int) {
    if (0...23).contains(hour), (0...59).contains(minute) { minutes = hour * 60 + minute }
  }

  /// Moves a time with a clock; a day alone stays.
  mutating func add(minutes difference: Int) {
    guard let own = minutes else { return }
    let total = own + difference
    minutes = (total % 1440 + 1440) % 1440
    if total < 0 { moveDay(by: -1) } else if total >= 1440 { moveDay(by: 1) }
  }

  private mutating func moveDay(by step: Int) {
    day += step
    if day < 1 {
      month = month == 1 ? 12 : month - 1
      if month == 12 { year -= 1 }
      day = Stamp.days(month, year)
    } else if day > Stamp.days(month, year) {
      day = 1
      month = month == 12 ? 1 : month + 1
      if month == 1 { year += 1 }
    }
  }

  private static func days(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  var text: String {
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let date = "\(year)-\(two(month))-\(two(day))"
    return minutes.map { "\(date)T\(two($0 / 60)):\(two($0 % 60))" } ?? date
  }
}
