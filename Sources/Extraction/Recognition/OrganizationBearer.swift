/// Where the name of a body ends and that of the post's bearer begins: `Bộ trưởng Công Thương | Trần Tuấn Anh`.
extension OrganizationReader {
  /// `Bộ trưởng Y tế | Hala Zayed`: two foreign words behind a state's post and no firm's or school's word.
  var isForeignerAhead: Bool {
    if InitialsShape.endOfForeignName(text, index) != nil { return true }
    return isAfterPost && isOfState && !isFirstPiece && NameShape.isForeignPerson(text, at: index)
      && !OrganizationReader.isBehindHead(text, index)
  }

  /// `người phát ngôn | Sutopo Nugroho`, not `chủ tịch xã Ea Uy`
  static func beginsForeigner(_ text: TokenizedText, _ index: Int) -> Bool {
    NameShape.beginsForeignPerson(text, index) && !isBehindHead(text, index)
  }

  /// First words that a name must follow; a whole name (`trọn`) is none.
  private static func isOpen(_ item: LexiconItem) -> Bool { item.field1.equals("head") && !item.field3.equals("trọn") }

  /// Whether the name of a firm, a school or the like is due at the token: `Trung tâm | Woodrow Wilson`.
  static func isBehindHead(_ text: TokenizedText, _ index: Int) -> Bool { headOfName(text, index) != nil }

  /// `Trợ lý | Phòng Nghiệp vụ`: a body's word, and a compound of which the second half is written small.
  var isCompoundAhead: Bool {
    text.phraseClasses(at: index) & LexiconClass.body.bit != 0 && text[index + 1].shape == .capital && isSyllableOfCompound(index + 2)
  }

  /// `Viện Kiểm sát quân sự | Khu vực 23`
  mutating func takeRegionNumber() -> Bool {
    guard text.isKeyword(index + 1, .regionTail), text[index + 2].kind == .number, text[index + 2].lexeme == 1, text.isJoined(index + 2)
    else {
      return false
    }
    index += 3
    return true
  }

  /// Where the head of that name begins.
  static func headOfName(_ text: TokenizedText, _ index: Int) -> Int? {
    for first in max(index - 4, 1)..<index {
      if let body = text.match(.body, at: first), body.end == index { return isOpen(text.item(.body, body)) ? first : nil }
      if text.match(.placeHead, at: first)?.end == index { return first }
    }
    return nil
  }

  /// How many capitals a school's or a firm's own name has, up to four: `tập đoàn Samsung | Lee Jae-yong`.
  var lengthOfOwnName: Int {
    let length = min(NameShape.runLength(text, index), 4)
    if let place = text.match(.province, at: index), place.end > index + length { return place.end - index }
    guard isAfterPost, length > 1 else { return length }
    if let bearer = bearerBehindOwnName { return bearer - index }
    for next in 1..<length where SpacedHyphen.beginsKorean(text, index + next) || NameShape.beginsForeignName(text, index + next) {
      return next
    }
    return length
  }

  /// `Báo Tuổi Trẻ | Lê Thế Chữ`: in a long run of capitals, a surname that is no everyday word begins the name of the post's bearer.
  private var bearerBehindOwnName: Int? {
    if bearsForeignFirm { return index + 1 }
    let run = NameShape.runLength(text, index)
    guard run > 4 else { return nil }
    return (index + 2..<index + min(run, 6)).first {
      (NameShape.surname(text, $0).map { !$0.isCommon } == true || NameShape.isMiddleName(text, $0 + 1)) && NameShape.beginsName(text, $0)
    }
  }

  /// `Tập đoàn Huawei | Nhậm Chính Phi`, `Tập đoàn HAGL | Đoàn Nguyên Đức`: one word that is no syllable, before a whole name.
  private var bearsForeignFirm: Bool {
    !text.isVietnamese(index) && !text.entry(index).traits.contains(.single)
      && text.phraseClasses(at: index) & (LexiconClass.body.bit | LexiconClass.placeHead.bit) == 0
      && NameShape.surname(text, index + 1) != nil && 3...4 ~= NameShape.runLength(text, index + 1)
      && NameShape.beginsName(text, index + 1) && text.longestPlace(at: index + 1) == nil
  }

  /// A person's name begins here: a surname and capitals behind it.
  var isPersonAhead: Bool {
    (NameShape.beginsName(text, index) || NameShape.beginsTransliteration(text, index) || isMinorityBehindPlace || isShortNameBehindIssuer
      || isCalledLikeWard || isOfOneSyllable)
      && !bearsFieldName && !endsInFirm && !NameShape.isWholeBody(text, index)
  }

  /// `Trưởng thôn | Điểu Krứ`, `Bí thư Chi đoàn | Thị Nhung`: behind a post one syllable behind a surname of the highlands.
  private var isOfOneSyllable: Bool {
    guard isAfterPost, text[index + 1].shape == .capital || text[index + 1].shape == .mixed,
      text.phraseClasses(at: index) & LexiconClass.surname.bit != 0,
      NameShape.runLength(text, index) == 2, text.longestPlace(at: index) == nil
    else { return false }
    if text.isKeyword(index, .town) { return text[index].shape == .capital && NameShape.isGivenName(text, index + 1) }
    // Trưởng bản | Hồ Xúm nghẹn lời: what a person does, and no village
    if let verb = text.match(.nameLabel, at: index + 2), text.item(.nameLabel, verb).field1.equals("person"), text.isJoined(index + 2) {
      return text.match(.placeHead, at: index - 1).map { text.item(.placeHead, $0).field2.equals("1") } == true
    }
    return !text.isVietnamese(index + 1) && NameShape.surname(text, index)?.isMinority == true
  }

  /// `xã`, `phường`, `huyện`
  func isCommune(_ head: PhraseMatch) -> Bool {
    let level = text.item(.placeHead, head).field2
    return level.equals("2") || level.equals("3")
  }

  /// `Chủ tịch xã Nghĩa Yên`, `phường Lê Mao`: two capitals behind the commune's word are its name, even if they could be a person's.
  var isCommuneName: Bool { NameShape.runLength(text, index) == 2 && text.match(.surname, at: index) != nil && !isOfOneSyllable }

  /// `Bộ trưởng Nội vụ | Nguyễn Thái Bình`, `Thứ trưởng Bộ Y tế | Nguyễn Thái Bình`: a ward bears the name too. `UBND Lê Minh Xuân`,
  /// `Huyện ủy Dương Minh Châu` are those places'.
  private var isCalledLikeWard: Bool {
    isAfterPost && text[index - 1].shape != .upper && !text.isKeyword(index - 1, .committeeTail) && !text.isKeyword(index - 1, .policeTail)
      && NameShape.runLength(text, index) == 3 && NameShape.isPersonPlace(text, index)
  }

  /// `Phó Chủ nhiệm Tổng cục Chính trị | Lương Cường`: two syllables behind the whole name of a body, of which the first is a surname and an
  /// everyday word.
  private var isShortNameBehindIssuer: Bool {
    isAfterPost && index == endOfIssuer && NameShape.runLength(text, index) == 2 && text.longestPlace(at: index) == nil
      && NameShape.beginsNameAfterPost(text, index)
  }

  /// `Chủ tịch HĐQT | Mộc Lan Holdings`: a foreign word for a company ends the run of capitals.
  private var endsInFirm: Bool {
    let last = index + NameShape.runLength(text, index) - 1
    return isAfterPost && last > index && !text.isVietnamese(last) && text.isListed(last, .organizationWord)
      && !text.isListed(last, .foreignName)
  }

  /// `Chủ tịch UBND huyện Tu Mơ Rông | A Hơn`, `xã Ngọc Linh | Y Bút`: the letter behind a place.
  private var isMinorityBehindPlace: Bool {
    guard isAfterPost, NameShape.isMinorityLetterBehindPost(text, index) else { return false }
    return (max(start, index - 3)..<index).contains { text.longestPlace(at: $0)?.end == index }
  }

  /// `Bộ trưởng | Công Thương Trần Tuấn Anh`, `UBND xã | Sơn Trung Nguyễn Văn Ba`: two capitals of which the first is an everyday word,
  /// and behind them the whole name of the post's bearer.
  var bearsFieldName: Bool {
    let bearer = index + 2
    guard isAfterPost, let first = NameShape.surname(text, index), first.isCommon, NameShape.runLength(text, index) >= 5,
      let surname = NameShape.surname(text, bearer), !surname.isCommon || NameShape.isMiddleName(text, bearer + 1)
    else { return false }
    return NameShape.beginsName(text, bearer)
  }

  /// `Chủ tịch Trung Quốc Tập Cận Bình`, `Tổng thống Nga Putin`: what follows a foreign country behind a post is a person.
  var isBehindCountry: Bool {
    guard isAfterPost, text[index].shape == .capital, text.match(.body, at: index) == nil, text.match(.placeHead, at: index) == nil,
      text.longestPlace(at: index) == nil || PlaceName.beginsPerson(text, index)
    else { return false }
    return PlaceName.endsCountry(text, index, from: start)
  }

  /// ĐBQH tỉnh | Thái Thanh Quý: a surname that is a country too.
  var isPersonBehindLevel: Bool {
    // UBND tỉnh | Sơn Minh Rọn: no province bears three words that no list has
    if text.isKeyword(index - 1, .province), isAfterPost, NameShape.runLength(text, index) == 3, NameShape.surname(text, index) != nil,
      text.longestPlace(at: index) == nil, text.longestPlace(at: index + 1)?.end != index + 3
    {
      return true
    }
    guard PlaceName.isNeverPerson(text, head: index - 1), NameShape.runLength(text, index) == 3, NameShape.surname(text, index) != nil,
      text.longestPlace(at: index)?.end != index + 3
    else { return false }
    // UBND tỉnh | Cao Hữu Dực: all provinces are listed
    return NameShape.isGivenName(text, index + 2) || text.isKeyword(index - 1, .province) && NameShape.isGivenName(text, index + 1)
  }

  /// `Đại biểu Quốc hội tỉnh Quảng Trị | Về hoạt động của …`: a small word in a capital behind the name of a place.
  var beginsNextSentence: Bool {
    isAfterPost && !isFirstPiece && text[index].shape == .capital && text.isSmallWord(index, "function") && text[index + 1].shape == .lower
      && text.isJoined(index + 1) && !(text.isListed(index, .organizationWord) && text.isListed(index + 1, .organizationWord))
  }

  /// `CEO Alibaba | mới phân trần`, `Cục Quản lý chất lượng | một lần nữa khẳng định`; not `tổng thống mới đắc cử`
  var isJustDoing: Bool {
    text.isKeyword(index, .one) && text.isKeyword(index + 1, .times)
      || text.isKeyword(index, .newly) && !text.isKeyword(index + 1, .elect)
        && (text.match(.nameLabel, at: index + 1) != nil || text.match(.predicate, at: index + 1) != nil)
  }

  /// `Đội CSGT - TT Công an huyện`, `Bộ TT - TT Nguyễn Văn Hải`, `tội phạm về KT - MT chỉ huy`
  var joinsSpacedAbbreviation: Bool {
    text[index].gap == .space && text[index + 1].gap == .space && text[index].kind == .dash && isAbbreviation(index - 1)
      && isAbbreviation(index + 1) && text.match(.body, at: index + 1) == nil
      && (text.isKeyword(index - 2, .about) || text.match(.body, at: index + 2) != nil || NameShape.beginsName(text, index + 2))
  }

  /// A post that is no body, `chính quyền | Thủ tướng Najib Razak`, `Ban Lễ tang | nguyên Thủ tướng Phan Văn Khải`: the body ends before it; behind
  /// a post it may be a part of the body, `Bộ trưởng Văn phòng Thủ tướng Chan Chun Sing`.
  var beginsHolder: Bool {
    let post = Position.behindTenure(text, index)
    guard let match = text.match(.post, at: post), text.item(.post, match).field1.count > 4 else { return false }
    return post == index && (isAgency || !text.starts(index, .body)) || !isAfterPost && PostTail.isBearerAhead(text, match.end)
  }

  /// `Ảnh: TTXVN | Thủ tướng Nguyễn Văn An`; not `Văn phòng | Thủ tướng`
  var isAgency: Bool { index == start + 1 && text[start].shape == .upper }

  /// Chi cục Thủy sản | cấp Giấy phép
  var issuesPaper: Bool { text.match(.issuing, at: index) != nil && text.match(.decreeType, at: index + 1) != nil }

  /// `Phó Tổng Giám đốc | VPBank`
  var isBank: Bool {
    let (start, end) = (Int(text[index].start), Int(text[index].end))
    return end - start > 4 && ListText(start: text.bytes + end - 4, count: 4).equals("Bank")
  }
}
