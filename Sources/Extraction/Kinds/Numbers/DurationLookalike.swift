/// Words of time that begin another word: `450 ngày công`, `2 tháng lương`, `3 tuần lộc`, minutes of an angle.
extension DurationExpression {
  /// `450 ngày công`, `450 ngày công lao động`; not `5 ngày công tác`.
  static func isLabourDay(_ text: TokenizedText, _ day: Int) -> Bool {
    guard text.isKeyword(day + 1, .police), let match = text.match(.unit, at: day), match.end == day + 2 else { return false }
    guard text.isJoined(match.end), text[match.end].kind == .word, text[match.end].shape == .lower else { return true }
    return text.isListed(match.end, .stopWord) || (text.match(.unit, at: match.end)?.end ?? 0) > match.end + 1
  }

  /// `3 tháng lương`, `1 tháng tiền lương`: wages are counted.
  static func isWages(_ text: TokenizedText, _ month: Int) -> Bool {
    text[month + 1].shape == .lower && (text.match(.unit, at: month)?.end ?? 0) > month + 1
  }

  /// `một | tuần dương hạm`, `3 | tuần lộc`, `một | ngày hội`: what is counted only begins like a time.
  static func isThing(_ text: TokenizedText, _ word: Int, _ unit: DurationUnit) -> Bool {
    guard unit == .week || unit == .day, let thing = text.match(.unit, at: word) else { return false }
    return thing.end > word + 1 && text.unitKind(thing) == (unit == .day ? .event : .thing)
  }

  /// `15 độ 20 phút`: minutes of an angle.
  static func isAngle(_ text: TokenizedText, _ start: Int, _ unit: DurationUnit) -> Bool {
    unit == .minute && text.isKeyword(start - 1, .degree) && text.isJoined(start - 1) && text[start - 2].kind == .number
  }
}
