/// What the words before a run of capitals make of it: the next of a list of people, or the name of a body.
extension NameEvidence {
  /// The last token of what a list joins to the run: `A, B và C`, with ages in brackets between; `đường A - B` for things.
  static func endOfNeighbour(_ text: TokenizedText, _ start: Int, _ context: NameContext.Marks) -> Int? {
    guard
      text[start - 1].kind == .comma || text.isKeyword(start - 1, .and) || text[start - 1].kind == .semicolon
        || text.isKeyword(start - 1, .with)
    else { return text[start - 1].kind == .dash && text[start].gap == .space && context.roles[start - 2] == .thing ? start - 2 : nil }
    let index = beforeBrackets(text, start - 2)
    return index > 0 ? index : nil
  }

  /// `Nguyễn Văn A | (SN 1986)`: the token before the brackets that end there, or the same where none do.
  static func beforeBrackets(_ text: TokenizedText, _ last: Int) -> Int {
    guard text[last].kind == .closeParenthesis else { return last }
    var index = last
    while index > 1, text[index].kind != .openParenthesis, last - index < 30 { index -= 1 }
    return index - 1
  }

  /// `chị | Nhung`, `đối tượng tên | Ngọc`: a name of one word that a word for a person announces.
  static func isTitledAlone(_ text: TokenizedText, _ name: Int, _ context: NameContext.Marks) -> Bool {
    context.roles[name] == .name && context.roles[name - 1] != .name && (isAddress(context.triggers[name]) || isPersonNamed(text, name))
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

  /// `Liu Wen Hao (SN 1990) và Chen Jian`: behind a name, capitals of which the first or the last is no Vietnamese syllable.
  var isListedForeigner: Bool {
    beforeComma == .name && limit - start >= 2 && limit - start <= 4 && (!text.isVietnamese(start) || isForeignAtEnd)
      && text.longestPlace(at: start) == nil
  }

  /// Behind an age in brackets, or with a first word that people bear.
  private var isForeignAtEnd: Bool {
    !text.isVietnamese(limit - 1) && text[start].shape == .capital && NameShape.isForeignPerson(text, start..<limit)
      && (text[start - 2].kind == .closeParenthesis || text.isListed(start, .foreignName))
  }

  /// `Nay Phum, nguyên Phó Chủ tịch`: a surname, and behind a mark a post of the past.
  var isFormerHolder: Bool {
    guard limit - start >= 2, limit - start <= 4, text[start].shape == .capital, NameShape.surname(text, start) != nil,
      text[limit].kind == .comma || text[limit].kind == .dash || text[limit].kind == .openParenthesis,
      text.isKeyword(limit + 1, .former) || text.isKeyword(limit + 1, .formerOffice), text.match(.post, at: limit + 2) != nil
    else { return false }
    return text.longestPlace(at: start) == nil && text.match(.body, at: start) == nil && !isStreetLike
  }

  /// `đồng bọn là Thạch Sang`, `nạn nhân là Kim Thanh`: a surname behind who that is to the police.
  private var isAccused: Bool {
    guard limit - start >= 2, limit - start <= 4, text[start].shape == .capital, NameShape.surname(text, start) != nil,
      text.longestPlace(at: start) == nil, text.match(.body, at: start) == nil
    else { return false }
    return (max(start - 4, 1)..<start - 1).contains { first in
      text.match(.honorific, at: first, limit: start - 1).map { $0.end == start - 1 && text.trigger($0) == .accused } == true
    }
  }

  /// `Người điều khiển tàu, | Thạch Sa Rươne |, bị phạt`, `Nghi phạm chính, | Thạch Ni |, bỏ trốn`: the sentence begins with a word for a
  /// person, and the name stands between commas.
  var isApposed: Bool {
    guard text[start - 1].kind == .comma, text[limit].kind == .comma, limit - start >= 2, limit - start <= 4, text.isJoined(start),
      text.isJoined(limit + 1), text[limit + 1].shape == .lower, NameShape.surname(text, start) != nil, text.longestPlace(at: start) == nil,
      text.match(.body, at: start) == nil, text.match(.placeHead, at: start) == nil
    else { return false }
    var first = start - 1
    while start - first < 8, !text.beginsSentence(first) {
      first -= 1
      guard text[first].kind == .word, text[first].gap <= .space || text.beginsSentence(first),
        text[first].shape == .lower || text.beginsSentence(first)
      else { return false }
    }
    guard text.beginsSentence(first) else { return false }
    return text.isKeyword(first, .people)
      || text.match(.honorific, at: first).map { text.trigger($0) == .accused || text.trigger($0) == .job } == true
  }

  /// `tuyên phạt Nguyễn Đ.T.`: a surname and initials.
  var isShortened: Bool {
    limit - start >= 2 && limit - start <= 3 && NameShape.surname(text, start) != nil && text[limit - 1].kind == .abbreviation
      && InitialsShape.isInitials(text, limit - 1) && !isStreetLike && !OrganizationReader.isBehindHead(text, start)
  }

  /// `bắt Phàn Chỉn Sẻn`, `bắt quả tang Lầu Bá Xồng`, `khởi tố Chảo Ông Nần`: three or four syllables behind a surname and the verb, whatever they mean.
  var isArrested: Bool {
    guard limit - start >= 3, limit - start <= 4, text[start].gap == .space, text[start].shape == .capital,
      NameShape.surname(text, start) != nil,
      text.isKeyword(start - 1, .arrest) || isCaught
        || text.match(.predicate, at: start - 2).map({ $0.end == start && isArrest($0) }) == true
    else { return false }
    return text.longestPlace(at: start) == nil && text.match(.body, at: start) == nil && text.match(.placeHead, at: start) == nil
  }

  /// `bắt quả tang`, `bắt tạm giam`, `bắt giữ`; not `bắt đầu từ`
  private var isCaught: Bool {
    (start - 3..<start - 1).contains { word in
      word > 0 && text.isKeyword(word, .arrest) && !text.isKeyword(word + 1, .first)
        && (word + 1..<start).allSatisfy { text[$0].shape == .lower && text[$0].gap == .space }
    }
  }

  private static let arrests: [StaticString] = ["khởi tố", "bắt giữ", "tạm giữ", "truy tố", "tuyên phạt"]

  private func isArrest(_ verb: PhraseMatch) -> Bool {
    NameEvidence.arrests.contains { text.item(.predicate, verb).phrase.equals($0) }
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

  /// `được Lâm (chủ đò) thuê`, `do Bảo Như (á hậu) gửi`: syllables that people bear, and who it is in brackets.
  var isExplained: Bool {
    guard text[limit].kind == .openParenthesis, text[limit + 1].shape == .lower, text.match(.honorific, at: limit + 1) != nil,
      text[start - 1].shape == .lower, text.isJoined(start), text.match(.body, at: start) == nil
    else { return false }
    if limit - start == 2 { return isPairOfGivenNames(start) }
    return limit - start == 1 && NameShape.isGivenName(text, start) && text.longestPlace(at: start) == nil
  }

  /// `Mạnh Vãn Chu (Meng Wanzhou)`, `Đinh Lỗi (William Ding)`: a family name of China, and behind it in brackets how it is written there.
  var isRomanized: Bool {
    guard limit - start == 2 || limit - start == 3, text[limit].kind == .openParenthesis, text[limit + 3].kind == .closeParenthesis,
      text[start].shape == .capital, NameShape.surname(text, start) != nil || NameShape.isAsianSurname(text, start),
      text.longestPlace(at: start) == nil, text.match(.body, at: start) == nil
    else { return false }
    let romanized = limit + 1..<limit + 3
    return text.isListed(limit + 1, .foreignName) && NameShape.isForeignPerson(text, romanized)
  }

  /// `Lương Khải, một học sinh`, `Tuyết Nhung, con gái nuôi`: at the head of a sentence, two syllables that people bear and who it is.
  var isIntroduced: Bool {
    guard text.beginsSentence(start), text[limit].kind == .comma, text[limit + 1].shape == .lower, text.isJoined(limit + 1),
      limit - start == 2, isPairOfGivenNames(start), !text.isSmallWord(start, "function")
    else { return false }
    let first = text.isKeyword(limit + 1, .one) ? limit + 2 : limit + 1
    guard let title = text.match(.honorific, at: first), !text[title.end].isCapitalized else { return false }
    return first > limit + 1 || title.end > first + 1
  }

  /// `Ảnh: VGP/Hải Minh`: behind a paper's name and a slash.
  var isCreditOfPaper: Bool {
    guard start > 4, text[start - 1].kind == .slash, text[start - 1].gap == .none, text[start].gap == .none,
      text[start - 2].shape == .upper,
      text[start - 3].kind == .colon, let caption = text.match(.honorific, at: start - 4)
    else { return false }
    return text.item(.honorific, caption).field1.equals("caption") && PenName.readCredit(text, start)?.upperBound == limit
  }

  /// `đón Tập Cận Bình`: a Chinese family name that is no Vietnamese one, and two more syllables.
  var isSinoName: Bool {
    limit - start == 3 && NameShape.beginsSinoName(text, start) && !text.beginsLongPhrase(at: start)
      && NameShape.isNoLongPlace(text, start + 1)
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
    guard text.isKeyword(start - 1, .isVerb), text[start].gap == .space else { return false }
    if isAccused { return true }
    guard limit - start <= 3, !text.isVietnamese(start),
      NameShape.isForeignPerson(text, start..<limit)
    else { return false }
    return text.isListed(limit - 1, .foreignName) && !text.isVietnamese(limit - 1)
      || (max(start - 3, 1)..<start - 1).contains { text.match(.honorific, at: $0, limit: start - 1)?.end == start - 1 }
  }
}
