/// Phó Giám đốc Công an tỉnh Đắk Nông · nguyên Thứ trưởng Bộ Công an · Tổng Bí thư
///
///     [nguyên | cựu | quyền | tân | cố] <post> [<body>]
enum Position {
  struct Reading {
    var first: Int
    var titleEnd: Int
    var end: Int
    var isComplete: Bool
  }

  /// Reads the post at token `start`, nil when no office is named there.
  static func read(_ text: TokenizedText, at start: Int) -> Reading? {
    var first = start
    var head = start
    // Thừa ủy quyền | Thủ tướng
    if text.isKeyword(start, .acting), text.isKeyword(start - 1, .committeeTail) { return nil }
    // cố Bộ trưởng, but cố vấn
    if isTenure(text, start), text.isJoined(start + 1), text.match(.post, at: start) == nil {
      head = start + 1
      // tuyên bố chủ quyền. | Bộ trưởng
      if text[head].kind == .period {
        guard beginsPhrase(text, start) else { return nil }
        head += 1
      }
    }
    guard let match = title(text, at: head) else { return nil }
    let item = text.item(.post, match)
    // "giữ chức vụ Trưởng phòng"
    if text.isKeyword(head, .seasonCrop), text[head].shape == .lower, text[head + 1].shape == .capital { return nil }
    if item.field1.equals("role") { return leaderOfCountry(text, from: start, match) }
    let isStaff = item.field1.equals("staff")
    if isStaff,
      !ClosedPost.isBehindName(text, first) || head == start && !namesWhatIsLed(text, match.end, isArmy: item.field2.equals("army"))
    {
      return nil
    }
    // đại sứ quán, lãnh sự quán
    if isAmbassador(text, match.end), let body = text.match(.body, at: head), body.end > match.end { return nil }
    // nguyên quyền kế toán trưởng
    if isTenure(text, first - 1), text.isJoined(first), beginsPhrase(text, first - 1) { first -= 1 }
    // đương kim Chủ tịch
    if text.isKeyword(first - 1, .incumbentTail), text.isKeyword(first - 2, .equalTail), text.isJoined(first) { first -= 2 }
    let isComplete = item.field1.equals("complete")
    let isOfMinister = namesMinistry(item)
    let titleEnd = isOfMinister ? match.end : endOfTitle(text, head, match.end)
    var end = titleEnd
    // "Trợ lý Tổng thống Nga Vladimir Putin": the inner post is the named person's.
    if let inner = text.match(.post, at: titleEnd), inner.end > match.end, isFollowedByName(text, titleEnd) {
      return Reading(first: first, titleEnd: titleEnd, end: titleEnd, isComplete: isComplete)
    }
    let goesOn =
      text.isJoined(end)
      || text[end].gap == .line && text.match(.body, at: end).map { text.bodyKind($0) == .issuer } == true
    if goesOn, end < text.count {
      end = OrganizationReader.endAfterPost(text, at: end, isComplete: isComplete, isOfState: isOfState(item))
    }
    end = max(end, match.end, endOfBodyWithin(text, head, match.end))
    if isAmbassador(text, titleEnd), text.isKeyword(end, .atPlace),
      let residence = text.longestPlace(at: end + 1)?.end ?? endOfBody(text, end + 1)
    {
      end = residence
    }
    end = PostTail.end(text, first: first, ClosedPost.end(text, first: first, titleEnd: titleEnd, end: end, isComplete: isComplete))
    if isStaff, head == start, end == titleEnd { return nil }
    end = max(end, endOfLargerBody(text, first: first, titleEnd: titleEnd, end: end))
    if let bearer = BracketedPost.end(text, first: first, titleEnd: titleEnd, end: end) { end = max(end, bearer) }
    if ClosedPost.isBehindName(text, first) { end = beforeLastCode(text, end, titleEnd) }
    end = endOfTerm(text, end)
    let shortEnd = speaks(item) ? head + 3 : isOfMinister ? head + 2 : titleEnd
    return Reading(first: first, titleEnd: shortEnd, end: end, isComplete: isComplete)
  }

  /// `A, Phó Trưởng phòng Cảnh sát môi trường | (PC05), cho biết`: the number of the unit that closes a post is a remark.
  private static func beforeLastCode(_ text: TokenizedText, _ end: Int, _ titleEnd: Int) -> Int {
    let open = end - 3
    guard open > titleEnd, text[end - 1].kind == .closeParenthesis, text[open].kind == .openParenthesis, text[open + 1].kind == .code else {
      return end
    }
    return open
  }

  /// `Ủy viên Ban Chấp hành Đảng bộ tỉnh | khóa XIX`, `đại biểu HĐND tỉnh | khóa 10`
  private static func endOfTerm(_ text: TokenizedText, _ end: Int) -> Int {
    guard text.isKeyword(end, .course), text.isJoined(end), text.isJoined(end + 1),
      RomanNumeral.value(text, end + 1) != nil || text.plainNumber(at: end + 1).map({ $0.digits <= 2 }) == true
    else { return end }
    return end + 2
  }

  /// `người phát ngôn | tổng thống`: three syllables, and for whom.
  private static func speaks(_ item: LexiconItem) -> Bool {
    item.phrase.begins(with: "người phát ngôn") || item.phrase.begins(with: "phát ngôn viên")
  }

  /// The listed post at the token; behind `phó` also a longer one that is listed without it, `phó | trưởng phòng kinh doanh`.
  private static func title(_ text: TokenizedText, at head: Int) -> PhraseMatch? {
    let match = text.match(.post, at: head)
    guard text.isKeyword(head, .vice), text.isJoined(head + 1), let chief = text.match(.post, at: head + 1),
      chief.end > match?.end ?? head
    else { return match }
    return chief
  }

  /// `Trợ lý tuyển sinh, | Cục Đào tạo, Bộ Công an -`: a post behind a name that names its body behind a comma, up to a mark.
  private static func endOfLargerBody(_ text: TokenizedText, first: Int, titleEnd: Int, end: Int) -> Int {
    guard text[end].kind == .comma, text[end + 1].isCapitalized, text.match(.body, at: end + 1) != nil,
      text.match(.post, at: end + 1) == nil,
      (first..<end).allSatisfy({ text.match(.body, at: $0) == nil || $0 < titleEnd }), ClosedPost.isBehindName(text, first)
    else { return end }
    let larger = OrganizationReader.endAfterPost(text, at: end + 1, isComplete: false)
    return larger > end + 2 && ClosedPost.closesApposition(text, larger) ? larger : end
  }

  /// `lãnh đạo | Triều Tiên | Kim Jong-un`, `cố lãnh tụ | Triều Tiên | Kim Nhật Thành`; not `nhà lãnh đạo Triều Tiên Kim Jong-un`.
  private static func leaderOfCountry(_ text: TokenizedText, from start: Int, _ leader: PhraseMatch) -> Reading? {
    let title = text.item(.post, leader).phrase
    // nghị sĩ | Lee Sang Don, but các nghị sĩ Mỹ
    if title.equals("nghị sĩ"), text.isJoined(leader.end), NameShape.isForeignPerson(text, at: leader.end) {
      return Reading(first: start, titleEnd: leader.end, end: leader.end, isComplete: true)
    }
    guard title.equals("lãnh đạo") || title.equals("lãnh tụ"), text.isJoined(leader.end), let country = text.match(.place, at: leader.end),
      PlaceName.endsCountry(text, country.end, from: leader.end),
      text.isJoined(country.end), text[country.end].isCapitalized,
      // lãnh đạo Thái Hà Hưng: a firm's
      country.end > leader.end + 1 || !text.isVietnamese(country.end),
      text.match(.honorific, at: start - 1).map({ $0.end >= leader.end }) != true
    else { return nil }
    return Reading(first: start, titleEnd: leader.end, end: country.end, isComplete: false)
  }

  /// `cán bộ | Công an tỉnh`, `chỉ huy | của quân đội Nga`, `chỉ huy | tàu USS Boxer`; not `chỉ huy | chữa cháy`, `chỉ huy | hàng trăm người`.
  private static func namesWhatIsLed(_ text: TokenizedText, _ start: Int, isArmy: Bool) -> Bool {
    let isOf = text.isKeyword(start, .of)
    if text.match(.body, at: isOf ? start + 1 : start) != nil || isNamedLevel(text, start) { return true }
    guard isArmy, text.match(.predicate, at: start) == nil else { return false }
    return isOf || text[start].shape == .upper || text.countedNoun(at: start) != nil && !text.isListed(start + 1, .numberWord)
  }

  /// `xã | Đại Cường`, `phường 3`
  private static func isNamedLevel(_ text: TokenizedText, _ index: Int) -> Bool {
    guard let level = text.match(.placeHead, at: index), text.placeHeadKind(level) == .admin, text.isJoined(level.end) else { return false }
    return text[level.end].isCapitalized || text[level.end].kind == .number
  }

  /// `Bộ trưởng Công an | Tô Lâm`: a field of work that is a body elsewhere, and no place or department follows it.
  private static func namesMinistry(_ item: LexiconItem) -> Bool {
    item.field1.equals("complete") && (item.phrase.begins(with: "bộ trưởng ") || item.phrase.begins(with: "thứ trưởng "))
  }

  /// Where the title ends and the body begins within a listed phrase: `bí thư | đảng ủy`, `giám đốc | công an`.
  static func endOfTitle(_ text: TokenizedText, _ head: Int, _ end: Int) -> Int {
    for split in (head + 1)..<max(end, head + 1)
    where text.phraseClasses(at: split) & LexiconClass.body.bit != 0 && !text.isKeyword(split, .standing) {
      if let body = text.match(.body, at: split), text[split].shape == .lower, text.bodyKind(body) == .unit { continue }
      guard let title = text.match(.post, at: head, limit: split), title.end == split else { continue }
      return split
    }
    return end
  }

  /// `Trưởng | Ban Chỉ đạo phòng, chống dịch`: where the body that begins within the listed post ends, behind it.
  private static func endOfBodyWithin(_ text: TokenizedText, _ head: Int, _ end: Int) -> Int {
    for start in (head + 1)..<max(end, head + 1) where text.match(.body, at: start).map({ $0.end > end }) == true {
      guard endsTitle(text, head, start) else { continue }
      return OrganizationReader.endAfterPost(text, at: start, isComplete: false, isOfState: true)
    }
    return end
  }

  /// `Phó trưởng | phòng`, `Chánh | tòa`, `Bí thư Trung ương | Đoàn`, not `Đại biểu Quốc | hội đồng`.
  private static func endsTitle(_ text: TokenizedText, _ head: Int, _ body: Int) -> Bool {
    body == head + 1 || text.isKeyword(body - 1, .chief) || text.isKeyword(body - 1, .vice)
      || text.match(.post, at: head, limit: body)?.end == body || text.match(.post, at: body - 1).map { $0.end > body } == true
  }

  private static func isFollowedByName(_ text: TokenizedText, _ start: Int) -> Bool {
    guard let inner = read(text, at: start) else { return false }
    return text.isJoined(inner.end) && NameShape.beginsNameAfterPost(text, inner.end)
  }

  /// `đại sứ`, `tổng lãnh sự`: posts that a country of residence follows.
  private static func isAmbassador(_ text: TokenizedText, _ titleEnd: Int) -> Bool {
    text.isKeyword(titleEnd - 1, .envoy) || text.isKeyword(titleEnd - 2, .affair)
  }

  private static func endOfBody(_ text: TokenizedText, _ start: Int) -> Int? {
    guard text.match(.body, at: start) != nil else { return nil }
    return OrganizationReader.endAfterPost(text, at: start, isComplete: false, isOfState: true)
  }

  /// Behind an office of a state two foreign words are its bearer, behind one of a firm they may be the firm.
  private static func isOfState(_ item: LexiconItem) -> Bool {
    !item.field2.isEmpty && !item.field2.equals("company") && !item.field2.equals("school") && !item.field2.equals("media")
  }

  /// In the order of the keywords, among which they stand together.
  static let tenures: [Keyword] = [.former, .formerOffice, .acting, .new, .late2]

  @inline(__always)
  static func isTenure(_ text: TokenizedText, _ index: Int) -> Bool {
    let token = text[index]
    return token.lexeme >= Keyword.former.lexeme && token.lexeme <= Keyword.late2.lexeme && token.kind == .word
  }

  /// The token behind `nguyên`, `cựu`, or the same where none of them stands.
  static func behindTenure(_ text: TokenizedText, _ index: Int) -> Int { isTenure(text, index) ? index + 1 : index }

  /// `quyền` of `chính quyền`, `nguyên` of `tài nguyên` belong to the word before.
  private static func beginsPhrase(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text.isJoined(index), text[index - 1].kind == .word, text[index].shape == .lower else { return true }
    return text.isListed(index - 1, .stopWord) || text.isListed(index - 1, .honorific)
      || text.isKeyword(index - 1, .comradeTail)
  }

  /// Whether the reading stands as a mention without a name beside it: a post with its body, or one that needs none (`phó Thủ tướng`).
  static func isMention(_ text: TokenizedText, _ reading: Reading) -> Bool {
    if reading.end > reading.titleEnd { return true }
    // Trưởng phòng Ngân quỹ Hội sở, kiêm | Thủ quỹ
    if text.isKeyword(reading.first - 1, .concurrently), text[reading.first].shape == .capital { return true }
    let head = behindTenure(text, reading.first)
    return reading.isComplete && (text[head].shape != .lower || text.isKeyword(head, .vice) && text[head + 1].shape == .capital)
  }
}
