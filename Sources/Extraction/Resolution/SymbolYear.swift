/// The year in a document's symbol, which is that of the day on which it was issued: `Quyết định số 61/2017/QĐ-UBND ban hành ngày 15/9`.
enum SymbolYear {
  /// The year for the date at `index`; nil unless a document with a year in its symbol stands right before, or before a verb of issuing.
  static func before(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16? {
    guard index > 0, case .decree(let decree) = mentions[index - 1].value, decree.form == .full else { return nil }
    let (end, first) = (Int(mentions[index - 1].endToken), Int(mentions[index].firstToken))
    guard first >= end, first - end <= 4, (end..<first).allSatisfy({ text[$0].kind == .comma || isIssuing(text, $0) }) else { return nil }
    return year(text, decree.number)
  }

  private static func isIssuing(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.issueHead, .issueTail, .sign, .passHead, .past].contains { text.isKeyword(index, $0) }
  }

  /// The year of a document that has just been issued: `vừa ban hành Nghị định 39/2016/NĐ-CP`; 0 for any other mention.
  static func ofNews(_ text: TokenizedText, _ mention: Found) -> Int16 {
    guard case .decree(let decree) = mention.value, decree.form == .full, let year = year(text, decree.number),
      let verb = IssuingVerb.endingBefore(text, Int(mention.firstToken)), text.isKeyword(verb - 1, .just)
    else { return 0 }
    return year
  }

  /// The year in which a document takes effect: `Nghị định 81/2018/NĐ-CP … có hiệu lực từ ngày 15/7`; nil where no word says so, where the
  /// article names no document with a year before, or where the day lies too early and too late for the rule.
  ///
  /// At least 45 days lie between the issue of a general document and its effect (Luật Ban hành văn bản quy phạm pháp luật 2015,
  /// Điều 151): the newest one is of the same year from March on, as few wait longer than three months, of the year before up to mid-February. A law
  /// may wait longer.
  static func ofEffect(_ text: TokenizedText, _ mentions: UnsafeMutableBufferPointer<Found>, _ index: Int) -> Int16? {
    guard case .date(let date) = mentions[index].value, takesEffect(text, Int(mentions[index].firstToken)) else { return nil }
    var newest: Int16 = 0
    for mention in mentions[..<index] {
      guard case .decree(let decree) = mention.value, let year = year(text, decree.number) ?? yearBehind(text, Int(mention.endToken)) else {
        continue
      }
      newest = max(newest, year)
    }
    guard newest > 0 else { return nil }
    if date.start.month >= 3 { return newest }
    return (date.start.month, date.start.day) <= (2, 14) ? newest + 1 : nil
  }

  /// `Thông tư 57 (2015)`, `Nghị định 46 năm 2016`
  private static func yearBehind(_ text: TokenizedText, _ end: Int) -> Int16? {
    text[end].kind == .openParenthesis || text.isKeyword(end, .year) ? text.year(at: end + 1) : nil
  }

  /// `có hiệu lực thi hành kể từ ngày`
  private static func takesEffect(_ text: TokenizedText, _ first: Int) -> Bool {
    (max(1, first - 8)..<first).contains { index in
      guard let event = text.match(.event, at: index), event.end <= first else { return false }
      return text.item(.event, event).field1.equals("effect") && !text.isKeyword(index - 1, .law)
        && !(event.end..<first).contains { text[$0].kind == .period }
    }
  }

  /// Four digits behind the number and a slash, before the next slash or the end.
  static func year(_ text: TokenizedText, _ symbol: ByteSpan) -> Int16? {
    var at = Int(symbol.start)
    while isDigit(text.bytes[at]) { at += 1 }
    guard at + 5 <= Int(symbol.end), text.bytes[at] == UInt8(ascii: "/"),
      at + 5 == Int(symbol.end) || text.bytes[at + 5] == UInt8(ascii: "/")
    else { return nil }
    var year: Int16 = 0
    for place in at + 1...at + 4 {
      guard isDigit(text.bytes[place]) else { return nil }
      year = year * 10 + Int16(text.bytes[place] - 0x30)
    }
    return (1945...2100).contains(year) ? year : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
