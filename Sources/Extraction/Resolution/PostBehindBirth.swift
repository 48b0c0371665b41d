/// The first post behind a birth, an age or a rank, and what is told of the home with it.
///
///     NAME (SN 1971, nguyên Chủ tịch UBND xã) · NAME (đại tá, Giám đốc Công an tỉnh) · NAME (giáo viên kiêm Trưởng ban) · NAME, sinh ngày 14/2/1949; quê quán: xã …; nguyên Phó Giám đốc …
extension NameLinker {
  /// How many tokens the birth and the home have at most.
  private static let longest = 40

  func postBehindBirth(_ start: Int) -> Int? {
    let first = start + 1
    switch text[start].kind {
    case .openParenthesis:
      if let trade = text.match(.honorific, at: first), text.isKeyword(trade.end, .concurrently),
        places.positionBeginning[trade.end + 1] != nil
      {
        return trade.end + 1
      }
      guard isBirth(first) || isAge(first) || endOfRank(first) != nil else { return nil }
      return postBehindComma(first) { _ in true }
    case .comma, .semicolon:
      return isBirth(first) ? postBehindComma(first, goesOn: tellsOfHome) : nil
    default: return nil
    }
  }

  /// The post that begins behind one of the commas, unless somebody else is named before.
  private func postBehindComma(_ start: Int, goesOn: (Int) -> Bool) -> Int? {
    for at in start..<min(start + NameLinker.longest, text.count) {
      if text[at].gap >= .line || places.nameBeginning[at] != nil { return nil }
      switch text[at].kind {
      case .comma, .semicolon:
        if places.positionBeginning[at + 1] != nil { return at + 1 }
        guard goesOn(at + 1) else { return nil }
      case .closeParenthesis, .openParenthesis: return nil
      case .period where text.beginsSentence(at + 1): return nil
      default: break
      }
    }
    return nil
  }

  func isAge(_ at: Int) -> Bool { text[at].kind == .number && text.isKeyword(at + 1, .age) }

  func isBirth(_ at: Int) -> Bool { text.isKeyword(at, .bornShort) || text.isKeyword(at, .born) }

  /// `quê quán: xã Hồng Thái, huyện An Dương`, `trú tại Hà Nội`
  private func tellsOfHome(_ at: Int) -> Bool {
    [Keyword.homeTown, .reside, .stay].contains { text.isKeyword(at, $0) } || text.match(.placeHead, at: at) != nil
      || text.longestPlace(at: at) != nil
  }
}
