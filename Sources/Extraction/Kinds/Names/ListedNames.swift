/// What the words before a run of capitals make of it: the next of a list of people, or the name of a body.
extension NameEvidence {
  /// The role of what a list joins to the run: `A, B và C`, with ages in brackets between.
  static func roleInList(_ text: TokenizedText, _ start: Int, _ context: NameContext.Marks) -> TokenRole {
    guard
      text[start - 1].kind == .comma || text.isKeyword(start - 1, .and) || text[start - 1].kind == .semicolon
        || text.isKeyword(start - 1, .with)
    else { return text[start - 1].kind == .dash && text[start].gap == .space && context.roles[start - 2] == .thing ? .thing : .free }
    var index = start - 2
    if text[index].kind == .closeParenthesis {
      var steps = 0
      while index > 1, text[index].kind != .openParenthesis, steps < 30 {
        index -= 1
        steps += 1
      }
      index -= 1
    }
    return index > 0 ? context.roles[index] : .free
  }

  /// `chia tay Âu Văn Hoàn, Trọng Hoàng và Văn Bình`, `Mạc Anh Thư - Huy Khánh`, `như Duy Anh, Bùi Văn Tiễn`: two syllables that people
  /// bear beside a name.
  var isListedGivenNames: Bool {
    guard limit - start == 2, isPairOfGivenNames(start), !text.isSmallWord(start, "function") else { return false }
    if beforeComma == .name || beforeDash == .name && isCouple {
      guard text[limit].kind == .comma, let head = text.match(.placeHead, at: limit + 1) else { return true }
      return text.placeHeadKind(head) != .admin
    }
    return text[start - 1].kind == .word && text[start].gap == .space && leadsToName
  }

  private func isPairOfGivenNames(_ index: Int) -> Bool {
    NameShape.isTwoGivenNames(text, index) && NameShape.isNoLongPlace(text, index) && text.match(.canChi, at: index) == nil
      && !PenName.isOrdinaryPhrase(text, index..<index + 2)
  }

  /// `Bằng Việt, Anh Ngọc, Trần Văn Hồ`: a whole name stands behind the comma, or behind two or three more pairs.
  private var leadsToName: Bool {
    var index = limit
    while index < limit + 10, text[index].kind == .comma, text[index + 1].gap == .space {
      if NameShape.surname(text, index + 1)?.isCommon == false, NameShape.runLength(text, index + 1) >= 3,
        NameShape.beginsName(text, index + 1)
      {
        return true
      }
      guard isPairOfGivenNames(index + 1) else { return false }
      index += 3
    }
    return false
  }

  /// `được Lâm (chủ đò) thuê`: a syllable that people bear, and who it is in brackets.
  var isExplained: Bool {
    text[limit].kind == .openParenthesis && text[limit + 1].shape == .lower && text.isListed(limit + 1, .honorific)
      && text[start - 1].shape == .lower && text.isJoined(start) && NameShape.isGivenName(text, start)
      && text.longestPlace(at: start) == nil && text.match(.body, at: start) == nil
  }

  /// `Mạc Anh Thư - Huy Khánh`: one dash between two names; the streets of a way have more.
  private var isCouple: Bool {
    guard text[start].gap == .space, text[limit].kind != .dash else { return false }
    var index = start - 2
    while index > 0, text[index].isCapitalized, text[index].gap == .space { index -= 1 }
    return text[index].gap > .space || text[index - 1].kind != .dash && text[index].kind != .dash
  }

  /// `Còn | Lê Anh Việt (32 tuổi)`: the surname behind a sentence's first word.
  var firstBeforeAge: Int {
    guard limit - start >= 3, text.beginsSentence(start), text.isListed(start, .stopWord), NameShape.surname(text, start) == nil,
      NameShape.surname(text, start + 1) != nil
    else { return start }
    return start + 1
  }

  /// `Trung tâm James Martin`, `Viện Nghiên cứu Max Planck`: a foreigner whose name a body bears.
  var isNameOfBody: Bool {
    guard text[start].gap == .space, trigger == .none, NameShape.beginsForeignName(text, start),
      !PlaceName.endsCountry(text, start, from: start - 3)
    else { return false }
    if let head = OrganizationReader.headOfName(text, start) { return text[head].shape == .capital }
    guard start > 3, previousRole == .organization, text.isListed(start - 2, .organizationWord),
      text.isListed(start - 1, .organizationWord),
      let head = OrganizationReader.headOfName(text, start - 2)
    else { return false }
    return text[head].shape == .capital && text[start - 2].shape == .capital
  }

  /// `ACC Hồ Chí Minh`: the city behind the letters of a body.
  static func isCityOfBody(_ text: TokenizedText, _ start: Int) -> Bool {
    text.isKeyword(start, .uncleHo) && text[start].gap == .space && text[start - 1].shape == .upper && text[start - 1].kind == .word
      && !text.isVietnamese(start - 1) && text.match(.place, at: start) != nil
  }

  /// `thuyền trưởng của tàu là Akhilesh Kumar`, `nạn nhân là Zephany Nurse`: a foreigner's name that says who somebody is; its last word
  /// is known, or a word for a person stands before.
  var isIdentified: Bool {
    guard text.isKeyword(start - 1, .isVerb), text[start].gap == .space, limit - start <= 3, !text.isVietnamese(start),
      NameShape.isForeignPerson(text, start..<limit)
    else { return false }
    return text.isListed(limit - 1, .foreignName) && !text.isVietnamese(limit - 1)
      || (max(start - 3, 1)..<start - 1).contains { text.match(.honorific, at: $0, limit: start - 1)?.end == start - 1 }
  }
}
