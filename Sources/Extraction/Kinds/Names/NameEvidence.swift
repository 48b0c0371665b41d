/// What stands around a run of capitals and speaks for or against a person's name.
struct NameEvidence {
  let text: TokenizedText
  let start: Int
  let limit: Int
  let trigger: NameTrigger
  let previousRole: TokenRole
  let beforeComma: TokenRole
  /// The role of what stands before a dash between blanks in front of the run.
  let beforeDash: TokenRole
  private let nextRole: TokenRole
  /// `chị Nhung và | Nguyệt`: a name of one word that a word for a person announced stands before in the list.
  private let sharesTitle: Bool

  init(_ text: TokenizedText, _ start: Int, _ limit: Int, _ context: NameContext.Marks) {
    self.text = text
    self.start = start
    self.limit = limit
    // … của người dân⏎Bố trí lối thoát nạn
    let isNewLine = text[start].gap > .line || text[start].gap == .line && limit == start + 1 && text.match(.predicate, at: start) != nil
    trigger = isNewLine ? .none : context.triggers[start]
    previousRole = context.roles[start - 1]
    let neighbour = start > 2 ? NameEvidence.endOfNeighbour(text, start, context) : nil
    beforeComma = neighbour.map { context.roles[$0] } ?? .free
    beforeDash = start > 2 && text[start - 1].kind == .dash && text[start - 1].gap == .space ? context.roles[start - 2] : .free
    nextRole = context.roles[limit]
    sharesTitle = neighbour.map { NameEvidence.isTitledAlone(text, $0, context) } ?? false
  }

  static func isAddress(_ trigger: NameTrigger) -> Bool {
    switch trigger {
    case .social, .party, .accused: true
    default: false
    }
  }

  /// The name that the run surely holds at its beginning.
  func sureName() -> (range: Range<Int>, rule: Rule)? {
    let length = limit - start
    if isThingsName || isNewspaper || isVerbInCapitals || isClan || isYearOfCycle || isTitle { return nil }
    if NameShape.beginsMinorityName(text, start), length <= 5, !isStreetLike { return (start..<limit, .nameMinority) }
    if length == 1, trigger == .none, text[start].shape == .capital { return loneName() }
    let end = text[start].shape == .upper ? NameShape.endOfUpper(text, start, limit: limit) : NameShape.end(text, start, limit: limit)
    switch trigger {
    case .rank: return isRankName ? (start..<end, .nameTitled) : nil
    case .social, .party, .accused, .faith, .degree, .job: return isTitledName ? (start..<end, .nameTitled) : nil
    case .position: if isPositionName { return (start..<(SpacedHyphen.endOfParticles(text, limit) ?? end), .nameTitled) }
    case .caption:
      if text[start - 1].kind == .colon, let credit = PenName.readCredit(text, start), credit.upperBound <= limit {
        return (credit, .nameByline)
      }
      if length >= 2, length <= 4, isByline(start..<limit) { return (start..<limit, .nameByline) }
    case .label, .list: return (start..<end, .nameTitled)
    case .none: break
    }
    if NameEvidence.ageFollows(text, limit), length <= 5, isPlausible { return (firstBeforeAge..<limit, .nameTitled) }
    if isAnnounced, isPlausible { return (start..<end, .nameTitled) }
    guard text[start].shape != .upper, !isAddress else { return nil }
    return fullName(end)
  }

  /// `tên | Mẹ Việt Nam anh hùng`
  private var isTitle: Bool {
    text.match(.honorific, at: start).map { $0.end > limit } == true
  }

  /// One capital that no word announces, as a sentence's first word is: an age behind it, `tên là`, or its own strangeness make it a name.
  private func loneName() -> (range: Range<Int>, rule: Rule)? {
    // bà Lý Muối, người Hoa, 102 tuổi
    if text.isKeyword(start - 1, .people) { return nil }
    if NameEvidence.ageFollows(text, limit) || isAnnounced || isExplained, isPlausible || isStrangerWithAge {
      return (start..<limit, .nameTitled)
    }
    if NameEvidence.isRelative(text, start) { return (start..<limit, .nameForeign) }
    if sharesTitle && isListedGivenName || NameEvidence.isNicknamed(text, start) { return (start..<limit, .nameListed) }
    if isForeignSubject || isBornForeigner || isFamous
      || beforeComma == .name && NameShape.isForeignWord(text, start) && !text[limit].isCapitalized
    {
      return (start..<limit, .nameForeign)
    }
    return NameShape.beginsForeignName(text, start) && !isAddress ? (start..<limit, .nameForeign) : nil
  }

  /// A syllable that people bear, behind `và` or between the commas of a list.
  private var isListedGivenName: Bool {
    guard text.isJoined(start), text.isVietnamese(start), NameShape.isGivenName(text, start), !text.beginsLongPhrase(at: start),
      text.longestPlace(at: start) == nil, !text[limit].isCapitalized, text[limit].kind != .number
    else { return false }
    return text.isKeyword(start - 1, .and) || text[limit].kind == .comma || text.isKeyword(limit, .and)
  }

  private var isAnnounced: Bool { NameEvidence.isNamed(text, start) }

  /// `dự án có tên Sol Villas`, `loài lan mang tên …`: things are called so too; `bộ phim mang tên Hoa hồng trên ngực trái`, of which the
  /// capital is the first word.
  private var isThingsName: Bool {
    guard text.isKeyword(start - 1, .namedWord), [Keyword.have, .bear, .set].contains(where: { text.isKeyword(start - 2, $0) }) else {
      return false
    }
    guard text.isVietnamese(start) else { return !NameShape.isForeignPerson(text, start..<limit) }
    return limit == start + 1 && text.isJoined(limit) && (text[limit].shape == .lower || text[limit].kind == .number)
      && !text.isKeyword(start - 3, .people) && text.match(.nameLabel, at: limit) == nil && text.match(.predicate, at: limit) == nil
      && !(max(start - 5, 1)..<start - 2).contains { text.match(.honorific, at: $0, limit: start - 2)?.end == start - 2 }
  }

  /// `Báo Thanh Niên`, `PV Người Đưa Tin`
  private var isNewspaper: Bool {
    limit - start >= 2
      && (text.isKeyword(start, .newspaper) && (trigger == .none || trigger == .position)
        || trigger == .job && (text.isKeyword(start, .people) || isPaperOfReporter))
  }

  private var isPlausible: Bool {
    text.isVietnamese(start) || text.match(.foreignName, at: start) != nil || limit - start >= 2
  }

  private var isRankName: Bool {
    text.longestPlace(at: start) == nil || text.isVietnamese(start) || limit - start >= 2
  }

  private var isTitledName: Bool {
    if isHeading { return false }
    if limit - start == 1, text[limit].shape == .lower && text.isJoined(limit) && beginsClause || endsInCompanyWord { return false }
    if trigger == .job, limit - start >= 2, !text.isVietnamese(start), !text.isListed(start, .foreignName),
      !text.isListed(limit - 1, .foreignName), NameShape.surname(text, start) == nil, !NameShape.isForeignPerson(text, start..<limit)
    {
      return false
    }
    if text.match(.body, at: start - 1).map({ $0.end > start }) == true || beginsVerb { return false }
    if trigger == .job || trigger == .degree {
      if limit - start == 1, NameShape.isForeignWord(text, start) { return true }
      return limit - start >= 2 && (NameShape.surname(text, start) != nil || NameShape.beginsForeignName(text, start) || limit - start <= 4)
        && !isOrganizationLike && (!endsInCompanyWord || beginsWithGivenName)
    }
    return !isOrganizationLike
  }

  /// A lone capital behind a word for a person that is no name: `anh Công an`, `bà Mẹ`.
  private var isOrganizationLike: Bool {
    text.match(.body, at: start).map {
      $0.end > start + 1 || limit == start + 1 && text[limit].isCapitalized
        || text[$0.end].shape == .lower && text.isListed(start, .organizationWord)
    }
      ?? false
  }

  /// `Thiên Minh Group`
  private var endsInCompanyWord: Bool {
    !text.isVietnamese(limit - 1) && text.isListed(limit - 1, .organizationWord) && !text.isListed(limit - 1, .foreignName)
  }

  /// `Arthur Golden`; not `Sol Villas`
  private var beginsWithGivenName: Bool {
    text.match(.foreignName, at: start).map { text.item(.foreignName, $0).field1.equals("given") } == true
  }

  /// Behind a post: a surname, a foreign name, or capitals that are no body.
  private var isPositionName: Bool {
    let length = limit - start
    guard text[start].gap <= .space || text[start - 1].kind == .colon, !endsInCompanyWord else { return false }
    if length >= 2, NameShape.surname(text, start) != nil || NameShape.isMinorityLetterBehindPost(text, start) { return true }
    if NameShape.beginsForeignName(text, start) || text.isListed(start, .foreignName) && NameShape.isForeignPerson(text, start..<limit) {
      return true
    }
    // Tổng thống Assad
    if length == 1, text[start].shape == .capital, text.isListed(start, .foreignName), !text.isVietnamese(start),
      text.match(.place, at: start) == nil
    {
      return true
    }
    // Thượng nghị sĩ Blumenthal, cố vấn McMaster
    if length == 1, isBehindSenator || isGaelic { return true }
    // Giáo hoàng Alexanđê III
    if length == 1, RegnalNumber.stands(text, behind: start..<limit) { return true }
    if length >= 2, length <= 4, !text.isVietnamese(start), !isOrganizationLike { return true }
    if length <= 4, PlaceName.endsCountry(text, start, from: start - 3), length >= 2 || !text.isVietnamese(start), !isOrganizationLike {
      return true
    }
    return length == 1 && NameShape.isGivenName(text, start) && text[start].shape == .capital && text[start - 1].kind != .colon
      && text[limit].kind != .number
      && NameShape.surname(text, start)?.isCommon != true
      && !text.isListed(start, .organizationWord)
  }

  /// Shape alone: three syllables or more behind a surname, or two behind one that is no everyday word.
  private func fullName(_ end: Int) -> (range: Range<Int>, rule: Rule)? {
    let length = end - start
    if isNameOfBody || endsInCompanyWord || trigger == .none && NameEvidence.isCityOfBody(text, start) { return nil }
    if isListedGivenNames { return (start..<limit, .nameListed) }
    if isCreditOfPaper { return (start..<limit, .nameByline) }
    if isSinoName || isIntroduced || isRomanized || limit - start == 2 && isExplained { return (start..<limit, .nameForeign) }
    if NameShape.beginsForeignName(text, start),
      limit - start <= 4 || (start..<limit).contains(where: { text[$0].kind == .dash || text[$0].shape == .lower })
    {
      return (start..<limit, .nameForeign)
    }
    if isListedForeigner { return (start..<limit, .nameListed) }
    if isFormerHolder || isArrested || isShortened || isApposed { return (start..<limit, .nameFull) }
    if isTransliterated || NameShape.isOfForeignWords(text, start..<limit) { return (start..<limit, .nameForeign) }
    if isSpeaker || isDescribed || isIdentified || isOfCountry { return (start..<limit, .nameForeign) }
    guard let surname = NameShape.surname(text, start), length > surname.words, length <= 5, !isNumberedQuarter else { return nil }
    guard NameShape.beginsName(text, start) || beforeComma == .name, !isSaidTwice else { return nil }
    let isListed = beforeComma == .name
    if length == 2 {
      guard isListed || !surname.isCommon,
        isListed || surname.isMinority || NameShape.isGivenName(text, start + 1) || !text.isVietnamese(start + 1)
      else { return nil }
      if text.beginsSentence(start), surname.isCommon { return nil }
    }
    if surname.isCommon, !isListed, !NameShape.isMiddleName(text, start + 1), !isVietnameseName(start..<end) { return nil }
    // Hoàng Anh Gia Lai: a club that ends in its province. Trà Thái Nguyên: a product of its own.
    if length == 4 || length == 3 && surname.isCommon, let province = text.match(.province, at: end - 2), province.end == end { return nil }
    if length == 3, surname.isCommon, !isListed, PlaceName.endsCountry(text, end, from: start + 1) { return nil }
    return StreetList.holds(text, start) || QualifiedThing.holds(text, start) ? nil : (start..<end, isListed ? .nameListed : .nameFull)
  }

  /// `Max Mena nói`, `Thanh Lam tâm sự`: what only a person does.
  private var isSpeaker: Bool {
    guard text.isJoined(limit), let verb = text.match(.nameLabel, at: limit), text.item(.nameLabel, verb).field1.equals("person") else {
      return false
    }
    if NameShape.isForeignPerson(text, start..<limit) { return true }
    return limit - start == 2 && NameShape.isGivenName(text, start) && NameShape.isGivenName(text, limit - 1)
      && text.longestPlace(at: start) == nil && !PenName.isOrdinaryPhrase(text, start..<limit) && !text.isSmallWord(start, "function")
      && text.match(.canChi, at: start) == nil && text.match(.honorific, at: start) == nil
  }

  /// `Đại gia điện máy Hoa Mai Hoa Mai`: a heading ends in the word that the sentence begins with.
  private var isSaidTwice: Bool {
    limit - start == 4 && text.fold(start) == text.fold(start + 2) && text.fold(start + 1) == text.fold(start + 3)
  }

  private func isVietnameseName(_ range: Range<Int>) -> Bool {
    for index in range where !text.isVietnamese(index) && !text.entry(index).traits.contains(.single) && text[index].shape != .mixed {
      return false
    }
    return true
  }

  private func isByline(_ range: Range<Int>) -> Bool {
    guard isVietnameseName(range), !PenName.isOrdinaryPhrase(text, range), text.match(.province, at: start) == nil,
      text.match(.body, at: start).map({ $0.end == start + 1 }) ?? true
    else { return false }
    guard let place = text.match(.place, at: start), place.end == range.upperBound else { return true }
    return text.item(.place, place).field1.equals("feature") && text[start - 1].kind == .colon
  }

  /// `tổ Kha Lâm 3, phường Nam Sơn`: a quarter with its number.
  private var isNumberedQuarter: Bool {
    guard text[limit].kind == .number, text.isJoined(limit), text[limit + 1].kind == .comma, text.isJoined(limit + 2),
      let head = text.match(.placeHead, at: limit + 2)
    else { return false }
    return text.item(.placeHead, head).field1.equals("admin")
  }

  /// A surname behind a sentence's first word: `Nhưng Nguyễn Văn A`.
  func nameWithin() -> Range<Int>? {
    guard limit - start >= 3, !isHouseLetter, !isSaidTwice, !endsInCompanyWord,
      // 67 Nguyễn Thị Minh Khai
      !(isAddress && NameShape.surname(text, start) != nil)
    else { return nil }
    if text[start].shape == .upper { return upperNameWithin() }
    // Theo John Bolton, Khi Jo Myong - rok, Theo Darrell Cronk, CEO
    let isDescribed =
      text[limit].kind == .comma && text.match(.post, at: Position.behindTenure(text, limit + 1)) != nil
      && NameShape.isForeignPerson(text, start + 1..<limit)
    if text.isListed(start, .stopWord), text.beginsSentence(start), limit - start <= 5,
      isDescribed || NameShape.beginsForeignName(text, start + 1) || SpacedHyphen.beginsKorean(text, start + 1)
    {
      return start + 1..<limit
    }
    for index in (start + 1)..<(limit - 1) where index <= start + 3 {
      guard let surname = NameShape.surname(text, index), !surname.isCommon || limit - index >= 3, NameShape.beginsName(text, index),
        !(surname.isCommon && (hasBetterSurname(behind: index) || limit - index == 3 && text.match(.province, at: index + 1)?.end == limit))
      else { continue }
      return StreetList.holds(text, index) ? nil : index..<NameShape.end(text, index, limit: limit)
    }
    return nil
  }

  /// `nghĩa quân Cốc Sơn | Nguyễn Tuấn Thiện`: a surname that is no everyday word, with two more syllables behind it.
  private func hasBetterSurname(behind index: Int) -> Bool {
    index + 1 < limit - 2
      && (index + 1..<limit - 2).contains { NameShape.surname(text, $0)?.isCommon == false && NameShape.beginsName(text, $0) }
  }

  /// `nhà 8B Lê Trực`: the letter belongs to the number of the house.
  private var isHouseLetter: Bool { text[start].gap == .none && text[start - 1].kind == .number }

  /// KHỞI TỐ NGUYỄN VĂN LỢI VỀ TỘI: in a headline only văn and thị show a name.
  private func upperNameWithin() -> Range<Int>? {
    for index in start..<(limit - 2) {
      guard NameShape.surname(text, index) != nil, NameShape.isMiddleName(text, index + 1) else { continue }
      return index..<(index + 3)
    }
    return nil
  }
}
