/// What the words around a year or a month say of it: that it is running, planned, summed up, or how long something lasts.
extension WritingTime {
  /// `trong năm 2019 này`, `Đặc biệt, năm 2019 này`; not `vụ tai nạn năm 2018 này`
  func isThisYear(_ first: Int, _ end: Int) -> Bool {
    guard text.isKeyword(end, .this), text.isJoined(end), text.isKeyword(first, .year) || text.isKeyword(first, .last) else { return false }
    return text[first - 1].kind == .comma || text.isKeyword(first - 1, .among) || text.beginsSentence(first)
      || text.isListed(first - 1, .stopWord)
  }

  /// `nhiệm kỳ của bà sẽ kết thúc vào tháng 2/2018`: it may be years ahead.
  func endsTerm(_ first: Int) -> Bool {
    (max(1, first - 20)..<first).contains { text.isKeyword($0, .term) && text.isKeyword($0 + 1, .termTail) }
  }

  /// `Năm 2018, tỉnh sẽ`; not `sẽ hoàn thành trong năm 2018`, `đến năm 2030 sẽ`.
  func isForecast(_ first: Int, _ end: Int) -> Bool {
    guard ![Keyword.to, .until, .before, .into, .last, .end, .from].contains(where: { text.isKeyword(first - 1, $0) }),
      let will = (end..<end + TokenizedText.sentinels).first(where: { text.isKeyword($0, .will) })
    else { return false }
    return (end..<will).allSatisfy { text[$0].kind != .period && text[$0].gap < .line }
  }

  /// `nhiệm vụ trọng tâm cho năm 2019`; not `thực hiện kế hoạch năm 2018`.
  func isPlanned(_ first: Int) -> Bool {
    for index in (max(1, first - 7)..<first).reversed() where text.isEvent(index, "plan") || text.isEvent(index, "work") {
      return text.isEvent(index, "plan") && text.match(.predicate, at: index - 2)?.end != index
        && (index..<first).allSatisfy { text[$0].kind == .word || text[$0].kind == .dash } && !text.isKeyword(first - 1, .to)
    }
    return false
  }

  /// `CPI bình quân 10 tháng | năm 2013`: the months of the year that the numbers are of.
  func monthsReported(before first: Int) -> Int? {
    guard text.isKeyword(first - 1, .month), let months = text.plainNumber(at: first - 2),
      (2...12).contains(months.value)
    else { return nil }
    return Int(months.value)
  }

  /// `từ nay đến`, `từ nay tới`
  func isFromNow(_ first: Int) -> Bool {
    (text.isKeyword(first - 1, .to) || text.isKeyword(first - 1, .until)) && text.isKeyword(first - 2, .now)
      && text.isKeyword(first - 3, .from)
  }
}
