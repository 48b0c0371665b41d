/// One list of posts for several names.
extension NameLinker {
  /// `Các Phó Giám đốc Công an tỉnh: A, B, C`: one list of posts belongs to each of the names behind it.
  ///
  /// - Parameter left: how many of its posts stand before the name: `Các Phó Bí thư: A (Chủ tịch UBND tỉnh), B` share one.
  func shareList(
    _ name: inout FoundName, _ mention: Found, _ left: Int32, _ shared: inout (end: Int, first: Int32, count: Int32)?
  ) {
    var first = Int(mention.firstToken)
    if name.rank >= 0, let rank = places.first(places.rankEnding, skipTitles(first)) { first = rank }
    if name.postCount == 0, let list = shared, isNextInList(list.end, first) {
      (name.firstPost, name.postCount) = (list.first, list.count)
      shared = (Int(mention.endToken), list.first, list.count)
    } else {
      shared = name.postCount > 0 && isPlural(first) ? (Int(mention.endToken), name.firstPost, left > 0 ? left : name.postCount) : nil
    }
  }

  /// `Trong khi đó, Bí thư Thành ủy, ông A nói`: the post that ends at the comma stands at the head of a clause, so it is the subject and
  /// no predicate; behind `theo` and within a clause a comma must follow the name (`đã tiếp Ngoại trưởng Lào, ông A, tại`).
  func opensClause(_ comma: Int, before name: Found) -> Bool {
    guard var first = places.first(places.positionEnding, comma), text[comma + 1].gap <= .space else { return false }
    while text[first - 1].kind == .comma || text.isKeyword(first - 1, .concurrently),
      let before = places.first(places.positionEnding, first - 1)
    { first = before }
    let end = Int(name.endToken)
    if text.isKeyword(first - 1, .according) { return text[end].kind == .comma }
    if text.beginsSentence(first) || text[first - 1].kind == .comma || text[first - 1].kind == .semicolon { return true }
    // ông A và Phó ban B, | ông C
    if text.isKeyword(first - 1, .and), places.nameEnding[first - 1] != nil { return true }
    return text[end].kind == .comma && text[end + 1].kind != .number && text[first - 1].kind == .word && !isBare(first)
      && !text.isKeyword(first - 1, .of) && !text.isKeyword(first - 1, .work)
      && !(first - 2..<first).contains { text.isEvent($0, "career") }
  }

  private func isNextInList(_ end: Int, _ first: Int) -> Bool {
    let at = places.positionBeginning[end + 1] == nil ? skipAge(end) : skipPost(end)
    guard text[at].kind == .comma || text.isKeyword(at, .and), first - at <= 3 else { return false }
    return skipTitles(first) == at + 1
  }

  /// Steps over a post of one's own in brackets.
  private func skipPost(_ open: Int) -> Int {
    guard text[open].kind == .openParenthesis, let end = places.end(places.positionBeginning, open + 1), text[end].kind == .closeParenthesis
    else { return open }
    return end + 1
  }

  /// The post before the name stands behind `các`, `những` or a number, or a colon follows it.
  private func isPlural(_ name: Int) -> Bool {
    var at = skipTitles(name)
    if officeOfSeveral(at, or: name) != nil { return true }
    // Phó Trưởng ban: | các ông A, B
    if text.isKeyword(at - 1, .the) { at -= 1 }
    let isListed = text.isKeyword(at, .the) && text[at - 1].kind == .colon
    if text[at - 1].kind == .colon { at -= 1 }
    guard let post = places.first(places.positionEnding, at) else { return false }
    if isListed { return true }
    var before = skipTitles(post)
    if text.isKeyword(before - 1, .comradeTail) { before -= 2 }
    let word = text[before - 1]
    return word.isKeyword(.the) || word.isKeyword(.those) || word.kind == .number || text.isListed(before - 1, .numberWord)
      || before < post && isSeveral(before)
  }

  /// A post with its body is no longer than that.
  private static let longestOffice = 9

  /// `hai Phó Chủ tịch | A, B`, `2 Phó Giám đốc Công an tỉnh: | A, B`: the post that ends there and is the unit of a count.
  ///
  /// - Parameter name: the name's first token, behind which no words for a person are stepped over: `chủ tịch` is one.
  func officeOfSeveral(_ at: Int, or name: Int) -> ByteSpan? { officeOfSeveral(name) ?? (at == name ? nil : officeOfSeveral(at)) }

  private func officeOfSeveral(_ at: Int) -> ByteSpan? {
    let end = text[at - 1].kind == .colon ? at - 1 : at
    guard text[end - 1].kind == .word, text[at].gap <= .space, places.positionEnding[end] == nil else { return nil }
    var first = end - 1
    while first > max(end - NameLinker.longestOffice, 1), text[first].kind == .word, text[first].gap == .space {
      if text.phraseClasses(at: first) & LexiconClass.post.bit != 0, isSeveral(first - 1), Position.read(text, at: first)?.end == end {
        return ByteSpan(start: text[first].start, end: text[end - 1].end)
      }
      first -= 1
    }
    return nil
  }

  /// `Quyết định của Bộ trưởng Bộ Công an, Thượng tá A, Trưởng Công an huyện`, `B, Chủ tịch Ủy ban, Đại tá A, Trưởng phòng`: the post that
  /// ends at the comma is somebody else's, since A has one of his own behind.
  func isOfAnother(_ comma: Int, before name: Found) -> Bool {
    guard text[comma].kind == .comma, let first = places.first(places.positionEnding, comma), !isOfParty(first) else { return false }
    let isOwned = text.isKeyword(first - 1, .of) || places.nameEnding[first - 1] != nil
    guard isOwned || isGoverned(first) || isEmpowering(first) else { return false }
    let end = Int(name.endToken)
    guard text[end].kind == .comma || text[end].kind == .dash else { return false }
    return places.positionBeginning[end + 1] != nil && !isOfParty(end + 1)
  }

  /// `Thay mặt Bộ trưởng Bộ Công an, Thứ trưởng A`, `Theo người phát ngôn Điện Kremlin, Tổng thống A`: the post that ends at the comma, with
  /// its body, is that of somebody for whom or after whom A acts.
  func isActedFor(_ comma: Int) -> Bool {
    guard let first = places.first(places.positionEnding, comma) else { return false }
    return isEmpowering(first) || officeEnding(comma).map(isGoverned) ?? false
  }

  /// `Thừa lệnh Giám đốc Công an tỉnh, Đại tá A`: the post that ends at the comma is that of the one for whom A signs.
  func isEmpowered(_ comma: Int) -> Bool { places.first(places.positionEnding, comma).map(isEmpowering) ?? false }

  /// `thừa ủy quyền (của) | Chủ tịch nước`, `thừa lệnh | Giám đốc`
  private func isEmpowering(_ first: Int) -> Bool {
    let end = text.isKeyword(first - 1, .of) ? first - 1 : first
    return text.isKeyword(end - 1, .acting) && text.isKeyword(end - 2, .committeeTail)
      || text.isKeyword(end - 1, .commandTail) && text.isKeyword(end - 2, .onBehalf)
  }

  /// `TT | Putin`, `BT | Phùng Xuân Nhạ`: how headlines shorten an office; `TT | Thích Trí Quảng` is a monk.
  func lettersOfOffice(before name: Int) -> ByteSpan? {
    guard text[name - 1].shape == .upper, text[name - 1].kind == .word, text[name].gap == .space, text[name].shape == .capital else {
      return nil
    }
    let (start, end) = (Int(text[name - 1].start), Int(text[name - 1].end))
    let letters = ListText(start: text.bytes + start, count: end - start)
    let first = ListText(start: text.bytes + Int(text[name].start), count: Int(text[name].end - text[name].start))
    guard letters.equals("TT") && !first.equals("Thích") || letters.equals("BT") || letters.equals("PTT"), text[name - 2].kind != .dash,
      NameShape.isForeignWord(text, name) || NameShape.isForeignPerson(text, at: name)
        || NameShape.surname(text, name) != nil && NameShape.runLength(text, name) >= 3
    else { return nil }
    return ByteSpan(start: UInt32(start), end: UInt32(end))
  }

  /// `Căn cứ Quyết định của Chủ tịch UBND tỉnh, Đại tá A giao nhiệm vụ`: the post with its body that ends at the comma closes what the
  /// sentence begins with, and A is the subject of the verb behind.
  func isOfBasis(_ comma: Int, before name: Found) -> Bool {
    guard text[comma].kind == .comma, let first = officeEnding(comma), text.isKeyword(first - 1, .of), isSubjectOfVerb(Int(name.endToken))
    else { return false }
    var opening = first - 2
    while opening > 1, first - opening < 14, !text.beginsSentence(opening), text[opening].kind != .comma { opening -= 1 }
    guard text.beginsSentence(opening) else { return false }
    return text.match(.predicate, at: opening) != nil || text.isKeyword(opening, .according) || text.match(.stopWord, at: opening) != nil
  }

  /// The first token of the post that ends there, when it stands with its body and is none of the Party's.
  private func officeEnding(_ end: Int) -> Int? {
    guard let mention = places.positionEnding[end], case .position(let post) = mentions[mention].value, !post.organization.isEmpty else {
      return nil
    }
    let first = Int(mentions[mention].firstToken)
    return isOfParty(first) ? nil : first
  }

  /// `Trước khi làm Cục trưởng C08, Trung tướng A`: the post that ends at the comma is the object of a verb.
  func isHeldEarlier(_ comma: Int) -> Bool {
    guard text[comma].kind == .comma, let first = places.first(places.positionEnding, comma) else { return false }
    return [Keyword.work, .isVerb, .seasonCrop].contains { text.isKeyword(first - 1, $0) }
      || text.match(.predicate, at: first - 2)?.end == first
  }

  /// What may stand between a post and the rank of its bearer.
  func isJoint(_ index: Int) -> Bool {
    switch text[index].kind {
    case .comma, .dash, .colon: true
    default: false
    }
  }

  private func isSubjectOfVerb(_ end: Int) -> Bool {
    guard text.isJoined(end), text[end].shape == .lower else { return false }
    return text.match(.predicate, at: end) != nil || text.isKeyword(end, .already) || text.isSmallWord(end, "verb")
  }

  /// `KT. CHỦ TỊCH, PHÓ CHỦ TỊCH A`, `TUQ. GIÁM ĐỐC`: who signs does it for the post that begins at `first`.
  func isSignedFor(_ first: Int) -> Bool {
    guard first > 2, text[first - 1].kind == .period, text[first - 1].gap == .none, text[first - 2].shape == .upper else { return false }
    let (start, end) = (Int(text[first - 2].start), Int(text[first - 2].end))
    let sign = ListText(start: text.bytes + start, count: end - start)
    return sign.equals("KT") || sign.equals("TL") || sign.equals("TM") || sign.equals("TUQ")
  }

  /// `Phó Chủ tịch A, Giám đốc Công an thành phố - Trung tướng B`, `Bí thư A, Trưởng Công an xã, Thiếu tá B`: the post that ends at `end` is
  /// B's, who has none behind.
  func isNextOnesPost(_ first: Int, _ end: Int) -> Bool {
    // ông A, Chủ tịch Hội; Bí thư Trung ương Đoàn - B
    if text[first - 1].kind == .semicolon, text[end].kind == .dash, places.nameBeginning[skipTitlesForward(end + 1)] != nil { return true }
    guard text[end].kind == .dash || text[end].kind == .comma, text.match(.rank, at: end + 1) != nil,
      let next = places.nameBeginning[skipTitlesForward(end + 1)]
    else { return false }
    let behind = Int(mentions[next].endToken)
    return text[end].kind == .dash || places.positionBeginning[behind + 1] == nil || text[behind].kind != .comma
  }

  private func isGoverned(_ first: Int) -> Bool {
    [Keyword.according, .behalfTail, .commandTail].contains { text.isKeyword(first - 1, $0) }
  }

  /// `Uỷ viên Bộ Chính trị`, `Bí thư Tỉnh uỷ`: held beside another post.
  private func isOfParty(_ index: Int) -> Bool {
    text.match(.post, at: index).map { text.item(.post, $0).field2.equals("party") } ?? false
  }
}
