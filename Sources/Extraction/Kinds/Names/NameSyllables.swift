/// What the whole article, or the word beside it, makes of a place, a body or a thing: a syllable of a name, or no name at all.
extension NameContext {
  /// `giáo sư Trường`, `Tấn Trường`, `Trường khai`: a body's word alone that people bear, or that a word for a person announces.
  func isSyllable(_ text: TokenizedText, _ index: Int) -> Bool {
    triggers[index] != .none || NameShape.isGivenName(text, index) && !text[index + 1].isCapitalized
  }

  /// `rủ Trường và Minh`, `còn nợ Trường 10 triệu đồng`: in mid-sentence a body's word that people bear, and nothing of a body's name behind it.
  func isPersonAmongWords(_ text: TokenizedText, _ index: Int, _ end: Int) -> Bool {
    guard text[index].shape == .capital, text[index].gap == .space, NameShape.isGivenName(text, index), !text.beginsSentence(index),
      !text.beginsLongPhrase(at: index), !text[end].isCapitalized
    else { return false }
    return (index + 1..<end).allSatisfy { roles[$0] == .value || text[$0].kind == .word && text[$0].shape == .lower }
  }

  /// `Q.`, `tx.`, but no `xe.` at the end of a sentence
  func isAbbreviated(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index].end - text[index].start <= 2 && !text.isVietnamese(index)
  }

  /// `Công Vinh sẽ sớm quay về`: two syllables of a name begin the sentence, though the second is a place too.
  func isGivenPair(_ text: TokenizedText, _ index: Int) -> Bool {
    NameShape.isGivenName(text, index) && !text.isListed(index, .stopWord) && NameShape.isGivenName(text, index + 1)
  }

  /// `người đàn ông Lào`, `người phụ nữ Đức`, `Bà mẹ Mỹ`: a country behind the word for a person that begins with `người`, or behind the
  /// second half of a word; `từ tay Mỹ`.
  func isNationality(_ text: TokenizedText, _ index: Int, _ end: Int) -> Bool {
    guard let place = text.match(.place, at: end), text.longestPlace(at: end)?.end == place.end,
      text.isKeyword(index, .people) || text.isKeyword(index, .hand)
        || end == index + 1
          && (text.match(.unit, at: index - 1)?.end == end || text[index].shape == .upper && text.match(.placeHead, at: index) != nil)
    else {
      return false
    }
    return text.item(.place, place).field1.equals("country") && !text[place.end].isCapitalized
  }

  /// A word in small letters follows and no listed phrase goes on with it: no name is announced.
  func leadsToSmallWord(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index + 1].kind == .word && text[index + 1].shape == .lower && !text.beginsLongPhrase(at: index)
  }

  /// `năng lực học sinh | Bạn Trần Mỹ Tiên tâm sự`: a heading without a mark stands before the sentence.
  func beginsUnmarkedSentence(_ text: TokenizedText, _ index: Int) -> Bool {
    triggers[index] != .social && !NameShape.isGivenName(text, index) && NameShape.beginsName(text, index + 1)
  }

  /// `Hoàng Đế`, `Hoàng Hậu`; other trades in two capitals begin names: `Vũ Công Hoàn`.
  func isRoyal(_ text: TokenizedText, _ title: PhraseMatch) -> Bool {
    let phrase = text.item(.honorific, title).phrase
    return phrase.equals("hoàng đế") || phrase.equals("hoàng hậu")
  }

  /// `Cảng hàng không | Phó Thủ tướng yêu cầu`, where a full stop is missing.
  func beginsOffice(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].isCapitalized, let post = text.match(.post, at: index), post.end > index + 1 else { return false }
    return text.item(.post, post).field1.equals("complete")
  }

  /// `Ảnh: Giang Huy Ông | Thành cho biết`: the word for a person behind a credit; the token after what was read.
  mutating func announce(_ text: TokenizedText, behind credit: Range<Int>) -> Int {
    let title = credit.upperBound
    guard text.isKeyword(title, .mister) || text.isKeyword(title, .lady), text[title + 1].isCapitalized, text[title + 1].gap == .space
    else {
      return title
    }
    triggers[title + 1] = .social
    roles[title] = .value
    return title + 1
  }

  /// `Đ. | H. Nguyễn Huỳnh Tú Trinh`: a letter behind another, no district (`H.`).
  func isSecondInitial(_ text: TokenizedText, _ index: Int) -> Bool {
    text[index - 1].kind == .period && text[index - 1].gap == .none && InitialsShape.isInitial(text, index - 2)
      && NameShape.runLength(text, index + 2) >= 3
  }

  /// `Giao Sở Công Thương`: an everyday word that is a surname too, and an office of three words or more behind it.
  private static func leadsToOffice(_ text: TokenizedText, _ index: Int) -> Bool {
    guard let body = text.match(.body, at: index + 1), body.end > index + 3, text.bodyKind(body) == .issuer else { return false }
    return NameShape.surname(text, index)?.isCommon == true
  }

  /// `Đại Lộ | Thăng Long`: the word for a street in two capitals, and a capital behind it; `bé 6 tuổi Trường Newton`, a school.
  static func isCapitalHead(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital, text[index + 1].shape == .capital else { return false }
    if isSchool(text, index) || leadsToOffice(text, index) { return true }
    guard let head = text.match(.placeHead, at: index) else { return false }
    return head.end == index + 2 && text[head.end].isCapitalized && text.placeHeadKind(head) == .named && !isPersonWithAge(text, index)
  }

  /// `Trường | Newton`, `Trường | Giá Rai`: no syllable of a name comes behind the word.
  private static func isSchool(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .schoolHead) && text[index + 1].gap == .space && !text.entry(index + 1).traits.contains(.single)
      && (!text.isVietnamese(index + 1) || text.longestPlace(at: index + 1).map { $0.end > index + 2 } == true)
  }

  /// `Lâm Trường Phong (15 tuổi)`: a person, though a place may begin so.
  static func isPersonWithAge(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital, text[index + 1].shape == .capital, NameShape.surname(text, index) != nil else { return false }
    let length = NameShape.runLength(text, index)
    return length >= 2 && length <= 4 && text.longestPlace(at: index)?.end != index + length
      && NameEvidence.ageFollows(text, index + length) && !text.isListed(index + length + 1, .organizationWord)
  }

  /// `đường Lý Thường Kiệt, | Bà Triệu`, `phố Lò Đúc, | Bà Huyện Thanh Quan`: a street that begins like a title goes on the list.
  mutating func endOfListedStreet(_ text: TokenizedText, _ index: Int) -> Int? {
    guard text[index].shape == .capital, text[index - 1].kind == .comma || text[index - 1].kind == .dash || text.isKeyword(index - 1, .and),
      text[index].gap == .space, roles[index - 2] == .thing, text[index + 1].gap == .space, text[index + 1].shape == .capital
    else { return nil }
    let end = index + NameShape.runLength(text, index)
    claim(index..<end, .thing)
    return end
  }

  /// An article calls no more things by a name that is looked for again.
  private static let mostThings = 64

  /// `xã La Ngà`: a place that begins like a person's name; not `bà xã La Ngà`, `nước Lê Lợi`.
  mutating func noteVillage(_ text: TokenizedText, _ head: Int, _ name: Range<Int>) {
    guard name.count >= 2, text[head].end - text[head].start > 2, villages.count < NameContext.mostThings,
      NameShape.surname(text, name.lowerBound) != nil,
      !text.isKeyword(head - 1, .lady), !text.isKeyword(head - 1, .mister), let match = text.match(.placeHead, at: head)
    else { return }
    let level = text.item(.placeHead, match).field2
    guard level.equals("1") || level.equals("2") || level.equals("3") else { return }
    villages.append(NameFinder.Run(start: Int32(name.lowerBound), end: Int32(name.upperBound)))
  }

  mutating func noteThing(_ start: Int, _ end: Int) {
    if end >= start + 2, things.count < NameContext.mostThings { things.append(NameFinder.Run(start: Int32(start), end: Int32(end))) }
  }

  /// `nhận giải thưởng | Phương Mai chụp ảnh`, `trong một bộ phim | Phương Mai đã`: who stands behind is a person at least as often.
  func isOfPerson(_ text: TokenizedText, _ head: PhraseMatch) -> Bool {
    let phrase = text.item(.placeHead, head).phrase
    return phrase.begins(with: "giải") || phrase.equals("phim") || phrase.equals("bộ phim")
  }

  /// `chuỗi điện máy | Nguyễn Kim`: words that say of what kind the thing is stand before what it is called.
  mutating func noteQualifiedThing(_ text: TokenizedText, _ start: Int) {
    guard text[start].shape == .lower, let name = QualifiedThing.nameBehind(text, start), NameShape.surname(text, name) != nil else {
      return
    }
    noteThing(name, name + NameShape.runLength(text, name))
  }

  /// Whether a street, a school, a firm or a village of the article is called so: `Công ty Bách Đạt An` · `khách tố Bách Đạt An`.
  func isThing(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    (0..<things.count).contains { NameContext.bears(text, things[$0], range) } || isVillage(text, range)
  }

  /// `xã La Ngà` · `ngư dân La Ngà`
  func isVillage(_ text: TokenizedText, _ range: Range<Int>) -> Bool {
    (0..<villages.count).contains { NameContext.bears(text, villages[$0], range) }
  }

  private static func bears(_ text: TokenizedText, _ thing: NameFinder.Run, _ range: Range<Int>) -> Bool {
    let start = Int(thing.start)
    guard Int(thing.end) - start == range.count else { return false }
    return (0..<range.count).allSatisfy { text.fold(start + $0) == text.fold(range.lowerBound + $0) }
  }

  /// `A, Hàn Quốc Việt`: in a list a surname, what looks like a country, and one more syllable of a name. `Mỹ Tâm`, `Đức Tiến`;
  /// behind a word for a person also `Nhật Kim Anh`
  func isNamedLikePlace(_ text: TokenizedText, _ index: Int, _ end: Int) -> Bool {
    if end == index + 1, NameShape.isTwoGivenNames(text, index) || NameEvidence.isNamed(text, index) && NameShape.isGivenName(text, index) {
      return true
    }
    if end == index + 1, triggers[index] == .job || triggers[index] == .social, NameShape.runLength(text, index) == 3,
      (index..<index + 3).allSatisfy({ NameShape.isGivenName(text, $0) && text.isVietnamese($0) }), NameShape.isNoLongPlace(text, index + 1)
    {
      return true
    }
    // bà Virginia B. Foote, cô bé Sydney Smoot
    if end == index + 1, triggers[index] == .social, !text.isVietnamese(index), text[index + 1].gap == .space,
      text[index + 1].shape == .capital, !text.isVietnamese(index + 1) || text[index + 2].kind == .period,
      text.longestPlace(at: index + 1) == nil
    {
      return true
    }
    guard end == index + 2, text[index - 1].kind == .comma || text[index - 1].kind == .colon, NameShape.surname(text, index) != nil else {
      return false
    }
    return NameShape.runLength(text, index) == 3 && NameShape.isGivenName(text, index + 2)
  }
}

extension NameContext {
  /// `châu Phi | Lan Hương`: the small letter begins the name of a continent.
  func isContinent(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index + 1].shape == .capital, let place = text.match(.place, at: index) else { return false }
    return text.item(.place, place).field1.equals("continent")
  }
}

extension NameShape {
  /// `Hoàng Anh Gia Lai`: the run of capitals is a body that is listed whole.
  static func isWholeBody(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.body, at: index).map { $0.end > index + 2 && $0.end == index + runLength(text, index) } == true
  }
}
