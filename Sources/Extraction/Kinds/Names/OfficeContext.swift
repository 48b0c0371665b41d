/// Which posts are mentions, and the names that they announce.
///
///     POST [body] NAME · POST [body] (: | -) NAME · POST <person> NAME
extension NameContext {
  /// Claims the post at the token and returns the token after it.
  mutating func readOffice(_ text: TokenizedText, _ index: Int) -> Int? {
    guard let office = Position.read(text, at: index), isOffice(text, office) else { return nil }
    positions.append(office)
    claim(office.first..<office.end, .position)
    noteFirm(text, office)
    triggers[office.end] = .position
    if text[office.end].kind == .colon || text[office.end].kind == .dash && !text.isKeyword(office.end + 1, .photo) {
      triggers[office.end + 1] = .position
    }
    return office.end
  }

  /// `Phó Tổng giám đốc Tập đoàn | Hoa Sen`: what the firm or the school is called at the end of the post.
  private mutating func noteFirm(_ text: TokenizedText, _ office: Position.Reading) {
    var first = office.end
    while first > office.titleEnd, NameShape.isNameToken(text, first - 1) { first -= 1 }
    guard first > office.titleEnd, first + 1 < office.end, let head = OrganizationReader.headOfName(text, first),
      let match = text.match(.placeHead, at: head), text.placeHeadKind(match) == .named
    else { return }
    noteThing(first, office.end)
  }

  /// `hai | Phó Chủ tịch UBND tỉnh`, `2 cựu | phó chủ tịch`: a post that is the unit of a count.
  func isCountedOffice(_ text: TokenizedText, _ token: Int, after number: Int) -> Bool {
    guard token > number, text.match(.post, at: token) != nil, text.match(.unit, at: token) == nil else { return false }
    let before = Position.isTenure(text, token - 1) ? token - 2 : token - 1
    return text[before].kind == .number || text.isListed(before, .numberWord)
  }

  /// A post in small letters without its body stands for a job, unless a name follows: `giám đốc Nguyễn Văn A`.
  private func isOffice(_ text: TokenizedText, _ office: Position.Reading) -> Bool {
    if Position.isMention(text, office) { return true }
    if roles[office.end] == .rank || isSignature(text, office) { return true }
    if roles[office.end] == .free, text.isJoined(office.end),
      NameShape.isNameToken(text, office.end) || InitialsShape.endOfForeignName(text, office.end) != nil
    {
      return true
    }
    // nguyên | Phó Giám đốc
    let head = Position.isTenure(text, office.first) ? office.first + 1 : office.first
    // chủ tịch phường | - ông Lê Hồng Quân
    let isDash = text.isSpacedDash(office.end)
    if text[head].shape == .lower { return isDash && isBearer(text, office.end + 1) || isBetweenMarks(text, office) }
    return !text.beginsSentence(office.first) && !text.isKeyword(office.first - 1, .vice) || leadsToMore(text, office.end)
      || isBearer(text, isDash || text[office.end].kind == .colon || text[office.end].kind == .comma ? office.end + 1 : office.end)
  }

  /// `PHÓ CHỦ TỊCH⏎Lê Thị Hòa`: in capitals in a line of its own, above a line that begins with a name.
  private func isSignature(_ text: TokenizedText, _ office: Position.Reading) -> Bool {
    guard NameContext.standsAlone(text, office.first..<office.end) else { return false }
    let bearer = NameContext.behindSign(text, office.end)
    return roles[bearer] == .rank || NameShape.beginsName(text, bearer)
  }

  /// In capitals in a line of its own, as a post stands above a signature.
  static func standsAlone(_ text: TokenizedText, _ post: Range<Int>) -> Bool {
    text[post.lowerBound].shape == .upper && text.beginsLine(post.lowerBound) && text.beginsLine(post.upperBound)
  }

  /// `PHÓ CHỦ TỊCH⏎ | (Đã ký)⏎ | Lê Thị Hòa`, `(Ký tên, đóng dấu)`: the token behind the mark that the paper is signed, `index` where none
  /// stands.
  static func behindSign(_ text: TokenizedText, _ index: Int) -> Int {
    guard text[index].kind == .openParenthesis, text.isKeyword(index + 1, .sign) || text.isKeyword(index + 2, .sign),
      let close = (index + 2..<index + longestSign).first(where: { text[$0].kind == .closeParenthesis })
    else { return index }
    return close + 1
  }

  static let longestSign = 9

  /// `ông | Lê Văn Hùng`, `Đại tá | Bùi Duy Nhất`
  func isBearer(_ text: TokenizedText, _ index: Int) -> Bool {
    guard text[index].gap == .space else { return false }
    if roles[index] == .rank { return true }
    var name = index
    while name < index + 6, let title = text.match(.honorific, at: name), text[title.end].gap <= .space {
      name = text[title.end].kind == .period ? title.end + 1 : title.end
    }
    return name > index && NameShape.beginsName(text, name)
  }

  /// `Phó Tư lệnh, Tham mưu trưởng …`, `Bí thư kiêm Chủ tịch UBND xã`, `Trưởng phòng, Thượng tá …` at the head of a sentence.
  private func leadsToMore(_ text: TokenizedText, _ end: Int) -> Bool {
    (text[end].kind == .comma || text.isKeyword(end, .concurrently)) && text[end + 1].gap == .space
      && (roles[end + 1] == .rank || Position.read(text, at: end + 1).map { Position.isMention(text, $0) } == true)
  }

  /// `Đỗ Văn Hai (giám đốc)`, `Đỗ Văn Hai - phó giám đốc, thủ trưởng …`, `Đỗ Văn Hai - phó trưởng phòng, cho biết`
  private func isBetweenMarks(_ text: TokenizedText, _ office: Position.Reading) -> Bool {
    guard ClosedPost.isBehindName(text, office.first), text.isJoined(office.end) || text[office.end].kind == .closeParenthesis else {
      return false
    }
    switch text[office.end].kind {
    case .closeParenthesis: return text[office.first - 1].kind == .openParenthesis
    case .comma, .period:
      let next = Position.isTenure(text, office.end + 1) ? office.end + 2 : office.end + 1
      return text[office.first - 1].kind == .comma || text.isSpacedDash(office.first - 1) || text.match(.post, at: next) != nil
    case .dash: return text[office.first - 1].kind == .dash && text[office.end].gap == .space && text[office.end + 1].gap == .space
    case .semicolon: return text[office.first - 1].kind == .dash || text[office.first - 1].kind == .comma
    case .word where text.isKeyword(office.end, .and): return text.match(.honorific, at: office.end + 1) != nil
    default:
      return text.isKeyword(office.end, .concurrently) || ClosedPost.isOwned(text, office.end)
        || ClosedPost.isSaying(text, office.end)
    }
  }
}
