/// A post stated at a name, as it stands in the text.
struct StatedPost: BitwiseCopyable {
  var span: ByteSpan
  /// The position's mention, -1 when it is no mention of its own.
  var mention: Int32
}

/// Links a name to the rank and the posts in apposition to it.
///
///     POST[, POST…] [rank] NAME · [rank] NAME (, | - | () POST {, POST} · rank, POST NAME
struct NameLinker {
  let text: TokenizedText
  let places: MentionPlaces
  var mentions: UnsafeMutableBufferPointer<Found> { places.mentions }

  init(_ text: TokenizedText, _ places: MentionPlaces) {
    self.text = text
    self.places = places
  }

  /// Fills in every name's rank and posts; posts are appended to `posts`.
  func link(_ posts: inout Buffer<StatedPost>) {
    var shared: (end: Int, first: Int32, count: Int32)?
    var sharedRank: RankOfList?
    for index in text.mentions(.name) {
      guard case .name(var name) = mentions[index].value, mentions[index].rule != .nameByline else { continue }
      name.firstPost = Int32(posts.count)
      linkLeft(&name, mentions[index], &posts)
      let left = Int32(posts.count) - name.firstPost
      linkRight(&name, mentions[index], &posts)
      name.postCount = Int32(posts.count) - name.firstPost
      shareBack(name, mentions[index], posts)
      shareList(&name, mentions[index], left, &shared)
      shareRank(&name, mentions[index], posts, &sharedRank)
      mentions[index].value = .name(name)
      claimPositions(posts, name, person: index)
    }
  }

  private func claimPositions(_ posts: borrowing Buffer<StatedPost>, _ name: FoundName, person: Int) {
    for post in Int(name.firstPost)..<Int(name.firstPost + name.postCount) {
      let mention = Int(posts[post].mention)
      guard mention >= 0, case .position(var position) = mentions[mention].value else { continue }
      position.person = Int32(person)
      mentions[mention].value = .position(position)
    }
  }

  // MARK: - Before the name

  private func linkLeft(_ name: inout FoundName, _ mention: Found, _ posts: inout Buffer<StatedPost>) {
    var at = skipTitles(Int(mention.firstToken))
    if let rank = rank(endingAt: at) {
      name.rank = rank.item
      guard text[rank.first].gap <= .space || isSignature(beforeSign(rank.first), mention) else { return }
      at = beforeHonour(beforeSign(skipTitles(rank.first)))
      // "Bộ trưởng Bộ Công an - Thượng tướng A", "Giám đốc Công an tỉnh, Đại tá A"
      if isJoint(at - 1), places.positionEnding[at - 1] != nil, !belongsToOther(at - 1),
        !isOfAnother(at - 1, before: mention), !isOfBasis(at - 1, before: mention), !isHeldEarlier(at - 1), !isEmpowered(at - 1)
      {
        at -= 1
      } else if let office = officeBeforeBrackets(at) {
        at = office
      }
    } else if text[at - 1].kind == .comma, let rank = rank(endingAt: at - 1), at < Int(mention.firstToken),
      !text.isKeyword(rank.first - 1, .rankWord)
    {
      // "Thượng tá, TS Nguyễn Văn A", but "Về hưu với quân hàm Thiếu tá, ông A"
      name.rank = rank.item
      at = rank.first
    } else if text[at - 1].kind == .dash || text[at - 1].kind == .colon, places.positionEnding[at - 1] != nil, text[at].gap <= .space,
      at < Int(mention.firstToken) || text[at - 1].gap == .space || text[at - 1].kind == .colon
    {
      if !belongsToOther(at - 1) { at -= 1 }
    } else if text[at - 1].kind == .comma, opensClause(at - 1, before: mention), !belongsToOther(at - 1) {
      at -= 1
    } else if let office = officeBeforeBrackets(at) {
      at = office
    } else if text.isKeyword(at - 1, .newly), places.positionEnding[at - 1] != nil {
      // Thủ tướng mới A
      at -= 1
    } else {
      at = beforeSign(at)
    }
    collectLeft(at, mention, &name, &posts)
  }

  /// `PHÓ CHỦ TỊCH | ⏎(Đã ký)⏎ | Lê Thị Hòa`: where the post ends above the mark that the paper is signed.
  private func beforeSign(_ bearer: Int) -> Int {
    guard text[bearer - 1].kind == .closeParenthesis,
      let open = (max(bearer - NameContext.longestSign, 1)..<bearer - 1).last(where: { text[$0].kind == .openParenthesis })
    else { return bearer }
    return NameContext.behindSign(text, open) == bearer ? open : bearer
  }

  /// `Giám đốc Trung tâm Điều hành (đường số 3) | Trần Văn A`, `Trưởng Công an phường B (quận 1) - | Trung tá A`: where the post ends before
  /// what is told of its body in brackets.
  private func officeBeforeBrackets(_ bearer: Int) -> Int? {
    let end = text.isSpacedDash(bearer - 1) ? bearer - 1 : bearer
    guard text[end - 1].kind == .closeParenthesis, text[end].gap == .space else { return nil }
    let open = (max(end - 9, 1)..<end - 1).last { text[$0].kind == .openParenthesis }
    guard let open, let first = places.first(places.positionEnding, open), !text.isKeyword(first - 1, .of) else { return nil }
    return belongsToOther(open) ? nil : open
  }

  /// `PHÓ CHỦ TỊCH⏎⏎Đại tá | Lê Thị Hòa`: under a paper stand the post, in capitals, and the bearer, each in a line of its own.
  private func isSignature(_ end: Int, _ bearer: Found) -> Bool {
    guard let first = places.first(places.positionEnding, end) else { return false }
    return NameContext.standsAlone(text, first..<end) && text.beginsLine(Int(bearer.endToken))
  }

  /// The posts that end at `end`, the nearest last in the text; appended in the order of the text.
  private func collectLeft(_ end: Int, _ bearer: Found, _ name: inout FoundName, _ posts: inout Buffer<StatedPost>) {
    let first = Int(bearer.firstToken)
    if let office = lettersOfOffice(before: first) ?? (text[end].gap < .paragraph ? officeOfSeveral(end, or: first) : nil) {
      return posts.append(StatedPost(span: office, mention: -1))
    }
    guard text[end].gap < .paragraph || isSignature(end, bearer) else { return }
    var chain = InlineArray<8, Int>(repeating: 0)
    var count = 0
    var at = end
    while count < chain.count, let mention = places.positionEnding[at] {
      at = Int(mentions[mention].firstToken)
      if isSignedFor(at) || count > 0 && opensTelling(at) { break }
      chain[count] = mention
      count += 1
      let beforePosition = skipTitles(at)
      if name.rank < 0, let rank = rank(endingAt: beforePosition) ?? (text[at - 1].kind == .comma ? self.rank(endingAt: at - 1) : nil) {
        // thăng cấp bậc hàm Thượng tướng, Chủ tịch nước A trao quyết định
        if !text.isKeyword(rank.first - 1, .rankWord) || text[at - 1].kind != .comma { name.rank = rank.item }
        break
      }
      // "Đại tướng - Bộ trưởng Quốc phòng A", "Tổng Bí thư - Chủ tịch nước A"
      if name.rank < 0, text[at - 1].kind == .dash, let rank = self.rank(endingAt: at - 1) {
        name.rank = rank.item
        break
      }
      guard
        text[at - 1].kind == .comma || text.isKeyword(at - 1, .concurrently) || text.isKeyword(at - 1, .and)
          || text[at - 1].kind == .dash && places.positionEnding[at - 1] != nil
      else { break }
      if text[at - 1].kind == .comma, isActedFor(at - 1) || isOfBasis(at - 1, before: bearer) { break }
      at -= 1
      if text[at - 1].kind == .comma { at -= 1 }
    }
    // A list that follows another name is that name's, all but the post right before this one.
    if count > 1, belongsToOther(Int(mentions[chain[count - 1]].endToken)) { count = 1 }
    for place in (0..<count).reversed() { append(chain[place], &posts) }
  }

  /// `Trả lời | đại biểu Quốc hội, Bộ trưởng A`, `Trên cương vị | người đứng đầu Nhà nước, Chủ tịch A`: the first post is not of the list.
  private func opensTelling(_ post: Int) -> Bool {
    IssuingVerb.first(.reply, text, endingAt: post) != nil
      || post > 3
        && text.match(.event, at: post - 3).map { event in
          let phrase = text.item(.event, event).phrase
          return event.end == post && (phrase.equals("trên cương vị") || phrase.equals("với cương vị"))
        } == true
  }

  /// Whether the post ending at `end` belongs to a list behind another name: `ông A, Bí thư …, Giám đốc …`.
  private func belongsToOther(_ end: Int) -> Bool {
    var at = end
    for _ in 0..<8 {
      guard let first = places.first(places.positionEnding, at) else { return false }
      let before = text[first - 1]
      guard before.kind == .comma || before.kind == .dash || before.kind == .openParenthesis || text.isKeyword(first - 1, .concurrently)
      else { return false }
      // A, 44 tuổi, bí thư thứ hai đại sứ quán, B
      let isAge = text.isKeyword(first - 2, .age) && text[first - 3].kind == .number
      if let name = places.nameEnding[isAge ? first - 4 : first - 1] { return !hasLeftPost(name) }
      at = first - 1
    }
    return false
  }

  /// Whether the name has a post in front, so that what follows it may belong to the next one.
  private func hasLeftPost(_ index: Int) -> Bool {
    var at = skipTitles(Int(mentions[index].firstToken))
    if let rank = rank(endingAt: at) { at = skipTitles(rank.first) }
    return places.positionEnding[at] != nil
  }

  /// Steps back over `đồng chí`, `ông`, `GS.TS`, `nhà báo`.
  func skipTitles(_ start: Int) -> Int {
    var at = start
    var moved = true
    while moved, at > 1, text[at].gap <= .space, places.rankEnding[at] == nil, places.positionEnding[at] == nil {
      moved = false
      // TS. Nguyễn Văn A · PGS, TS Nguyễn Văn A
      let isBehindComma = text[at - 1].kind == .comma && at < start
      let before = text[at - 1].kind == .period && text[at - 1].gap == .none || isBehindComma ? at - 1 : at
      if places.rankEnding[before] != nil { break }
      var lengths = text.lengthsOfTitles(before: before)
      while lengths != 0 {
        let first = before - (63 - lengths.leadingZeroBitCount)
        lengths ^= 1 << UInt64(before - first)
        guard let match = text.match(.honorific, at: first, limit: before), match.end == before,
          places.positionEnding[before] == nil, !isBehindComma || text.item(.honorific, match).field1.equals("degree")
        else { continue }
        at = first
        moved = true
        break
      }
    }
    return at
  }

  func rank(endingAt token: Int) -> (item: Int32, first: Int)? {
    guard let index = places.rankEnding[token] else { return rank(beforeServiceAt: token) }
    guard case .rank(let item) = mentions[index].value else { return nil }
    return (Int32(item), Int(mentions[index].firstToken))
  }

  /// `Phó đô đốc Hải quân Mỹ | Philip Sawyer`: a service or a country stands between the rank and its bearer.
  private func rank(beforeServiceAt end: Int) -> (item: Int32, first: Int)? {
    guard places.holdsRanks, end > 1, text.isJoined(end), let start = (max(end - 5, 1)..<end).last(where: { places.rankEnding[$0] != nil }),
      text.isJoined(start)
    else { return nil }
    // đại tá về hưu | Huỳnh Bảo Hùng
    if let state = text.match(.predicate, at: start), state.end == end, isRetired(text.item(.predicate, state).phrase) {
      return rank(endingAt: start)
    }
    let ends = NameLinker.endsOfService(text, start)
    return ends.service == end || ends.country == end ? rank(endingAt: start) : nil
  }

  /// `đại tá | hải quân Ấn Độ | Gurpreet Khurana`, `thiếu tá | phi công Nga`, `Trung tá | cảnh sát`: where the service behind a rank ends, and
  /// where the country behind that.
  static func endsOfService(_ text: TokenizedText, _ start: Int) -> (service: Int, country: Int) {
    guard text.isJoined(start) else { return (start, start) }
    var service = text.match(.body, at: start)?.end ?? start
    if service == start, let people = text.match(.unit, at: start), text.unitKind(people) == .people { service = people.end }
    return (service, text.isJoined(service) ? text.longestPlace(at: service)?.end ?? service : service)
  }

  private func isRetired(_ state: ListText) -> Bool { state.equals("về hưu") || state.equals("nghỉ hưu") }

  func skipTitlesForward(_ start: Int) -> Int {
    var at = start
    for _ in 0..<3 {
      if let match = text.match(.rank, at: at) {
        at = match.end
      } else if let match = text.match(.honorific, at: at), places.nameBeginning[at] == nil {
        at = match.end
      } else {
        break
      }
    }
    return at
  }

  func append(_ mention: Int, _ posts: inout Buffer<StatedPost>) { append(mention, to: mentions[mention].end, &posts) }

  func append(_ mention: Int, to end: UInt32, _ posts: inout Buffer<StatedPost>) {
    posts.append(StatedPost(span: ByteSpan(start: mentions[mention].start, end: end), mention: Int32(mention)))
  }
}
