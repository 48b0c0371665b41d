/// Capitals behind a word for a person that could be a place or a body: `ông Viện`, `bé Đông Hải`.
extension NameShape {
  /// `khu trung tâm | Chị Khánh Quỳnh, ngụ tại`: a sentence begins without a mark; not `đường Bà Triệu`, `chợ Bà Chiểu`.
  static func beginsCalledPerson(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].shape == .capital, let title = text.match(.honorific, at: index), title.end == index + 1,
      text.trigger(title) == .social, text[title.end].gap == .space
    else { return false }
    let length = runLength(text, title.end)
    return length >= 3 && beginsName(text, title.end)
      || length == 2 && text[title.end + 2].kind == .comma && isTwoGivenNames(text, title.end)
        && text.longestPlace(at: index) == nil
  }

  /// `Chủ tịch UBND huyện Tu Mơ Rông | A Hơn`: the letter of a highlander's name where a capital stands before it.
  static func isMinorityLetterBehindPost(_ text: TokenizedText, _ index: Int) -> Bool {
    let letter = text.byte(index)
    guard letter == UInt8(ascii: "A") || letter == UInt8(ascii: "Y"), text.entry(index).traits.contains(.single) else { return false }
    return text[index + 1].gap == .space && text[index + 1].shape == .capital && text.longestPlace(at: index) == nil
  }
}

extension NameContext {
  /// `Hai nghi can | Thạch Ni, …`: persons that are counted before their names.
  mutating func announce(_ text: TokenizedText, behind count: Found) {
    let end = Int(count.endToken)
    guard text[end].shape == .capital, text[end].gap == .space, text[end - 1].shape == .lower else { return }
    for first in max(Int(count.firstToken), end - 4)..<end {
      guard let title = text.match(.honorific, at: first), title.end == end else { continue }
      let trigger = text.trigger(title)
      let isName =
        NameShape.surname(text, end) != nil && text.match(.body, at: end) == nil && NameShape.runLength(text, end) >= 2
        || NameShape.isForeignPerson(text, at: end)
      if trigger == .accused || trigger == .social, isName, text.match(.placeHead, at: end) == nil { triggers[end] = trigger }
      return
    }
  }

  /// A word for a person stands before: `ông Viện`, `trung tướng Cục`, but `cử tri Thái Nguyên` is a place.
  @inline(__always)
  static func isAnnounced(_ text: TokenizedText, _ index: Int, by trigger: NameTrigger) -> Bool {
    switch trigger {
    case .social, .accused, .party, .rank, .faith: isPerson(text, index, behind: trigger)
    // luật gia Đồng Xuân Thuận, but công nhân Thái Nguyên
    case .job:
      NameShape.surname(text, index) != nil && NameShape.runLength(text, index) == 3 && text.isVietnamese(index + 1)
        && isPerson(text, index, behind: trigger)
    default: false
    }
  }

  private static func isPerson(_ text: TokenizedText, _ index: Int, behind trigger: NameTrigger) -> Bool {
    if let body = text.match(.body, at: index), body.end > index + 1 { return false }
    guard let place = text.longestPlace(at: index), !NameShape.isPersonPlace(text, index) else { return true }
    // Công dân Hàn Quốc Kim …
    if place.end > index + 1, text.match(.province, at: index)?.end == place.end || text.item(.place, place).field1.equals("country") {
      return false
    }
    // `anh Đức`, but `nam công dân Mỹ`
    if place.end == index + 1 {
      guard trigger != .rank, text.isVietnamese(index), !isNation(text, friends: index - 1) else { return false }
      return isFamily(text, index - 2)
        || text.match(.honorific, at: index - 1)?.end == index && text.match(.honorific, at: index - 2)?.end != index
    }
    return place.end < index + NameShape.runLength(text, index) || trigger == .social && isCalledLikePlace(text, index, place)
  }

  /// `nước | bạn Lào`, `các | bạn Nga`: a country and its people.
  private static func isNation(_ text: TokenizedText, friends: Int) -> Bool {
    guard let word = text.match(.honorific, at: friends), text.item(.honorific, word).phrase.equals("bạn") else { return false }
    return text.isKeyword(friends - 1, .the) || text.match(.placeHead, at: friends - 1)?.end == friends
  }

  /// `liệt sĩ Hồ Thơm`: behind a trade or a title of honour the capital that could be a lake is a surname; in a list, `và Hồ Hoài Bang`, it is
  /// one with two syllables behind it.
  static func isSurname(_ text: TokenizedText, _ index: Int, _ head: PhraseMatch, behind trigger: NameTrigger) -> Bool {
    guard head.end == index + 1, text[index].shape == .capital, text[index + 1].shape == .capital, NameShape.surname(text, index) != nil,
      text.longestPlace(at: index) == nil
    else { return false }
    let length = NameShape.runLength(text, index)
    if trigger == .job || trigger == .degree { return length >= 2 && length <= 4 }
    return length == 3 && (text[index - 1].kind == .comma || text.isKeyword(index - 1, .and) || text.isKeyword(index - 1, .isVerb))
      && text.isJoined(index) && text.longestPlace(at: index + 1) == nil && text.isVietnamese(index + 1) && text.isVietnamese(index + 2)
      && text.match(.body, at: index + 2) == nil && !StreetList.holds(text, index)
  }

  /// `mẹ con Huế`
  private static func isFamily(_ text: TokenizedText, _ index: Int) -> Bool {
    text.match(.honorific, at: index).map { text.item(.honorific, $0).field2.equals("family") } ?? false
  }

  /// `bé Đông Hải`: two syllables that people bear, behind one word for one person.
  private static func isCalledLikePlace(_ text: TokenizedText, _ index: Int, _ place: PhraseMatch) -> Bool {
    guard place.end == index + 2, NameShape.isGivenName(text, index), NameShape.isGivenName(text, index + 1),
      text.match(.province, at: index) == nil, let title = text.match(.honorific, at: index - 1), title.end == index
    else { return false }
    let kind = text.item(.place, place).field1
    return (kind.equals("feature") || kind.equals("district")) && text[index].gap == .space
      && text.match(.honorific, at: index - 2)?.end != index
      && ![Keyword.the, .those, .people, .mother].contains { text.isKeyword(index - 2, $0) }
  }
}

extension NameEvidence {
  /// `(SN 1996`, `(43 tuổi`, `, 43 tuổi`, `(sinh năm 1980`, `(quốc tịch Lào`, `(tên gọi khác: Tý`, `(quê Nghệ An`
  static func ageFollows(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].kind == .openParenthesis || text[index].kind == .comma, text[index].gap <= .space else { return false }
    let next = index + 1
    if text[next].kind == .number, text[next].lexeme == 1, text.isKeyword(next + 1, .age) { return true }
    if text.isKeyword(next, .nation), let word = text.match(.unit, at: next), text.item(.unit, word).phrase.equals("quốc tịch") {
      return true
    }
    if text.isKeyword(next, .namedWord), text.isKeyword(next + 1, .alias) { return true }
    if text[index].kind == .openParenthesis, [Keyword.homeTown, .reside, .stay].contains(where: { text.isKeyword(next, $0) }) {
      return true
    }
    if text.isKeyword(next, .same), text.isKeyword(next + 1, .bornShort) || text.isKeyword(next + 1, .born) { return true }
    // tổ hợp Toán, Hóa, Sinh
    return text.isKeyword(next, .bornShort) || text.isKeyword(next, .born) && text[next].shape == .lower
  }

  /// `tên là`, `mang tên` in front.
  static func isNamed(_ text: TokenizedText, _ start: Int) -> Bool {
    text.isKeyword(start - 1, .namedWord) && text.isJoined(start) && text.match(.predicate, at: start - 2)?.end != start
      || text.isKeyword(start - 1, .isVerb)
        && (text.isKeyword(start - 2, .namedWord)
          || text.isKeyword(start - 2, .claimed) && (NameShape.isGivenName(text, start) || NameShape.surname(text, start) != nil))
  }

  /// `người phụ nữ tên Phương`: a word for a person stands before `tên`, and one syllable that people bear behind it.
  static func isPersonNamed(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text.isKeyword(start - 1, .namedWord), text.isJoined(start), NameShape.isGivenName(text, start),
      text.match(.honorific, at: start) == nil, text[start + 1].kind != .dash
    else { return false }
    return text.isKeyword(start - 2, .people)
      || (max(start - 5, 1)..<start - 1).contains { text.match(.honorific, at: $0, limit: start - 1)?.end == start - 1 }
  }

  /// `nhóm bạn tên Phúc, Huy và | Ngọc`: in the list that begins with such a name.
  static func isNamedInList(_ text: TokenizedText, _ start: Int) -> Bool {
    var first = start
    while text[first - 1].kind == .comma || text.isKeyword(first - 1, .and), text[first - 2].shape == .capital { first -= 2 }
    return first < start && NameShape.isGivenName(text, start) && isPersonNamed(text, first)
  }

  /// `với Vũ "nhôm"`, `(Tuấn "nhóc")`: within a sentence, behind a small word or a mark, one syllable that people bear with a nickname;
  /// not `cực Bắc "nổi loạn"`, `đề Toán "quá khó"`.
  static func isNicknamed(_ text: TokenizedText, _ name: Int) -> Bool {
    guard leadsToNickname(text, name), NameShape.isGivenName(text, name), !text.beginsSentence(name),
      text.match(.honorific, at: name) == nil, !text.isListed(name, .stopWord), !text.isKeyword(name, .viet)
    else { return false }
    switch text[name - 1].kind {
    case .comma, .semicolon, .openParenthesis: return true
    default: return text.isListed(name - 1, .stopWord)
    }
  }

  /// `Vũ | "nhôm"`, `Long | "đầu to"`: one capital, and one or two small words in quotes that are no verb.
  static func leadsToNickname(_ text: TokenizedText, _ name: Int) -> Bool {
    let open = name + 1
    guard text[open].kind.isQuote, text[open].gap == .space, text[open + 1].gap == .none, text[open + 1].shape == .lower,
      text[name].shape == .capital, !text[name - 1].isCapitalized, text.longestPlace(at: name) == nil
    else { return false }
    let close = text[open + 2].kind.isQuote ? open + 2 : open + 3
    return text[close].kind.isQuote && text[close].gap == .none && text.match(.predicate, at: open + 1)?.end != close
  }

  /// `anh trai của cô là | Alexander`: one foreign word behind a member of a family.
  static func isRelative(_ text: TokenizedText, _ start: Int) -> Bool {
    guard text.isKeyword(start - 1, .isVerb), text.isJoined(start), NameShape.isForeignWord(text, start) else { return false }
    return (max(start - 6, 1)..<start - 1).contains { index in
      text.match(.honorific, at: index).map { $0.end > index + 1 && text.trigger($0) == .social } ?? false
    }
  }

  /// `VẬN ĐỘNG NGƯỜI DÂN | GIAO NỘP`
  var isVerbInCapitals: Bool {
    text[start].shape == .upper && text.match(.predicate, at: start).map { $0.end > start + 1 } == true
  }
}
