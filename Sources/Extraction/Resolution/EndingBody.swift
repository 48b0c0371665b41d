/// The name of a body that ends before a token, read from its end to its beginning.
struct EndingBody {
  private let text: TokenizedText
  private let places: MentionPlaces
  static let longestName = 32

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
  }

  /// The body whose name ends at token `end`, or with its bracket at token `bracket`; the widest reading within the sentence.
  func ending(at end: Int, orAt bracket: Int) -> (span: ByteSpan, first: Int)? {
    var first = end - 1
    var best: Int?
    var comma: Int?
    while first > 0, end - first <= EndingBody.longestName {
      if let last = endOfBody(at: first), last == end || last == bracket, comma == nil || isOneName(first, comma), !isWithinName(first) {
        best = first
      }
      if text[first].gap >= .line || isAdvising(first) && best != nil { break }
      if text[first].kind == .comma, comma == nil { comma = first }
      if text[first].kind == .period, !text.isAbbreviated(first - 1) { break }
      first -= 1
    }
    guard let best = best ?? firstOfClause(end) else { return nil }
    var joint = best
    while true {
      let first = firstOfJoint(joint, isList: (joint..<end).contains { text.isKeyword($0, .and) })
      guard first < joint else { break }
      joint = first
    }
    return (DecreeIssuer.span(text, joint, end), joint)
  }

  /// `Ngày 3/4, | Hiệp hội Doanh nghiệp sản xuất và kinh doanh chè Việt Nam (VITAS) | có`: a body's first word at the head of the clause, no
  /// verb behind it, and what names end in before the issuing verb.
  private func firstOfClause(_ end: Int) -> Int? {
    guard text[end - 1].shape != .lower || text[end].kind == .openParenthesis else { return nil }
    var first = end - 1
    while first > 0, end - first <= EndingBody.longestName, text[first].kind == .word || text.isKeyword(first, .ampersand) {
      if let body = text.match(.body, at: first), text[first].isCapitalized, opensClause(first),
        text.item(.body, body).field1.equals("head")
      {
        return first
      }
      if isSmallBreak(first) { return nil }
      first -= 1
    }
    return nil
  }

  /// A word that stands in no body's name.
  private func isSmallBreak(_ index: Int) -> Bool {
    guard text[index].shape == .lower, !text.isKeyword(index, .and), !text.isListed(index, .organizationWord) else { return false }
    return text.isSmallWord(index, "function") || text.isSmallWord(index, "verb")
  }

  /// `Bộ | Tài chính và Bộ Y tế`, `Viện Huyết học - | Truyền máu`, `Cục Bảo trợ xã | hội`: the name begins before.
  func isWithinName(_ first: Int) -> Bool {
    let before = text[first - 1]
    guard text.isJoined(first) else { return false }
    // các | khu công nghiệp
    if text.isKeyword(first - 1, .the) || text.isKeyword(first - 1, .those) { return true }
    // Chánh | Văn phòng
    if before.shape == .capital, (text.match(.post, at: first - 1)?.end ?? 0) > first { return true }
    // Ngành | Y tế
    if let match = text.match(.body, at: first), text.item(.body, match).field1.equals("unit"), before.kind == .word { return true }
    if before.kind == .dash || before.kind == .slash { return !isIssuer(first) }
    if text[first].shape == .lower, before.kind == .word {
      return !text.isSmallWord(first - 1, "function") && IssuingVerb.first(.say, text, endingAt: first) == nil
    }
    return before.shape != .lower && (text.match(.body, at: first - 1)?.end ?? 0) > first
  }

  /// `Bộ Văn hóa, Thể thao và Du lịch`, `Cục | Cảnh sát phòng cháy, chữa cháy`: the last comma stands within a listed name; or before the
  /// place of the body, `UBND quận 1, TP.HCM`, or in what opens a clause or is an agent, `được Cục A03, Bộ Công an`.
  private func isOneName(_ first: Int, _ comma: Int?) -> Bool {
    guard let comma else { return false }
    if [first, first + 1].contains(where: { (text.match(.body, at: $0)?.end ?? 0) > comma }) { return true }
    if text[comma + 1].shape != .lower, text.longestPlace(at: comma + 1) != nil { return true }
    if let head = text.match(.placeHead, at: comma + 1), text.item(.placeHead, head).field1.equals("admin"),
      text.match(.body, at: comma + 1) == nil
    {
      return true
    }
    return opensClause(first) || [Keyword.passive, .by, .suffered].contains { text.isKeyword(first - 1, $0) }
  }

  /// `Sở Nội vụ | tham mưu UBND tỉnh ban hành`: the one advises, the other issues.
  private func isAdvising(_ index: Int) -> Bool {
    guard text.isKeyword(index, .counselTail), text[index].shape == .lower else { return false }
    // Phòng | Tham mưu Công an tỉnh
    return !(text[index - 1].isCapitalized && text.isJoined(index - 1) && text[index - 2].kind == .word)
  }

  /// `Bộ Tài chính và Bộ Y tế`, `Đảng ủy Công an Trung ương, Bộ Công an` at the head of a sentence: two that issue together.
  /// - Parameter isList: `và` stands behind: `Viện KSND tỉnh, | Công an tỉnh và Tòa án tỉnh`.
  private func firstOfJoint(_ second: Int, isList: Bool) -> Int {
    let isComma = text[second - 1].kind == .comma
    guard isComma || text.isKeyword(second - 1, .and) || text[second - 1].kind == .dash, mayJoin(second) else { return second }
    var first = second - 2
    while first > 0, second - first <= 10, text[first + 1].gap < .line {
      if mayJoin(first), !isComma || opensClause(first) || isList && opensList(first),
        let end = OrganizationReader.end(text, at: first),
        end == second - 1 || isComma && end > second
      {
        return first
      }
      first -= 1
    }
    return second
  }

  private func mayJoin(_ index: Int) -> Bool {
    guard text[index].shape != .lower, let match = text.match(.body, at: index), !isWithinName(index) else { return false }
    return !text.item(.body, match).field1.equals("unit")
  }

  /// `Bốn cơ quan gồm | Công an tỉnh, Viện KSND tỉnh`, `, | Viện KSND tỉnh, Công an tỉnh`
  private func opensList(_ first: Int) -> Bool {
    text[first - 1].kind == .comma || text[first - 1].kind == .colon || text.isKeyword(first - 1, .comprise)
      || text.isKeyword(first - 1, .isVerb)
  }

  /// At the head of a sentence, or behind its date: `Ngày 3/4, | Bộ Công an, Bộ Quốc phòng ban hành`.
  private func opensClause(_ first: Int) -> Bool {
    let mark = text[first - 1].kind
    return text.beginsSentence(first) || (mark == .comma || mark == .dash) && places.dateEnding[first - 1] != nil
  }

  /// `; | Hà Nội có Chỉ thị`, `, | quận đã làm Tờ trình`
  private func isBehindMark(_ first: Int) -> Bool { text[first - 1].kind == .comma || text[first - 1].kind == .semicolon }

  private func isIssuer(_ index: Int) -> Bool {
    guard text[index].shape != .lower, let match = text.match(.body, at: index) else { return false }
    return text.item(.body, match).field1.equals("issuer")
  }

  /// `Huyện | đã ban hành`, `nên tỉnh | đã ban hành`
  private func endOfLevel(_ first: Int) -> Int? {
    guard let head = text.match(.placeHead, at: first), text.item(.placeHead, head).field1.equals("admin"),
      opensClause(first) || isBehindMark(first) || text.isKeyword(first - 1, .when) || IssuingVerb.first(.say, text, endingAt: first) != nil
    else { return nil }
    return head.end
  }

  /// A listed body, a province or a town, an abbreviation in capitals; at the head of a clause a place without its word.
  private func endOfBody(at first: Int) -> Int? {
    let isListed = text.phraseClasses(at: first) & LexiconClass.body.bit != 0
    if isListed || text[first].shape == .upper || text[first].shape == .mixed, let end = OrganizationReader.end(text, at: first) {
      return end
    }
    if let head = text.match(.placeHead, at: first), text.item(.placeHead, head).field1.equals("admin"),
      !text.isKeyword(first - 1, .of), text[head.end].shape != .lower, let place = text.longestPlace(at: head.end)
    {
      return place.end
    }
    if let level = endOfLevel(first) { return level }
    if text[first].shape == .upper || text[first].shape == .mixed { return first + 1 }
    guard text[first].shape == .capital else { return nil }
    return opensClause(first) ? text.longestPlace(at: first)?.end : isBehindMark(first) ? text.match(.province, at: first)?.end : nil
  }
}
