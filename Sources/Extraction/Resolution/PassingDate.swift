/// The day on which a law or a resolution was passed.
///
///     LAW ngày DATE · LAW được [Quốc hội] thông qua [vào] DATE · Tại kỳ họp … DATE, … thông qua DECREE
extension DecreeDate {
  /// `Bộ luật Tố tụng hình sự | ngày 27/11/2015`: the day on which a law was passed, with its year.
  func ofLaw(behind end: Int) -> Int? {
    guard text.isKeyword(end, .day), text.isJoined(end), let index = places.dateBeginning[end],
      case .date(let date) = places.mentions[index].value,
      date.basis == .text
    else { return nil }
    return day(index)
  }

  /// `Luật An ninh mạng | được thông qua ngày 12/6/2018`
  func ofPassing(behind end: Int) -> Int? {
    let passive = IssuingVerb.skipAdverbs(text, from: end)
    guard !text.isKeyword(end, .will), text.isKeyword(passive, .passive), text.isKeyword(passive + 1, .passHead),
      let verb = IssuingVerb.end(.issue, text, at: passive + 1)
    else { return nil }
    return behind(verb, wasSigned: true, mayBeYear: true)
  }

  /// `Tại kỳ họp diễn ra ngày 19/11, với 46/46 đại biểu tán thành, HĐND tỉnh | thông qua`: the day of the meeting that passes it.
  func ofSession(_ verb: Int) -> Int? {
    guard (verb..<verb + 3).contains(where: { text.isKeyword($0, .passHead) }) else { return nil }
    let sentence = text.sentence(around: verb)
    guard text.isKeyword(sentence.lowerBound, .atPlace), sentence.lowerBound < verb else { return nil }
    for at in sentence.lowerBound + 1..<min(sentence.lowerBound + 14, verb) {
      guard text[at].kind != .comma else { return nil }
      if let date = places.dateBeginning[at] { return day(date) }
    }
    return nil
  }
}
