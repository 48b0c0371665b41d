/// The name of a law behind its type: `Luật` + `Xử lý vi phạm hành chính`.
enum LawName {
  /// The token after the name whose type stands at `type`, its year with it; nil where no law is named.
  static func end(_ text: TokenizedText, type: Range<Int>) -> Int? {
    guard text.isJoined(type.upperBound), !isOtherWord(text, type), !belongsToBody(text, type.lowerBound),
      var end = listed(text, type) ?? amending(text, type) ?? constitution(text, type) ?? shaped(text, type)
    else { return nil }
    end = afterAmended(text, afterParties(text, end, type))
    if text.isJoined(end), let year = TokenCursor(text, at: end).yearNumber(end), year >= 1945 { end = afterAmended(text, end + 1) }
    return end
  }

  /// Hiến pháp 2013, Hiến pháp năm 1992: its year is its name.
  private static func constitution(_ text: TokenizedText, _ type: Range<Int>) -> Int? {
    guard let match = text.match(.decreeType, at: type.lowerBound), text.item(.decreeType, match).field1.equals("Hiến pháp") else {
      return nil
    }
    let year = text.isKeyword(match.end, .year) ? match.end + 1 : match.end
    return text.year(at: year) ?? 0 >= 1945 ? year : nil
  }

  /// Kỷ luật, pháp luật, quy luật, thiết quân luật, luật sư and vốn điều lệ are other words.
  private static func isOtherWord(_ text: TokenizedText, _ type: Range<Int>) -> Bool {
    let first = type.lowerBound
    if DecreeReader.isTailOfWord(text, first) { return true }
    if text.isJoined(first), text.isKeyword(first - 1, .legal) || text.isKeyword(first - 1, .rule) || text.isKeyword(first - 1, .troops) {
      return true
    }
    if let title = text.match(.honorific, at: first), title.end > type.upperBound { return true }
    // vốn điều lệ Công ty
    if text.match(.unit, at: first - 1).map({ text.item(.unit, $0).phrase.equals("vốn điều lệ") }) == true { return true }
    return [Keyword.legal, .fix, .ratioTail].contains { text.isKeyword(type.upperBound, $0) }
  }

  /// `Đại học Luật Hà Nội`, `Công ty Luật An Phước`, `Văn phòng Luật Minh Tâm`
  private static func belongsToBody(_ text: TokenizedText, _ first: Int) -> Bool {
    guard text.isJoined(first) else { return false }
    if text.isKeyword(first - 1, .school) { return true }
    // Trường Luật Harvard
    if text[first].shape == .capital, text.isKeyword(first - 1, .schoolHead) || text.isKeyword(first - 1, .faculty) { return true }
    for start in [first - 3, first - 2, first - 1] where start >= 1 {
      guard let head = text.match(.placeHead, at: start) ?? text.match(.body, at: start), head.end >= first, head.end > start + 1,
        text.match(.decreeType, at: start) == nil
      else { continue }
      return text.match(.placeHead, at: start) != nil || text.item(.body, head).field1.equals("head")
    }
    return false
  }

  /// A name of the list. One of a single syllable needs a capital: `Luật giá`, `luật Giá`.
  private static func listed(_ text: TokenizedText, _ type: Range<Int>) -> Int? {
    // The first and the last of the type's words.
    for start in stride(from: type.lowerBound, to: type.upperBound, by: max(type.count - 1, 1)) {
      guard let match = text.match(.law, at: start), match.end > type.upperBound else { continue }
      let isShort = match.end == type.upperBound + 1
      let isGeneral = text.item(.law, match).field1.equals("capital")
      if isShort || isGeneral, text[type.lowerBound].shape == .lower, text[type.upperBound].shape == .lower || isGeneral { continue }
      return afterAbbreviation(text, match.end)
    }
    return nil
  }

  /// `an ninh, trật tự (ANTT) ở cơ sở`: a name that goes on behind the short form of its last words.
  private static func afterAbbreviation(_ text: TokenizedText, _ end: Int) -> Int {
    guard text[end].kind == .openParenthesis, text[end + 1].shape == .upper, text[end + 2].kind == .closeParenthesis,
      text.isKeyword(end + 3, .inPlace), text[end + 4].kind == .word, text[end + 5].kind == .word, text.isJoined(end + 5)
    else { return end }
    return end + 6
  }

  /// Luật sửa đổi, bổ sung một số điều của | Luật Dược
  private static func amending(_ text: TokenizedText, _ type: Range<Int>) -> Int? {
    var at = type.upperBound
    guard text.isKeyword(at, .mend), text.isKeyword(at + 1, .change) else { return nil }
    at += 2
    while at < type.upperBound + 14, text.isJoined(at), text[at].kind == .word || text[at].kind == .comma {
      if let inner = text.match(.decreeType, at: at), text.item(.decreeType, inner).field3.equals("law") {
        return end(text, type: at..<inner.end)
      }
      at += 1
    }
    return nil
  }

  /// `Hiệp định Thương mại tự do | Việt Nam - EU`, `Hiệp định Thương mại Việt Nam | - Hoa Kỳ`: a treaty is called by who concluded it.
  private static func afterParties(_ text: TokenizedText, _ end: Int, _ type: Range<Int>) -> Int {
    guard typeName(text, type.lowerBound)?.equals("Hiệp định") == true else { return end }
    let at = text.isJoined(end) ? endOfParty(text, end) ?? end : end
    guard text[at].kind == .dash, text.isJoined(at + 1), (at - 4..<at).contains(where: { endOfParty(text, $0) == at }) else { return at }
    return endOfParty(text, at + 1) ?? at
  }

  /// A country, or a body in full or in capitals: `Việt Nam`, `EU`, `Liên minh châu Âu`.
  private static func endOfParty(_ text: TokenizedText, _ start: Int) -> Int? {
    guard text[start].isCapitalized else { return nil }
    if let body = text.match(.body, at: start), text[start].shape == .upper || text.item(.body, body).field3.equals("trọn") {
      return body.end
    }
    return text.longestPlace(at: start)?.end
  }

  /// `(sửa đổi)`, `(sửa đổi, bổ sung)`
  private static func afterAmended(_ text: TokenizedText, _ end: Int) -> Int {
    guard text[end].kind == .openParenthesis, text.isKeyword(end + 1, .mend), text.isKeyword(end + 2, .change) else { return end }
    var at = end + 3
    while at < end + 6, text[at].kind == .word || text[at].kind == .comma { at += 1 }
    return text[at].kind == .closeParenthesis ? at + 1 : end
  }

  /// A name that no list has: capitals, then words in small letters until one that opens another phrase.
  private static func shaped(_ text: TokenizedText, _ type: Range<Int>) -> Int? {
    let start = type.upperBound
    guard begins(text, type) else { return nil }
    var index = start
    while index < start + 14, index == start || text.isJoined(index), goesOn(text, index, first: start) { index += 1 }
    while index > start + 1, text.isKeyword(index - 1, .and) || endsLoosely(text, index - 1) || text[index - 1].kind == .comma {
      index -= 1
    }
    return index
  }

  /// A name begins with a capital; behind a type with a capital that opens no sentence also with a small letter.
  private static func begins(_ text: TokenizedText, _ type: Range<Int>) -> Bool {
    let (first, name) = (type.lowerBound, type.upperBound)
    let token = text[name]
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    let isLaw = isNational(text, first)
    // dự Luật thể hiện: a law's name in small letters must be listed.
    if token.shape == .lower {
      guard !isLaw || type.count > 1 && !text.beginsSentence(first) else { return false }
      // Hiến pháp cần quy định
      if typeName(text, first)?.equals("Hiến pháp") == true { return false }
      return text[first].shape != .lower && !text.isListed(name, .stopWord) && text.match(.predicate, at: name) == nil
    }
    if text.entry(name).traits.contains(.single), isLaw { return false }
    guard isLaw else { return token.shape == .capital || token.shape == .upper }
    if isPlace(text, name, isLower: text[first].shape == .lower) || isSubmitter(text, name) { return false }
    if text[first].shape == .lower, text.isListed(name, .stopWord) || text.match(.honorific, at: name) != nil { return false }
    return token.shape == .upper || token.shape == .capital && text.match(.decreeType, at: name) == nil
  }

  /// dự thảo Luật | Chính phủ trình Quốc hội: the body that does something with the law.
  private static func isSubmitter(_ text: TokenizedText, _ name: Int) -> Bool {
    guard let body = text.match(.body, at: name), text.bodyKind(body) == .issuer, text.isJoined(body.end) else { return false }
    return text.match(.issuing, at: body.end) != nil || text.match(.predicate, at: body.end) != nil
  }

  /// Luật Hà Nội, Luật TP.HCM: a school; luật Mỹ: what holds in a country.
  private static func isPlace(_ text: TokenizedText, _ name: Int, isLower: Bool) -> Bool {
    if let head = text.match(.placeHead, at: name), text.item(.placeHead, head).field1.equals("admin") { return true }
    return isLower ? text.longestPlace(at: name) != nil : text.match(.province, at: name) != nil
  }

  /// A law, no treaty and no rules of a body.
  private static func isNational(_ text: TokenizedText, _ type: Int) -> Bool {
    guard let name = typeName(text, type) else { return false }
    return name.equals("Luật") || name.equals("Đạo luật") || name.equals("Dự luật")
  }

  /// The listed name of the type whose words begin at the token.
  private static func typeName(_ text: TokenizedText, _ type: Int) -> ListText? {
    text.match(.decreeType, at: type).map { text.item(.decreeType, $0).field1 }
  }

  private static func goesOn(_ text: TokenizedText, _ index: Int, first: Int) -> Bool {
    let token = text[index]
    if token.kind == .comma { return text.isJoined(index + 1) && continuesAfterComma(text, index + 1) }
    guard token.kind == .word || token.kind == .abbreviation else { return false }
    if token.isKeyword(.and) {
      return text.isJoined(index + 1) && text[index + 1].kind == .word && !text.isListed(index + 1, .stopWord)
        && text.match(.decreeType, at: index + 1) == nil
    }
    guard index > first else { return true }
    if token.shape == .capital { return text.match(.decreeType, at: index) == nil }
    if token.shape != .lower { return true }
    // Luật Đăng ký tài sản
    if index == first + 1, (text.match(.predicate, at: first) ?? text.match(.unit, at: first)).map({ $0.end > index }) == true {
      return true
    }
    if text.isListed(index, .stopWord) { return isInside(text, index) }
    return text.match(.predicate, at: index) == nil && !opensTime(text, index)
  }

  /// `Bộ luật Hình sự năm 2015`, `Luật Dược sáng 12/5`, `Nghị định thư hợp tác giai đoạn 2020 - 2025`: the time stands outside the name.
  private static func opensTime(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.year, .month, .day, .morning, .noon, .afternoon, .evening, .dayOf].contains { text.isKeyword(index, $0) }
      || text.isKeyword(index, .period) && text.isKeyword(index + 1, .periodTail)
  }

  /// Function words that stand within names of laws: `an ninh, trật tự ở cơ sở`, `nhà ở`, `lực lượng dự bị động viên`.
  private static func isInside(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .inPlace) || text.isKeyword(index, .suffered) && text.isKeyword(index - 1, .expectHead)
  }

  /// An `ở` that leads on from the name; in `nhà ở` it belongs to it.
  private static func endsLoosely(_ text: TokenizedText, _ index: Int) -> Bool {
    text.isKeyword(index, .inPlace) && !text.isKeyword(index - 1, .house)
  }

  /// Phòng, chống ma túy · Khám bệnh, chữa bệnh
  private static func continuesAfterComma(_ text: TokenizedText, _ index: Int) -> Bool {
    [Keyword.against, .heal, .order, .amend, .care, .use, .material].contains { text.isKeyword(index, $0) }
  }
}
