/// Chủ nhiệm Ủy ban Pháp luật | của Quốc hội · đại sứ Nga | tại Geneva · Tổng thống Mỹ | mới đắc cử · Phó Chủ tịch | phụ trách tài chính
///
///     POST (của | tại | về | thuộc) (<body> | <place>) NAME · POST [mới] (đương nhiệm | đắc cử | lâm thời) [<country>] NAME
///     POST phụ trách <field of work> NAME
///
/// What stands between a post and the name right behind it and belongs to the post.
enum PostTail {
  /// The token after the post that was read up to `end`; `end` when no name stands behind what follows.
  static func end(_ text: TokenizedText, first: Int, _ end: Int) -> Int {
    guard text.isJoined(end), text[end].shape == .lower, !(text.isKeyword(end, .belong) && ClosedPost.isBehindName(text, first)) else {
      return end
    }
    let tail = endOfTerm(text, end) ?? endOfRelation(text, end)
    return tail > end && text.isJoined(tail) && isBearerAhead(text, tail) ? tail : end
  }

  private static func endOfTerm(_ text: TokenizedText, _ start: Int) -> Int? {
    let term = text.isKeyword(start, .newly) ? start + 1 : start
    guard [Keyword.equalTail, .elect, .interim].contains(where: { text.isKeyword(term, $0) }), text.isJoined(term + 1) else { return nil }
    guard text[term + 1].shape == .lower else { return nil }
    // đương nhiệm Ukraine | Petro Poroshenko
    return isBearerAhead(text, term + 2) ? term + 2 : text.longestPlace(at: term + 2)?.end ?? term + 2
  }

  private static func endOfRelation(_ text: TokenizedText, _ start: Int) -> Int {
    if let end = endOfCharge(text, start) { return end }
    guard [Keyword.of, .atPlace, .about, .belong].contains(where: { text.isKeyword(start, $0) }), text.isJoined(start + 1),
      text.match(.post, at: start + 1) == nil
    else { return start }
    // về vấn đề Syria
    let isMatter = text.isKeyword(start, .about) && text[start + 1].shape == .lower && text.countedNoun(at: start + 1)?.end == start + 3
    if isMatter, let place = text.longestPlace(at: start + 3) { return place.end }
    let end = OrganizationReader.endAfterPost(text, at: start + 1, isComplete: false)
    return end > start + 1 ? end : start
  }

  /// `Phó Chủ tịch VFF | phụ trách tài chính`: small words of a field of work.
  private static func endOfCharge(_ text: TokenizedText, _ start: Int) -> Int? {
    guard let charge = text.match(.predicate, at: start), text.item(.predicate, charge).phrase.equals("phụ trách") else { return nil }
    var end = charge.end
    while end < start + 8, text[end].gap == .space, text[end].shape == .lower, text.isListed(end, .organizationWord) { end += 1 }
    // phụ trách tổ chuyên án điều tra | Chu Vĩnh Khang: whom they investigate
    let isVerb = (charge.end..<end).contains { text.match(.predicate, at: $0)?.end == end }
    return end > charge.end && !isVerb ? end : nil
  }

  static func isBearerAhead(_ text: TokenizedText, _ index: Int) -> Bool {
    if text.match(.rank, at: index) != nil || OrganizationReader.beginsForeigner(text, index) { return true }
    return (NameShape.isForeignWord(text, index) || NameShape.beginsNameAfterPost(text, index))
      && !OrganizationReader.isBehindHead(text, index)
  }
}
