/// What may follow the name of a body: its second half or number, a short name in brackets.
extension OrganizationReader {
  /// The place that the name ends in: `Tổng thống Nga | không gặp`. `Cục Mỹ thuật`, `khoa Việt Nam học` go on.
  mutating func takePlace(_ match: PhraseMatch) {
    let isBehindHead = text.phraseClasses(at: index - 1) & (LexiconClass.body.bit | LexiconClass.placeHead.bit) != 0
    let goesOn = text.isKeyword(match.end, .school) || text.isKeyword(match.end, .and) && !isFirstPiece
    if !(isBehindHead && match.end == index + 1), !goesOn { isFree = false }
    index = match.end
  }

  /// `trường` of `Môi trường`, `động` of `Lao động`: a small syllable behind a capital, both of an organisation's words.
  func isSyllableOfCompound(_ token: Int) -> Bool {
    text[token].shape == .lower && text[token].gap == .space && text[token - 1].shape == .capital
      && text.isListed(token, .organizationWord) && text.isListed(token - 1, .organizationWord)
  }

  /// `UBND TP. HCM`, `Công an H.Đức Hòa`, `Q.1`: the stop belongs to the abbreviation when a place follows it.
  mutating func takeStopOfAbbreviation() {
    guard isAbbreviatedLevel(before: index) else { return }
    index += 1
  }

  /// Whether the token is the stop of `TP`, `H`, `Q`: a listed place or a number stands behind it, `UBND Q. 10`, or without a blank or behind
  /// the word for a body any name, `Công an P. Ninh Giang`.
  func isAbbreviatedLevel(before stop: Int) -> Bool {
    guard text[stop].kind == .period, text[stop].gap == .none, text[stop - 1].end - text[stop - 1].start <= 2,
      text.match(.placeHead, at: stop - 1)?.end == stop, text.isJoined(stop + 1), text[stop + 1].shape != .lower
    else { return false }
    if text[stop + 1].kind == .number { return text[stop + 1].gap == .none || text.part(stop + 1, 0).digits <= 2 }
    if text.longestPlace(at: stop + 1) != nil { return true }
    guard text[stop + 1].shape == .capital else { return false }
    return text[stop + 1].gap == .none || isWardOfBody(stop + 1)
  }

  /// `UBND P. | Trung Thành`: two capitals that begin no sentence; cities are all listed.
  private func isWardOfBody(_ name: Int) -> Bool {
    let last = name - 3
    return (text[last].shape == .upper || text.isKeyword(last, .policeTail) && text.isKeyword(last - 1, .police))
      && !PlaceName.isNeverPerson(text, head: name - 2) && text[name + 1].shape == .capital && text.isJoined(name + 1)
      && text.phraseClasses(at: name) & (LexiconClass.honorific.bit | LexiconClass.post.bit | LexiconClass.body.bit) == 0
  }

  /// `Sở LĐ-TB-XH`, `Đội CSGT-TT`, `Phòng PC08-Công an tỉnh`: what a dash without blanks joins to an abbreviation.
  mutating func takeAbbreviationTail() -> Bool {
    let (before, next) = (text[index - 1], text[index + 1])
    // Covid-19
    let isDisease = before.shape == .capital && next.kind == .number && next.gap == .none && text[index].gap == .none
    if isAfterPost, isDisease || joinsSpacedAbbreviation {
      index += 2
      return true
    }
    guard text[index].gap == .none, next.gap == .none, before.shape == .upper, before.kind == .word || before.kind == .code else {
      return false
    }
    if isAbbreviation(index + 1) {
      index += 2
      return true
    }
    index += 1
    if isAfterPost, next.isCapitalized, takeBody() { return true }
    index -= 1
    return false
  }

  /// `trường THCS & THPT Lê Lợi`, `Phòng GD & ĐT`
  mutating func takeAmpersand() -> Bool {
    guard text[index].lexeme == Keyword.ampersand.lexeme, text.isJoined(index + 1) else { return false }
    // Bộ trưởng Nông nghiệp & Phát triển nông thôn
    if isAfterPost, isSyllableOfCompound(index - 1), text[index + 1].shape == .capital, text.isListed(index + 1, .organizationWord) {
      index += 1
      return true
    }
    let isFirm = (text[index - 1].kind == .abbreviation || isLetter(index - 1)) && isLetter(index + 1)
    guard isFirm || text[index - 1].shape == .upper && isAbbreviation(index + 1) else { return false }
    index += 2
    while isLetter(index - 1), isLetter(index), text.isJoined(index) { index += 1 }
    return true
  }

  /// `Trung ương Đảng | Cộng sản`: a capital behind a body whose name is complete, with the second half of its word.
  mutating func takeCapital() {
    index += 1
    if isAfterPost, !isFree, isSyllableOfCompound(index), !text.isListed(index, .stopWord), text.match(.body, at: index - 1) == nil,
      text.match(.post, at: index - 1) == nil
    {
      index += 1
    }
  }

  /// `Trung tâm Dự | báo`, `Nhóm nữ Đại | biểu`: the second half of a word whose first has a capital, and no verb.
  var isHalfOfWord: Bool {
    isAfterPost && isSyllableOfCompound(index) && text.match(.body, at: index - 1) == nil && text.match(.predicate, at: index) == nil
      && text.match(.nameLabel, at: index) == nil && text.isListed(index + 1, .organizationWord)
  }

  /// `Tập đoàn T&T`: one capital letter of a firm's name.
  private func isLetter(_ token: Int) -> Bool {
    isAfterPost && text[token].isCapitalized && text.entry(token).traits.contains(.single)
  }

  /// `tội phạm về | TTXH`, `trường THCS và | THPT`
  var isAbbreviatedField: Bool {
    guard isAbbreviation(index + 1) else { return false }
    return text[index].isKeyword(.about) || text[index - 1].shape == .upper && text.match(.placeHead, at: index + 1) != nil
  }

  /// Capitals that are no syllable: `TT`, `XH`.
  func isAbbreviation(_ token: Int) -> Bool {
    text[token].kind == .word && text[token].shape == .upper && !text.isVietnamese(token)
  }

  /// `Vụ đầu độc | cha con Skripal`, `cơ sở | bà Loan`: words for members of a family or for a person before a capital.
  var announcesPerson: Bool {
    if text.isKeyword(index, .mister) || text.isKeyword(index, .lady) { return text[index + 1].isCapitalized }
    // Vụ | nhà báo Trần Văn Nam bị đánh
    return text.match(.honorific, at: index).map {
      text.item(.honorific, $0).field2.equals("family") && text[$0.end].isCapitalized
        || $0.end > index + 1 && (NameShape.beginsName(text, $0.end) || NameShape.beginsForeignName(text, $0.end))
    } ?? false
  }

  /// `HĐQT | VietinBank`: a name in capitals and small letters behind a firm's board or the like.
  var isFirm: Bool {
    text.match(.body, at: index - 1).map { $0.end == index && !text.item(.body, $0).field1.equals("issuer") } ?? false
  }

  /// `Trung tâm Kiểm soát bệnh tật (CDC) | Hà Nội`, `Ban Chỉ huy phòng, chống thiên tai (BCH PCTT) | tỉnh Cà Mau`, `Hợp tác xã (HTX) | Nông
  /// nghiệp`: behind the brackets that stand right behind the head its own name is due.
  mutating func takeBehindBrackets(_ open: Int) -> Bool {
    guard text[index].isCapitalized else { return isAfterPost && takeAdministrative() }
    if isPersonAhead { return false }
    if takeBody() || takeProvinceBehindBrackets() { return true }
    guard isAfterPost, OrganizationReader.isBehindHead(text, open) else { return false }
    isFree = true
    takeCapital()
    return true
  }

  private mutating func takeProvinceBehindBrackets() -> Bool {
    guard let province = text.match(.province, at: index) else { return false }
    index = province.end
    return true
  }

  /// `Phòng khám Đa khoa | Đức Lĩnh`: a syllable that is a country too, before one more capital.
  mutating func takeSyllableOfCountry(_ match: PhraseMatch) -> Bool {
    guard isAfterPost, !isFirstPiece, match.end == index + 1, text.isVietnamese(index), NameShape.runLength(text, index) == 2,
      text.isVietnamese(index + 1), !text.entry(index + 1).traits.contains(.single),
      !text.isJoined(index + 2) || text[index + 2].kind != .word && text[index + 2].kind != .dash
    else { return false }
    index += 2
    return true
  }

  /// `Phó Tổng biên tập | Báo Thanh Niên`
  var isPaperAhead: Bool { text.isKeyword(index, .newspaper) && text[index].shape == .capital }

  /// `Vùng Cảnh sát biển | 2`
  var isBehindRegion: Bool {
    guard index - start >= 4, let region = text.match(.body, at: index - 4) else { return false }
    return text.item(.body, region).phrase.equals("vùng cảnh sát biển")
  }

  /// `tổ dân phố | số 4`
  mutating func takeOrdinal() -> Bool {
    guard text.isKeyword(index, .number), text.isJoined(index + 1), text[index + 1].kind == .number, text[index + 1].lexeme == 1,
      text.part(index + 1, 0).digits <= 3, text.match(.unit, at: index + 2) == nil
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

  /// `Giao thông | - Vận tải`, `Lao động | - Thương binh và Xã hội`: a ministry's fields behind a post, which a dash joins.
  mutating func takeJoinedField() -> Bool {
    let next = index + 1
    guard isAfterPost, isFree, text[index].gap == .space, text[next].gap == .space, text[next].kind == .word,
      isSyllableOfCompound(index - 1), text.isListed(next, .organizationWord), text.isListed(next + 1, .organizationWord),
      text[next + 1].shape == .lower, text.match(.post, at: next) == nil, text.match(.rank, at: next) == nil,
      text.match(.honorific, at: next).map({ text.trigger($0) == .job }) != false,
      text.match(.predicate, at: next).map({ text.item(.predicate, $0).field1.equals("field") }) != false,
      text.match(.body, at: next).map({ text.bodyKind($0) == .unit }) != false
    else { return false }
    index += 3
    return true
  }

  /// `Ban Chỉ đạo | Đề án 06`, `Tổ công tác triển khai | Đề án 06`: a committee that is called by its project.
  mutating func takeProject() -> Bool {
    guard text[index].isCapitalized, let project = text.match(.decreeType, at: index),
      text.item(.decreeType, project).field1.equals("Đề án"),
      text.isJoined(project.end), text[project.end].kind == .number, text[project.end].lexeme == 1,
      isGroup || text.isKeyword(index - 3, .issueHead)
    else { return false }
    index = project.end + 1
    return true
  }

  /// The word for a group alone.
  private var isGroup: Bool {
    text.match(.body, at: start).map { $0.end == index && text.item(.body, $0).field1.equals("head") } == true
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

  /// Công an huyện | tham mưu, UBND xã | thanh tra: the words of a field of work are a verb there.
  var isBehindLevel: Bool {
    text.match(.placeHead, at: index - 1)?.end == index && (text.isKeyword(index - 2, .policeTail) || text[index - 2].shape == .upper)
  }

  /// `Vụ Công tác học sinh, | sinh viên`, `Phòng Chính sách, | pháp luật Sở Tư pháp`: the name of a department goes on behind a comma in
  /// words of organisations, up to a mark, a body, a place, a person or a verb of saying; behind `và` up to a place, a body or a person.
  mutating func takeSecondField() -> Bool {
    let isComma = text[index].kind == .comma
    guard isAfterPost, isFree, isComma || joinsSecondField, text.isJoined(index), text.isListed(index - 1, .organizationWord),
      text.isListed(index - 2, .organizationWord), !text.isKeyword(index + 1, .people), !endsLevel
    else { return false }
    var end = index + 1
    while end <= index + 10, text.isJoined(end), isWordOfField(end) { end += 1 }
    guard end > index + 2, !text.isKeyword(end - 1, .and), isComma || text[end].kind == .word, endsField(end),
      isComma || text.longestPlace(at: end).map({ text[$0.end].isCapitalized && !NameShape.beginsName(text, $0.end) }) != true
    else { return false }
    endOfSecondField = end
    index = end
    return true
  }

  /// `Công an tỉnh |, kiểm tra`: the word for a place's level ends a name.
  private var endsLevel: Bool {
    text.match(.placeHead, at: index - 1).map { $0.end == index && text.placeHeadKind($0) == .admin } ?? false
  }

  /// `Cục Điện lực | và năng lượng tái tạo`, not `Hội Nông dân | và hội viên`
  private var joinsSecondField: Bool {
    text.isKeyword(index, .and) && text.match(.honorific, at: index + 1) == nil
      && text.match(.unit, at: index + 1).map { text.unitKind($0) == .people } != true
  }

  private func isWordOfField(_ token: Int) -> Bool {
    guard text[token].shape == .lower, text.isListed(token, .organizationWord) else { return false }
    if text.isKeyword(token, .and) { return true }
    return !text.isListed(token, .stopWord) && !beginsVerb(token) && !beginsOffice(token) && !isLevel(token) && !opensSaying(token)
  }

  /// A verb, but for a field of work that a mark ends: `Tham mưu, | tổng hợp -`.
  private func beginsVerb(_ token: Int) -> Bool {
    text.match(.predicate, at: token).map { !text.item(.predicate, $0).field1.equals("field") || text[$0.end].kind == .word } ?? false
  }

  /// A post, but for `học sinh, | sinh viên`.
  private func beginsOffice(_ token: Int) -> Bool {
    guard let post = text.match(.post, at: token) else { return false }
    return !text.item(.post, post).field1.equals("role") || text.match(.post, at: token - 3)?.end != token - 1
  }

  private func opensSaying(_ token: Int) -> Bool { text.match(.nameLabel, at: token).map { $0.end > token + 1 } ?? false }

  private func endsField(_ end: Int) -> Bool {
    if text[end].gap >= .line || opensSaying(end) || isLevel(end) { return true }
    switch text[end].kind {
    case .comma, .closeParenthesis, .openParenthesis, .period, .semicolon: return true
    case .dash: return text[end].gap == .space
    case .word:
      return text[end].isCapitalized
        && (text.match(.body, at: end) != nil || text.longestPlace(at: end) != nil || text.match(.rank, at: end) != nil
          || NameShape.beginsName(text, end))
    default: return false
    }
  }

  func isLevel(_ token: Int) -> Bool {
    guard let head = text.match(.placeHead, at: token), text.placeHeadKind(head) == .admin else { return false }
    return text.match(.body, at: head.end - 1) == nil && text[head.end].shape != .lower
  }
}
