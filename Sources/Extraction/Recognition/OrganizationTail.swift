/// What may follow the name of a body: its second half or number, a short name in brackets, the larger body behind a comma.
extension OrganizationReader {
  /// The token after the larger unit behind the comma at `start`; `start` when none is named there.
  static func endOfLargerUnit(_ text: TokenizedText, at start: Int) -> Int {
    var reader = OrganizationReader(text, start)
    reader.isAfterPost = true
    reader.takeLargerUnit()
    return reader.index
  }

  /// The place that the name ends in: `Tổng thống Nga | không gặp`. `Cục Mỹ thuật`, `khoa Việt Nam học` go on.
  mutating func takePlace(_ match: PhraseMatch) {
    let isBehindHead = text.phraseClasses(at: index - 1) & (LexiconClass.body.bit | LexiconClass.placeHead.bit) != 0
    let goesOn = text.isKeyword(match.end, .school) || text.isKeyword(match.end, .and) && !isFirstPiece
    if !(isBehindHead && match.end == index + 1), !goesOn { isFree = false }
    index = match.end
  }

  /// `Bộ trưởng Y tế | Hala Zayed`: two foreign words behind a state's post and no firm's or school's word.
  var isForeignerAhead: Bool {
    isAfterPost && isOfState && !isFirstPiece && NameShape.isForeignPerson(text, at: index) && !OrganizationReader.isBehindHead(text, index)
  }

  /// `người phát ngôn | Sutopo Nugroho`, not `chủ tịch xã Ea Uy`
  static func beginsForeigner(_ text: TokenizedText, _ index: Int) -> Bool {
    NameShape.beginsForeignPerson(text, index) && !isBehindHead(text, index)
  }

  /// First words that a name must follow; a whole name (`trọn`) is none.
  private static func isOpen(_ item: LexiconItem) -> Bool { item.field1.equals("head") && !item.field3.equals("trọn") }

  /// Whether the name of a firm, a school or the like is due at the token: `Trung tâm | Woodrow Wilson`.
  static func isBehindHead(_ text: TokenizedText, _ index: Int) -> Bool {
    for first in max(index - 4, 1)..<index {
      if let body = text.match(.body, at: first), body.end == index { return isOpen(text.item(.body, body)) }
      if text.match(.placeHead, at: first)?.end == index { return true }
    }
    return false
  }

  /// `trường` of `Môi trường`, `động` of `Lao động`: a small syllable behind a capital, both of an organisation's words.
  func isSyllableOfCompound(_ token: Int) -> Bool {
    text[token].shape == .lower && text[token].gap == .space && text[token - 1].shape == .capital
      && text.isListed(token, .organizationWord) && text.isListed(token - 1, .organizationWord)
  }

  /// How many capitals a school's or a firm's own name has, up to four: `tập đoàn Samsung | Lee Jae-yong`.
  var lengthOfOwnName: Int {
    let length = min(NameShape.runLength(text, index), 4)
    guard isAfterPost, length > 1 else { return length }
    for next in 1..<length where SpacedHyphen.beginsKorean(text, index + next) || NameShape.beginsForeignName(text, index + next) {
      return next
    }
    return length
  }

  /// `Sở TN-MT`, `Bộ GD-ĐT`: an abbreviation in two halves.
  mutating func takeAbbreviationTail() -> Bool {
    let (before, next) = (text[index - 1], text[index + 1])
    guard text[index].gap == .none, next.gap == .none, before.shape == .upper, next.shape == .upper, before.kind == .word,
      next.kind == .word, text.isJoined(index - 1), index - 1 > start
    else { return false }
    index += 2
    return true
  }

  /// `Ban Chỉ đạo 138`, `Ban Chỉ đạo 389/CP`, `Ban Chỉ đạo 389 quốc gia`: a committee that is called by a number.
  mutating func takeCommitteeNumber() -> Bool {
    guard text.isKeyword(index - 3, .issueHead), text.match(.body, at: index - 3)?.end == index else { return false }
    index += 1
    if text.isKeyword(index, .nation), text.isJoined(index + 1) { index += 2 }
    return true
  }

  /// `Tòa án nhân dân khu vực 2 | - Sơn La`, `Chi cục Thuế khu vực Mộc Châu | - Vân Hồ`: a region called by two places.
  mutating func takeRegionPlace() -> Bool {
    guard text[index].kind == .dash, text[index].gap == .space, text[index + 1].shape != .lower,
      (max(index - 4, start)..<index).contains(where: { text.isKeyword($0, .regionTail) }), let place = text.longestPlace(at: index + 1)
    else { return false }
    index = place.end
    return true
  }

  /// `Ban Chỉ đạo | Đề án 06`, `Tổ công tác triển khai | Đề án 06`: a committee that is called by its project.
  mutating func takeProject() -> Bool {
    let isGroup = text.match(.body, at: start).map { $0.end == index && text.item(.body, $0).field1.equals("head") } == true
    guard isGroup || text.isKeyword(index - 3, .issueHead), text[index].isCapitalized, let project = text.match(.decreeType, at: index),
      text.item(.decreeType, project).field1.equals("Đề án"), text.isJoined(project.end), text[project.end].kind == .number,
      text[project.end].lexeme == 1
    else { return false }
    index = project.end + 1
    return true
  }

  /// `(A03)`, `(PC 45)`, `(Bộ Công an)`
  mutating func takeBrackets() -> Bool {
    guard text[index].kind == .openParenthesis, text.isJoined(index) else { return false }
    var end = index + 1
    var hasBody = false
    while end < index + 10, text[end].kind != .closeParenthesis {
      let isUnitNumber = text[end].kind == .number && text[end].lexeme == 1 && text[end - 1].shape == .upper
      guard text[end].kind == .code || text[end].kind == .word || text[end].kind == .dash || text[end].kind == .abbreviation || isUnitNumber
      else { return false }
      if text[end].kind == .code || text[end].shape == .upper || text.match(.body, at: end) != nil { hasBody = true }
      if text.isListed(end, .numberWord) && text[end].shape == .lower { return false }
      end += 1
    }
    guard hasBody, text[end].kind == .closeParenthesis, !NameShape.beginsName(text, index + 1) else { return false }
    index = end + 1
    return true
  }

  /// A comma that only names the larger unit: `Công an huyện Krông Pắk, tỉnh Đắk Lắk`; `Cục A03, Bộ Công an`.
  mutating func takeLargerUnit() {
    guard text[index].kind == .comma, text.isJoined(index + 1) else { return }
    let before = index
    index += 1
    if takeAdministrative(), index > before + 2 { return takeLargerUnit() }
    index = before + 1
    if takeCity(behind: before) { return }
    if let match = text.match(.body, at: index), match.end > index + 1 || text[index].shape == .upper, text[index].shape != .lower,
      text.match(.post, at: index).map({ $0.end > match.end && text.item(.post, $0).field1.equals("role") }) != false,
      !text.item(.body, match).field1.equals("unit"), isLarger(text.item(.body, match)), takeBody()
    {
      extend()
      return
    }
    index = before
  }

  /// `UBND quận 1, | TP.HCM`, `Công an huyện Mai Sơn, | Sơn La`: the city in one abbreviation, the province, behind a place with its word.
  private mutating func takeCity(behind comma: Int) -> Bool {
    guard start < comma else { return false }
    let head = max(comma - 4, start)..<comma
    if text[index].shape == .capital, let province = text.match(.province, at: index), text[province.end].shape != .capital,
      head.contains(where: { $0 < comma - 1 && isBelowProvince($0) && !text.isKeyword($0 - 1, .the) })
    {
      index = province.end
      return true
    }
    guard text[index].shape == .upper, let city = text.longestPlace(at: index), city.end == index + 1,
      text[index].end - text[index].start > 4, head.contains(where: { $0 < comma - 1 && isLevel($0) })
    else { return false }
    index = city.end
    return true
  }

  private func isBelowProvince(_ token: Int) -> Bool {
    isLevel(token) && [Keyword.district, .urbanDistrict, .commune, .ward, .town].contains { text.isKeyword(token, $0) }
  }

  private func isLevel(_ token: Int) -> Bool {
    guard text[token].shape == .lower, let head = text.match(.placeHead, at: token) else { return false }
    return text.item(.placeHead, head).field1.equals("admin")
  }

  /// Ministries, offices of the Party and provincial bodies stand above what came before the comma; behind a post any body does.
  private func isLarger(_ item: LexiconItem) -> Bool {
    item.field1.equals("issuer") || item.field1.equals("abbreviation") || isAfterPost
  }

  /// Công an huyện | tham mưu, UBND xã | thanh tra: the words of a field of work are a verb there.
  var isBehindLevel: Bool {
    text.match(.placeHead, at: index - 1)?.end == index && (text.isKeyword(index - 2, .policeTail) || text[index - 2].shape == .upper)
  }

  /// `Chủ tịch Trung Quốc Tập Cận Bình`, `Tổng thống Nga Putin`: what follows a foreign country behind a post is a person.
  var isBehindCountry: Bool {
    guard isAfterPost, text[index].shape == .capital, text.match(.body, at: index) == nil, text.match(.placeHead, at: index) == nil,
      text.longestPlace(at: index) == nil
    else { return false }
    return PlaceName.endsCountry(text, index, from: start)
  }

  /// ĐBQH tỉnh | Thái Thanh Quý: a surname that is a country too.
  var isPersonBehindLevel: Bool {
    PlaceName.isNeverPerson(text, head: index - 1) && NameShape.runLength(text, index) == 3 && NameShape.surname(text, index) != nil
      && NameShape.isGivenName(text, index + 2) && text.longestPlace(at: index)?.end != index + 3
  }
}
