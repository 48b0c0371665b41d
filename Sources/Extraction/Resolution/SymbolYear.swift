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

  /// Four digits behind the number and a slash, before the next slash or the end.
  private static func year(_ text: TokenizedText, _ symbol: ByteSpan) -> Int16? {
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
