/// Vietnamese numerals in words, one word after the other.
struct NumberWords {
  private var total: Int64 = 0
  private var group: Int64 = 0
  private var digit: Int64 = -1
  private var words = 0
  /// By which power of ten the last words multiply; 0 behind a digit, and for `trăm` behind thousands.
  private(set) var power = 0

  /// Whether the token can begin a numeral in words.
  @inline(__always)
  static func begins(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isListed(index, .numberWord), let match = text.match(.numberWord, at: index) else { return false }
    let item = text.item(.numberWord, match)
    // `băm` is "to chop".
    return mayBegin(with: item) && (!item.field1.equals("ten") || !item.field2.equals("30") || text.isListed(index + 1, .numberWord))
  }

  /// Whether a number in words may begin with the word. `không` is "not" before anything but a digit.
  static func mayBegin(with item: LexiconItem) -> Bool {
    item.field1.equals("digit") && !item.field2.equals("0") || item.field1.equals("ten")
  }

  /// Adds a word; says no when it cannot continue the numeral.
  mutating func take(_ item: LexiconItem) -> Bool {
    let value = Int64(ListNumber.parse(item.field2))
    let role = item.field1
    defer { words += 1 }
    if role.equals("digit") || role.equals("unit") {
      guard digit < 0 else { return false }
      if role.equals("unit"), group == 0, total == 0 { return false }
      // Behind mười and mươi five is lăm: `mười năm` are ten years.
      if value == 5, role.equals("digit"), group % 100 != 0 { return false }
      digit = value
      power = 0
      return true
    }
    if role.equals("power") { return takePower(value, exponent: item.field2.count - 1) }
    if role.equals("ten") {
      guard digit < 0, group % 100 == 0 else { return false }
      group += value
      power = 0
      return true
    }
    if role.equals("zero") {
      guard digit < 0, group > 0 || total > 0 else { return false }
      power = 0
      return true
    }
    let isDozen = role.equals("group") && value == 10
    guard isDozen || role.equals("tens"), digit > 0 else { return false }
    power = isDozen && total == 0 && group == 0 ? 1 : 0
    group += digit * 10
    digit = -1
    return true
  }

  private mutating func takePower(_ value: Int64, exponent: Int) -> Bool {
    let count = group + max(digit, 0)
    guard words > 0, count > 0 || total > 0 else { return false }
    if value == 100 {
      // một nghìn không trăm linh hai
      guard digit > 0 || digit == 0 && total > 0 else { return false }
      group += digit * 100
      digit = -1
      power = total == 0 ? 2 : 0
      return true
    }
    let (product, overflow) = (total > 0 && count == 0 ? total : count).multipliedReportingOverflow(by: value)
    guard !overflow else { return false }
    total = count == 0 ? product : total + product
    group = 0
    digit = -1
    power += exponent
    return true
  }

  /// The numeral so far.
  var value: Int64? {
    guard words > 0 else { return nil }
    return total + group + max(digit, 0)
  }
}
