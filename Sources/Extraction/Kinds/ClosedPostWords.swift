/// phòng | hướng dẫn luật và điều tra, giải quyết tai nạn · cố vấn | cấp cao về châu Á tại Trung tâm … · phòng | cảnh sát bảo vệ (PK 20)
///
/// What a post behind a name may hold up to the mark that closes it.
extension ClosedPost {
  /// The token after the piece of the post at `index`; nil where none stands there.
  func endOfPiece(_ index: Int, _ isPaired: Bool) -> Int? {
    switch text[index].kind {
    case .word: return endOfWord(index, isPaired)
    case .number: return isNumberOfBody(index) ? index + 1 : nil
    case .abbreviation, .code: return index + 1
    case .dash where text[index].gap == .none && text[index + 1].gap == .none && text[index - 1].isCapitalized: return index + 2
    case .dash: return opening != .dash && isSpaced(index) && !beginsNote(index + 1) ? endOfWord(index + 1, isPaired) : nil
    case .comma: return isPaired ? goesOnBehindComma(index) ? index + 1 : nil : endOfSecondField(index)
    case .openParenthesis: return endOfBrackets(index)
    default: return nil
    }
  }

  /// `phòng quản lý, | khai thác hạ tầng`, `Cục Giải quyết khiếu nại, | tố cáo và thanh tra`
  func endOfSecondField(_ comma: Int) -> Int? {
    if text[comma + 1].lexeme != 0, text[comma + 1].lexeme <= Keyword.lastDateWord.lexeme || text.isKeyword(comma + 1, .around) {
      return nil
    }
    if isFieldWord(comma - 1), let joint = (comma + 2..<comma + 4).first(where: { text.isKeyword($0, .and) }),
      (comma + 1..<joint).allSatisfy(isFieldWord), joinsField(joint + 1)
    {
      return joint
    }
    var reader = OrganizationReader(text, comma)
    reader.isAfterPost = true
    reader.isFree = true
    return reader.takeSecondField() ? reader.index : nil
  }

  private func isNumberOfBody(_ index: Int) -> Bool {
    text[index + 1].kind != .word || text[index + 1].isCapitalized || text.match(.placeHead, at: index + 1) != nil || joins(index + 1)
      || text[index - 1].shape == .lower && text[index].lexeme == 1 && isLabel(index + 1)
  }

  /// `Vụ Giám sát, | thẩm định và xử lý`, `phòng cảnh sát kinh tế, | Công an tỉnh`
  private func isFieldWord(_ index: Int) -> Bool {
    text[index].shape == .lower && text.isListed(index, .organizationWord) && !text.isListed(index, .stopWord)
  }

  /// `tài chính | kế toán`, `tài chính - | kế toán`: what somebody does is a field of work too.
  private func isTrade(_ index: Int) -> Bool {
    isFieldWord(index) && isFieldWord(text[index - 1].kind == .dash ? index - 2 : index - 1) && !text.isKeyword(index, .house)
  }

  private func goesOnBehindComma(_ comma: Int) -> Bool {
    guard text.match(.post, at: comma + 1) == nil else { return false }
    return text.match(.body, at: comma + 1) != nil || text.isListed(comma + 1, .organizationWord) || isField(comma + 1)
  }

  /// `(PK 20)`, `(CSIS, Mỹ)`: a short name in the middle of a body's name.
  func endOfBrackets(_ index: Int) -> Int? {
    var end = index + 1
    while end < index + 6, text[end].kind != .closeParenthesis {
      guard text[end].isCapitalized || text[end].kind == .number || text[end].kind == .code || text[end].kind == .comma else { return nil }
      end += 1
    }
    return text[end].kind == .closeParenthesis && end > index + 1 && text[index + 1].shape != .lower ? end + 1 : nil
  }

  private func endOfWord(_ index: Int, _ isPaired: Bool) -> Int? {
    guard text[index].kind == .word, !isLabel(index), !text.isKeyword(index, .concurrently), !isDoneByLevel(index) else { return nil }
    if let predicate = text.match(.predicate, at: index) {
      return isBare || isField(index) && (isPaired || isBehindDepartment(index)) ? predicate.end : nil
    }
    guard !isOffice(index) || text.isKeyword(index - 1, .of) || text.isKeyword(index - 1, .forWhom) else { return nil }
    if let end = endOfBody(index) ?? endOfPhrase(index) { return end }
    if text[index].isCapitalized { return isPerson(index) ? nil : index + 1 }
    return isSmallWordOfBody(index) ? index + 1 : nil
  }

  /// `Phó trưởng Công an huyện | chỉ huy`, `Phó Trưởng phòng PC05 | chỉ huy`; `Chủ tịch UBND xã này`, `Phó Chủ tịch UBND tỉnh phụ trách kinh tế` go on.
  private func isDoneByLevel(_ index: Int) -> Bool {
    guard text[index].shape == .lower else { return false }
    if text[index - 1].shape != .lower || (max(index - 4, 1)..<index).contains(where: { text.match(.post, at: $0)?.end == index }),
      let staff = text.match(.post, at: index), text.item(.post, staff).phrase.equals("chỉ huy")
    {
      return true
    }
    return OrganizationReader(text, index).isBehindLevel && !joins(index) && !text.isKeyword(index, .this)
      && !ClosedPost.isCharge(text, index)
  }

  /// A body or a place in capitals, with the place it lies in.
  private func endOfBody(_ index: Int) -> Int? {
    var reader = OrganizationReader(text, index)
    reader.isAfterPost = true
    if reader.takeAdministrative(), reader.index > index + 1 { return reader.index }
    guard text[index].isCapitalized, let end = OrganizationReader.end(text, at: index), end > index + 1 else { return nil }
    return end
  }

  /// `bán đảo`, `tên lửa`, `khi đó`: words that are no verb, title or conjunction together.
  private func endOfPhrase(_ index: Int) -> Int? {
    guard text[index].shape == .lower else { return nil }
    if text.isKeyword(index, .when), text.isKeyword(index + 1, .thereof) { return index + 2 }
    if let head = text.match(.placeHead, at: index), head.end > index + 1 { return head.end }
    guard text.isListed(index, .stopWord) || text.match(.honorific, at: index) != nil, let noun = text.countedNoun(at: index),
      noun.end > index + 1, noun.end > text.match(.honorific, at: index)?.end ?? 0
    else { return nil }
    return noun.end
  }

  private func isSmallWordOfBody(_ index: Int) -> Bool {
    if text.isKeyword(index, .and) { return joinsField(index + 1) }
    // thiết bị
    if joins(index) || (text.countedNoun(at: index - 1)?.end ?? 0) > index { return true }
    guard let match = text.match(.stopWord, at: index) else { return !isTitle(index) || isBehindGroup(index) || isTrade(index) }
    let word = text.item(.stopWord, match)
    if text.isKeyword(index, .atPlace) || text.isKeyword(index, .inPlace) {
      return !isOccasion(index + 1) && !text.isKeyword(index + 1, .street)
    }
    if word.field2.equals("post") { return text[index + 1].kind == .word && !isLabel(index + 1) || text.isKeyword(index, .this) }
    if text.isKeyword(index - 1, .against) { return true }
    guard text.isListed(index, .organizationWord) else { return false }
    if word.field1.equals("verb"), text.isSmallWord(index - 1, "verb"), text[index - 1].shape == .lower { return true }
    return !word.field1.equals("verb")
      || text[index + 1].shape == .lower && text.isListed(index + 1, .organizationWord) && !text.isSmallWord(index + 1, "function")
  }

  /// `tại | buổi gặp mặt`, `tại | đây`, `tại | trụ sở Chính phủ`: where something happens, and no body.
  private func isOccasion(_ index: Int) -> Bool {
    if text[index].isCapitalized { return false }
    let isHeld = text.match(.unit, at: index).map { text.item(.unit, $0).field1.equals("event") } ?? false
    return isHeld || isSeat(index) || text.match(.event, at: index) != nil || text.isListed(index, .stopWord)
  }

  private func isSeat(_ index: Int) -> Bool {
    text.match(.unit, at: index).map { text.item(.unit, $0).phrase.equals("trụ sở") } == true && text[index + 2].kind == .word
      && text.match(.body, at: index + 2) != nil
  }

  /// `khảo thí và | quản lý chất lượng`, not `và | bốn đồng sự`, `và | lãnh đạo các bộ`
  private func joinsField(_ index: Int) -> Bool {
    if text.isListed(index, .numberWord) || text.isKeyword(index, .the) || text.isKeyword(index, .those) { return false }
    if isField(index) { return true }
    if text[index].shape == .lower, let post = text.match(.post, at: index) {
      let item = text.item(.post, post)
      return item.field1.equals("staff") && item.field2.equals("company")
    }
    return text[index].shape == .lower
      ? !text.isListed(index, .stopWord)
      : text.starts(index, .organizationWord) || text.match(.body, at: index) != nil || text.longestPlace(at: index) != nil
  }

  // MARK: - Words and phrases

  /// A person's name; behind a firm's or a school's word it is theirs.
  func isPerson(_ index: Int) -> Bool {
    if text.match(.rank, at: index) != nil { return true }
    guard NameShape.beginsName(text, index) || NameShape.isForeignWord(text, index) && NameShape.runLength(text, index) == 1 else {
      return false
    }
    if ClosedPost.ownsCapitals(text, index) { return false }
    return !(max(index - 5, 1)..<index).contains { head in
      text.match(.placeHead, at: head).map { text.placeHeadKind($0) == .named } == true
        && ((head + 1..<index).allSatisfy { text[$0].shape == .lower }
          || text.isKeyword(index + NameShape.runLength(text, index), .atPlace))
    }
  }

  /// `phòng | hướng dẫn`, `và | giải quyết`, `giám đốc | phụ trách`: where the name of a field of work may stand.
  func isBehindDepartment(_ index: Int) -> Bool {
    if (max(index - 4, 1)..<index).contains(where: { text.match(.post, at: $0)?.end == index && ($0 >= index - 2 || isOffice($0)) }) {
      return true
    }
    if text.match(.province, at: index - 2)?.end == index { return false }
    return ClosedPost.isCharge(text, index) || isBehindGroup(index) || joins(index - 1) || isField(index - 2) || isOfCompany(index)
  }

  /// `công ty cổ phần đầu tư | xây dựng`, `ban quản lý dự án | xây dựng`, `Công ty TNHH | xử lý nước`
  private func isOfCompany(_ index: Int) -> Bool {
    (max(index - 8, 1)..<index).contains {
      text.isKeyword($0, .police) && text.match(.body, at: $0) != nil && !text.isKeyword($0 + 1, .policeTail)
    }
      || text.isKeyword(index - 4, .expectHead) || text.isKeyword(index - 2, .expectHead)
  }

  /// Behind `phòng`, `đội`, `nhóm`, `trung tâm`: first words of a body's name.
  private func isBehindGroup(_ index: Int) -> Bool {
    (index - 2..<index).contains { first in
      text.match(.body, at: first).map { $0.end == index && text.item(.body, $0).field1.equals("head") } == true
        || text.match(.unit, at: first).map { $0.end == index && isGroup(text.item(.unit, $0)) } == true
    }
  }

  private static let groups: [StaticString] = ["nhóm", "lực lượng", "bộ phận", "cảnh sát"]

  private func isGroup(_ unit: LexiconItem) -> Bool {
    unit.field1.equals("body") || ClosedPost.groups.contains { unit.phrase.equals($0) }
  }

  /// `điều tra`, `hướng dẫn`: a verb that is the name of a field of work too.
  func isField(_ index: Int) -> Bool {
    text.match(.predicate, at: index).map { text.item(.predicate, $0).field1.equals("field") } ?? false
  }

  /// What a sentence goes on with behind the post that is its subject.
  func beginsPredicate(_ index: Int) -> Bool {
    if text[index].shape != .lower { return false }
    if text[index - 1].kind == .closeParenthesis {
      return !isSmallWordOfBody(index) || text.match(.placeHead, at: index) == nil && !joins(index)
    }
    // với hai cơ sở ở Hà Nội
    if text.isKeyword(index, .with), NumberWords.begins(text, index + 1) { return true }
    if text.isKeyword(index, .have) || text.isKeyword(index, .set) && text[index - 1].isCapitalized { return true }
    if text[index - 1].isCapitalized, text.isSmallWord(index, "function"), !isSmallWordOfBody(index) { return true }
    let isSyllable = text.isListed(index - 1, .organizationWord) && !text.isListed(index - 1, .stopWord)
    if text[index - 1].shape == .lower, !isSyllable { return false }
    if [Keyword.already, .will, .also, .just].contains(where: { text.isKeyword(index, $0) }) { return true }
    return text.match(.predicate, at: index) != nil && !isField(index)
  }

  /// `khai | thác`: the verb of one syllable begins another word.
  private static func isFirstSyllable(_ text: TokenizedText, _ label: Int, _ end: Int) -> Bool {
    end == label + 1 && text[end].shape == .lower && text.isListed(end, .organizationWord) && !text.isListed(end, .stopWord)
  }

  /// Whether a verb of saying begins at the token.
  static func isSaying(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.nameLabel, at: index).map { !isFirstSyllable(text, index, $0.end) } ?? false
  }

  /// A verb of saying; `thông tin` of `văn hoá thông tin huyện` is none.
  func isLabel(_ index: Int) -> Bool {
    guard let label = text.match(.nameLabel, at: index) else { return false }
    return !ClosedPost.isFirstSyllable(text, index, label.end)
      && !(text.isListed(index - 1, .organizationWord) && text[index - 1].shape == .lower && text.match(.placeHead, at: label.end) != nil)
  }

  func joins(_ index: Int) -> Bool {
    text.isKeyword(index, .and) || text.isKeyword(index, .of) || text.isKeyword(index, .about) || text.isKeyword(index, .belong)
  }

  func isOffice(_ index: Int) -> Bool {
    guard let post = text.match(.post, at: index) else { return false }
    let item = text.item(.post, post)
    let isNone = item.field1.equals("role") || item.field1.equals("staff") && !item.field2.equals("party")
    return !isNone && !(text.match(.body, at: index).map { $0.end >= post.end } ?? false)
  }

  /// A word for a person; `kỹ thuật`, that stands before credits too, is none.
  private func isTitle(_ index: Int) -> Bool {
    guard let title = text.match(.honorific, at: index) else { return false }
    return !text.item(.honorific, title).field1.equals("caption")
  }
}
