/// Reads the name of a body: `Phòng Tham mưu Công an tỉnh`, `UBND xã Ea Uy`, `Cục Điện lực và Năng lượng tái tạo`.
///
///     BODY {BODY | tỉnh, huyện… PLACE | number | capitals | words of organisations} [, larger BODY or place] [(…)]
struct OrganizationReader {
  let text: TokenizedText
  var index: Int
  let start: Int
  var isFirstPiece: Bool { index == start }
  /// The name goes on in capitals of its own: Cục, Phòng, Sở; not after Công an or UBND, which a place follows.
  var isFree = false
  /// Where a listed body that signs documents, or a second field of work, ended: Bộ Tài nguyên và Môi trường is no school (`trường`).
  private(set) var endOfIssuer = -1
  var endOfSecondField = -1
  var isAfterPost = false
  private(set) var isOfState = false

  /// The token after the body that begins at `start`, nil when none begins there.
  static func end(_ text: TokenizedText, at start: Int) -> Int? {
    var reader = OrganizationReader(text, start)
    return reader.read() ? reader.index : nil
  }

  /// The token after what follows a post: a body, a place, or capitals that are no person's name; `start` when nothing fits.
  /// - Parameter isOfState: no firm's post.
  static func endAfterPost(_ text: TokenizedText, at start: Int, isComplete: Bool, isOfState: Bool = false) -> Int {
    var reader = OrganizationReader(text, start)
    reader.isAfterPost = true
    if reader.bearsFieldName { return start + 2 }
    let isCommune = text.match(.placeHead, at: start - 1)?.end == start && reader.isCommuneName
    guard
      isCommune || reader.isPaperAhead || reader.isCompoundAhead
        || !NameShape.beginsNameAfterPost(text, start) && !(isOfState && beginsForeigner(text, start)),
      InitialsShape.endOfForeignName(text, start) == nil, !NameShape.isKorean(text, start)
    else { return start }
    if isComplete, text.match(.body, at: start) == nil, text.longestPlace(at: start) == nil, !reader.isLevel(start) { return start }
    reader.isFree = true
    reader.isOfState = isOfState
    let isNumbered = text.match(.body, at: start - 2)?.end == start && reader.takeOrdinal()
    if isCommune { reader.takePlaceName() } else if !isNumbered { _ = reader.takePiece(first: true) }
    if reader.index > start { reader.extend() }
    return reader.index
  }

  init(_ text: TokenizedText, _ start: Int) {
    self.text = text
    self.start = start
    index = start
  }

  private mutating func read() -> Bool {
    guard takeBody() else { return false }
    extend()
    return true
  }

  mutating func takeBody() -> Bool {
    guard let match = text.match(.body, at: index), (text.match(.predicate, at: index)?.end ?? 0) <= match.end else { return false }
    let kind = text.bodyKind(match)
    if text[index].shape == .lower, index > start, match.end == index + 1, !text[match.end].isCapitalized, text[match.end].kind != .number,
      text[match.end].kind != .code
    {
      return false
    }
    if kind == .abbreviation {
      guard text[index].shape == .upper || text[index].kind != .word, !isSyllableInCapitals else { return false }
    } else if text[index].shape == .lower, index == start && kind == .unit || index > start && isBehindLevel {
      return false
    }
    if kind == .issuer, match.end > index + 1 { endOfIssuer = match.end }
    index = match.end
    isFree = !takesPlace(kind)
    takeStopOfAbbreviation()
    // UBND huyện | đảo
    if let head = text.match(.placeHead, at: index - 1), head.end > index, text.placeHeadKind(head) == .admin {
      index = head.end
      takePlaceName(isCommune: isCommune(head))
      return true
    }
    let longer = index - 2 >= start ? text.match(.placeHead, at: index - 2) : nil
    if text[index - 1].kind == .period {
      takePlaceName()
    } else if let head = longer?.end == index ? longer : text.match(.placeHead, at: index - 1), head.end == index,
      text.placeHeadKind(head) == .admin, !isAbbreviatedLevel(before: index + 1)
    {
      takePlaceName(isCommune: isCommune(head))
    }
    return true
  }

  /// `THU DIỄM`: a syllable beside others in capitals is no abbreviation.
  private var isSyllableInCapitals: Bool {
    guard text[index].kind == .word, text.isVietnamese(index) else { return false }
    return [index - 1, index + 1].contains {
      text[$0].kind == .word && text[$0].shape == .upper && text.isVietnamese($0) && text[max($0, index)].gap == .space
    }
  }

  /// Bodies whose own name is complete and which only a place follows.
  private func takesPlace(_ kind: BodyKind) -> Bool {
    guard kind == .issuer || kind == .abbreviation else {
      return text.isKeyword(index - 1, .policeTail) && text.isKeyword(index - 2, .police)
    }
    return true
  }

  mutating func extend() {
    while text.isJoined(index) {
      if !takePiece(first: false), !takeSecondField() { break }
    }
    let brackets = index
    if takeBrackets(), text.isJoined(index), takeBehindBrackets(brackets) { return extend() }
    while takeLargerUnit() {}
  }

  /// One more piece of the name.
  private mutating func takePiece(first: Bool) -> Bool {
    let token = text[index]
    guard token.gap <= .space || first else { return false }
    if token.kind == .number || token.kind == .symbol { return takeNumber(first: first) }
    if token.kind == .dash { return takeAbbreviationTail() || takeRegionPlace() || takeJoinedField() }
    if token.kind == .other { return takeAmpersand() }
    if token.kind == .code {
      guard !first || text[index - 1].kind == .word else { return false }
      index += 1
      isFree = false
      return true
    }
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    if token.shape == .lower && beginsPredicate || token.shape == .upper && (beginsPredicate || isVerb) { return false }
    if token.shape != .lower {
      if takesPersonsName, takeOwnName() { return true }
      if isPersonAhead && !isPaperAhead || isBehindCountry || isForeignerAhead || isPersonBehindLevel { return false }
    }
    if text.match(.rank, at: index) != nil { return false }
    if takeRegionNumber() || takeAdministrative() || takeProject() { return true }
    if !first, beginsHolder { return false }
    if takeBody() { return true }
    if let match = text.longestPlace(at: index), token.shape != .lower {
      if !takeSyllableOfCountry(match) { takePlace(match) }
      return true
    }
    // HĐQT VPBank Ngô Chí Dũng
    if token.shape == .mixed, isAfterPost, isFirm || isBank || NameShape.beginsName(text, index + 1) {
      index += 1
      return true
    }
    if token.shape == .capital || token.shape == .upper || token.kind == .abbreviation {
      if !isFree, !isAfterPost, !first, token.shape == .capital { return false }
      if token.shape == .capital, let title = text.match(.honorific, at: index), !isFree || announces(title) { return false }
      if beginsNextSentence { return false }
      takeCapital()
      return true
    }
    return !first && takeOrdinal() || takeSmallWord(first: first)
  }

  /// `Đảng | Giáo sư Chu Hảo`
  private func announces(_ title: PhraseMatch) -> Bool {
    title.end > index + 1 && text[title.end].shape == .capital && text.trigger(title) == .degree
      && (index == start + 1 && text[start].shape == .capital && text.match(.body, at: start, limit: index)?.end == index
        && NameShape.surname(text, title.end) != nil)
      || NameShape.beginsCalledPerson(text, index)
  }

  private var beginsPredicate: Bool {
    text.match(.predicate, at: index) != nil || text.isKeyword(index, .concurrently) || isJustDoing
      || text.match(.nameLabel, at: index).map { $0.end > index + 1 } == true
  }

  /// A school, a hospital or a street may bear a person's name, `Trường Tiểu học Lý Tự Trọng`, several do not: `các KCN | Trần Văn Ba`.
  private var takesPersonsName: Bool {
    var first = max(start, index - 5)
    while first < index {
      if first < index - 1 || index != endOfIssuer && index != endOfSecondField && !isSyllableOfCompound(first),
        let head = text.match(.placeHead, at: first), head.end == index
      {
        return text.placeHeadKind(head) == .named && !text.isKeyword(first - 1, .the)
      }
      first += 1
    }
    return false
  }

  private mutating func takeOwnName() -> Bool {
    let length = lengthOfOwnName
    guard text[index].isCapitalized, length >= 1 else { return false }
    index += length
    // Trường ĐH Sư phạm kỹ thuật
    if length == 1, text[index].shape == .lower { isFree = true }
    return true
  }

  private mutating func takeNumber(first: Bool) -> Bool {
    if takeCommitteeNumber() { return true }
    guard text[index].kind == .number else { return false }
    guard !first || NumberLabel.precedes(text, index), text[index].lexeme == 1, text.part(index, 0).digits <= 4 else { return false }
    let next = text[index + 1]
    // A count or a date begins here when a noun follows.
    guard
      !(next.gap <= .space && next.shape == .lower && text.countedNoun(at: index + 1) != nil) || next.isKeyword(.sign)
        || text.match(.predicate, at: index + 1) != nil
    else {
      return false
    }
    guard
      text[index - 1].shape != .lower || NumberLabel.precedes(text, index) || text.match(.body, at: index - 1) != nil
        || text.isKeyword(index - 1, .number) || isBehindRegion
    else { return false }
    index += 1
    return true
  }

  /// tỉnh Đắk Nông · xã Ea Uy · TP.HCM · thành phố; the name is capitals or a number.
  mutating func takeAdministrative() -> Bool {
    guard let match = text.match(.placeHead, at: index), text.placeHeadKind(match) == .admin,
      (text.match(.body, at: index)?.end ?? 0) <= match.end
    else { return false }
    guard
      text[index].shape == .lower || text[index].shape == .upper || text.isJoined(match.end) && text[match.end].isCapitalized
        || isAbbreviatedLevel(before: match.end)
    else { return false }
    index = match.end
    takeStopOfAbbreviation()
    takePlaceName(isCommune: isCommune(match))
    return true
  }

  /// What `tỉnh`, `xã`, `phường` is called: a number, a listed place, capitals up to a person's name.
  private mutating func takePlaceName(isCommune: Bool = false) {
    isFree = false
    if isPersonBehindLevel { return }
    guard text.isJoined(index) else { return }
    if text[index].kind == .number, text[index].lexeme == 1 {
      if !text.starts(index + 1, .unit) || text.match(.issuing, at: index + 1) != nil { index += 1 }
      return
    }
    var words = 0
    if let match = text.longestPlace(at: index), text[index].shape != .lower {
      let isCountry = match.end == index + 1 && PlaceName.endsCountry(text, match.end, from: index)
      index = match.end
      // xã Mỹ | Lợi: no commune is called like a country
      guard isCountry, isCommune, text.isJoined(index), text[index].shape == .capital else { return }
      index += 1
      words = 2
    }
    while text.isJoined(index), text[index].isCapitalized || text[index].kind == .code, words < 4 {
      // "UBND tỉnh Võ Thành Đô", but "xã Lê Minh Xuân"
      if words > 0 || isAfterPost && !isCommuneName && !liesInDistrict || PlaceName.isNeverPerson(text, head: index - 1), isPersonAhead {
        break
      }
      if text.match(.rank, at: index) != nil || text[index].shape == .upper && (isVerb || text.match(.predicate, at: index) != nil) {
        break
      }
      index += 1
      words += 1
    }
  }

  /// Small letters within the name: `Cục Điện lực và Năng lượng tái tạo`.
  private mutating func takeSmallWord(first: Bool) -> Bool {
    guard text[index].shape == .lower, isFree, !text.isKeyword(index + 1, .with) else { return false }
    if first { return takeFirstSmallWord() }
    if text.isKeyword(index, .and) || text[index].isKeyword(.about) {
      guard text.isJoined(index + 1), text[index + 1].isCapitalized,
        isAbbreviatedField || text.isListed(index + 1, .organizationWord) || text.starts(index + 1, .organizationWord),
        text.match(.post, at: index + 1) == nil, text.match(.rank, at: index + 1) == nil, !NameShape.beginsName(text, index + 1)
      else { return false }
      index += 1
      return true
    }
    guard !opensPhrase, !issuesPaper else { return false }
    index += 1
    return true
  }

  /// `Trưởng đoàn | đại biểu quân sự`: the first word in small letters must belong to a body.
  private mutating func takeFirstSmallWord() -> Bool {
    guard isAfterPost, text.isKeyword(index - 1, .delegation) || text.isKeyword(index - 1, .issueHead),
      text.isListed(index, .organizationWord), !text.isListed(index, .stopWord),
      text.isListed(index + 1, .organizationWord), text.match(.predicate, at: index) == nil, text.match(.honorific, at: index) == nil
    else { return false }
    index += 1
    return true
  }

  /// A word that no organisation's name goes on with: a verb (not `công | trình`), a particle, a word of time or for a person.
  private var opensPhrase: Bool {
    if text.isListed(index, .stopWord), (text.countedNoun(at: index - 1)?.end ?? 0) <= index {
      // Hàng không, but "Bí thư Bình không"
      return isVerb && !isHalfOfWord || text[index - 1].shape != .capital || !text.isListed(index, .organizationWord)
        || !text.isListed(index - 1, .organizationWord)
    }
    if announcesPerson { return true }
    if text.isListed(index, .organizationWord) { return false }
    if text[index].lexeme != 0, text[index].lexeme <= Keyword.lastDateWord.lexeme { return true }
    return text.match(.honorific, at: index) != nil || text.match(.decreeType, at: index) != nil
  }

  private var isVerb: Bool { text.isSmallWord(index, "verb") }
}
