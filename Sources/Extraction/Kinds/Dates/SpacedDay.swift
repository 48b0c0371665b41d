/// Figures of a day set apart by blanks, behind a word that leads to a date.
extension TokenCursor {
  /// `07 | - 9 - 2024`, `14 | /3/2024`, `29 | -11`, `29 | / 11`
  mutating func takeSpacedDay(_ day: NumberPart) -> DatePoint? {
    let mark = token.kind
    guard mark == .dash || mark == .slash, token.gap <= .space, text.isJoined(index + 1) else { return nil }
    if case .month(let month)? = NumericDate(text, index + 1) {
      index += 2
      return DatePoint(Moment(year: Int(month.year), month: Int(month.month), day: Int(day.value)), .dateFull, triggered: true)
    }
    guard let month = text.plainNumber(at: index + 1), (1...12).contains(month.value) else { return nil }
    if text[index + 2].kind == mark, let year = yearNumber(index + 3), text.isJoined(index + 3) {
      index += 4
      return DatePoint(Moment(year: Int(year), month: Int(month.value), day: Int(day.value)), .dateFull, triggered: true)
    }
    guard mark == .slash || token.gap == .space && text[index + 1].gap == .none else { return nil }
    index += 2
    return DatePoint(Moment(month: Int(month.value), day: Int(day.value)), .dateDayMonth, triggered: true)
  }

  /// `14/3 | /2024`
  mutating func takeSpacedYear(_ point: inout DatePoint) {
    guard token.kind == .slash, token.gap <= .space, text.isJoined(index + 1), let year = yearNumber(index + 1) else { return }
    point.date.start.year = year
    point.rule = .dateFull
    index += 2
  }
}
