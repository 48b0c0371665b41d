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
    for index in mentions.indices {
      guard case .name(var name) = mentions[index].value, mentions[index].rule != .nameByline else { continue }
      name.firstPost = Int32(posts.count)
      linkLeft(&name, mentions[index], &posts)
      linkRight(&name, mentions[index], &posts)
      name.postCount = Int32(posts.count) - name.firstPost
      shareList(&name, mentions[index], &shared)
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
      guard text[rank.first].gap <= .space else { return }
      at = skipTitles(rank.first)
      // "Bộ trưởng Bộ Công an - Thượng tướng A", "Giám đốc Công an tỉnh, Đại tá A"
      if isJoint(at - 1), places.positionEnding[at - 1] != nil, !belongsToOther(at - 1),
        !isOfAnother(at - 1, before: mention), !isOfBasis(at - 1, before: mention), !isHeldEarlier(at - 1)
      {
        at -= 1
      }
    } else if text[at - 1].kind == .comma, let rank = rank(endingAt: at - 1), at < Int(mention.firstToken) {
      // "Thượng tá, TS Nguyễn Văn A"
      name.rank = rank.item
      at = rank.first
    } else if text[at - 1].kind == .dash || text[at - 1].kind == .colon, places.positionEnding[at - 1] != nil, text[at].gap <= .space,
      at < Int(mention.firstToken) || text[at - 1].gap == .space || text[at - 1].kind == .colon
    {
      if !belongsToOther(at - 1) { at -= 1 }
    } else if text[at - 1].kind == .comma, opensClause(at - 1, before: mention), !belongsToOther(at - 1) {
      at -= 1
    }
    collectLeft(at, mention, &name, &posts)
  }

  /// The posts that end at `end`, the nearest last in the text; appended in the order of the text.
  private func collectLeft(_ end: Int, _ bearer: Found, _ name: inout FoundName, _ posts: inout Buffer<StatedPost>) {
    guard text[end].gap < .paragraph else { return }
    var chain = InlineArray<8, Int>(repeating: 0)
    var count = 0
    var at = end
    while count < chain.count, let mention = places.positionEnding[at] {
      at = Int(mentions[mention].firstToken)
      if isSignedFor(at) { break }
      chain[count] = mention
      count += 1
      let beforePosition = skipTitles(at)
      if name.rank < 0, let rank = rank(endingAt: beforePosition) ?? (text[at - 1].kind == .comma ? self.rank(endingAt: at - 1) : nil) {
        name.rank = rank.item
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

  /// Whether the post ending at `end` belongs to a list behind another name: `ông A, Bí thư …, Giám đốc …`.
  private func belongsToOther(_ end: Int) -> Bool {
    var at = end
    for _ in 0..<8 {
      guard let first = places.first(places.positionEnding, at) else { return false }
      let before = text[first - 1]
      guard before.kind == .comma || before.kind == .dash || before.kind == .openParenthesis || text.isKeyword(first - 1, .concurrently)
      else { return false }
      if let name = places.nameEnding[first - 1] { return !hasLeftPost(name) }
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
      let before = text[at - 1].kind == .period && text[at - 1].gap == .none || text[at - 1].kind == .comma && at < start ? at - 1 : at
      if places.rankEnding[before] != nil { break }
      var lengths = text.lengthsOfTitles(before: before)
      while lengths != 0 {
        let first = before - (63 - lengths.leadingZeroBitCount)
        lengths ^= 1 << UInt64(before - first)
        guard let match = text.match(.honorific, at: first, limit: before), match.end == before,
          places.positionEnding[before] == nil
        else { continue }
        at = first
        moved = true
        break
      }
    }
    return at
  }

  private func rank(endingAt token: Int) -> (item: Int32, first: Int)? {
    guard let index = places.rankEnding[token] else { return rank(beforeServiceAt: token) }
    guard case .rank(let item) = mentions[index].value else { return nil }
    return (Int32(item), Int(mentions[index].firstToken))
  }

  // MARK: - Behind the name

  private func linkRight(_ name: inout FoundName, _ mention: Found, _ posts: inout Buffer<StatedPost>) {
    var at = Int(mention.endToken)
    if let post = postInBrackets(at) {
      at = post - 1
    } else {
      at = skipAge(at)
    }
    if !isUnmarkedApposition(at) {
      guard isApposition(at), !isSubject(at + 1, of: mention) else { return }
      at += 1
    }
    if let rank = rankBeginning(at), name.rank < 0 {
      name.rank = rank.item
      at = rank.end
      if text[at].kind == .comma || text[at].kind == .dash { at += 1 }
    }
    let first = posts.count
    while let index = places.positionBeginning[at] {
      let end = Int(mentions[index].endToken)
      // A post right before another name is that one's; so is the list before it when this name has its own in front.
      if places.nameBeginning[skipTitlesForward(end)] != nil, text[end].gap <= .space {
        if first > Int(name.firstPost) { posts.truncate(to: first) }
        return
      }
      if first > Int(name.firstPost), isNextOnesPost(end) { return }
      append(index, &posts)
      guard
        text[end].kind == .comma || text[end].kind == .semicolon && !isSubjectOfNext(end + 1) || text.isKeyword(end, .concurrently)
          || text.isKeyword(end, .and) || text[end].kind == .dash
      else { return }
      at = end + 1
      if text.isKeyword(at, .concurrently) { at += 1 }
    }
  }

  /// `…; Đại diện Viện KSND tỉnh | phát biểu`: words go on behind the post.
  private func isSubjectOfNext(_ at: Int) -> Bool {
    places.end(places.positionBeginning, at).map { text[$0].kind == .word && text.isJoined($0) } ?? false
  }

  /// `đồng chí Trần Văn Hai Ủy viên Bộ Chính trị - Phó Thủ tướng`: the comma is missing, and no name follows that the post could be of.
  private func isUnmarkedApposition(_ at: Int) -> Bool {
    guard text[at].gap == .space, var end = places.end(places.positionBeginning, at), text[at].shape == .capital || isHeldBySubject(at, end)
    else { return false }
    while text[end].kind == .dash || text[end].kind == .comma, let next = places.end(places.positionBeginning, end + 1) { end = next }
    return places.nameBeginning[skipTitlesForward(end)] == nil && places.rankEnding[end] == nil
  }

  /// `ông Trần Văn Hai bí thư Huyện ủy Sông Mã nhấn mạnh`: in small letters the post holds its body, and a verb stands behind; `đại
  /// diện Việt Nam` is a verb itself.
  private func isHeldBySubject(_ at: Int, _ end: Int) -> Bool {
    guard let mention = places.positionBeginning[at], case .position(let post) = mentions[mention].value, !post.organization.isEmpty,
      text.isJoined(end), text.match(.post, at: at).map({ text.item(.post, $0).phrase.equals("đại diện") }) != true
    else { return false }
    return text.match(.nameLabel, at: end) != nil || text.match(.predicate, at: end) != nil || text.isKeyword(end, .already)
  }

  /// `trao hoa cho đồng chí A, Chủ tịch nước nêu rõ`: the post behind the comma is the subject of what follows, not A's.
  private func isSubject(_ at: Int, of mention: Found) -> Bool {
    guard text[at - 1].kind == .comma, let end = places.end(places.positionBeginning, at), text.isJoined(end),
      let predicate = text.match(.predicate, at: end), !text.item(.predicate, predicate).phrase.equals("giữ chức")
    else { return false }
    let first = skipTitles(Int(mention.firstToken))
    if text.isKeyword(first - 1, .forWhom) || text.isKeyword(first - 1, .with) { return true }
    // "Trả lời câu hỏi của đại biểu A, Bộ trưởng cho biết"
    var opening = first - 1
    while opening > 1, first - opening < 10, !text.beginsSentence(opening), text[opening].kind != .comma { opening -= 1 }
    return text.beginsSentence(opening) && text.match(.predicate, at: opening) != nil
  }

  private func isApposition(_ at: Int) -> Bool {
    switch text[at].kind {
    case .comma, .dash: return text[at].gap <= .space && text[at + 1].gap <= .space
    case .openParenthesis: return text[at].gap <= .space
    default: return false
    }
  }

  /// `Phó đô đốc Hải quân Mỹ | Philip Sawyer`: a service or a country stands between the rank and its bearer.
  private func rank(beforeServiceAt end: Int) -> (item: Int32, first: Int)? {
    guard places.holdsRanks, end > 1, text.isJoined(end), let start = (max(end - 5, 1)..<end).last(where: { places.rankEnding[$0] != nil }),
      text.isJoined(start)
    else { return nil }
    var at = start
    if let service = text.match(.body, at: at), service.end <= end { at = service.end }
    if at < end, text.isJoined(at), let country = text.longestPlace(at: at) { at = country.end }
    return at == end ? rank(endingAt: start) : nil
  }

  private func rankBeginning(_ at: Int) -> (item: Int32, end: Int)? {
    guard let match = text.match(.rank, at: at), places.rankEnding[match.end] != nil, places.nameBeginning[match.end] == nil,
      !isNextOnesRank(match.end)
    else { return nil }
    return (Int32(match.item), match.end)
  }

  /// `A, Đại tướng - Bộ trưởng Quốc phòng B`: the rank belongs to the name behind the post.
  private func isNextOnesRank(_ end: Int) -> Bool {
    guard text[end].kind == .dash, let behind = places.end(places.positionBeginning, end + 1) else { return false }
    return places.nameBeginning[skipTitlesForward(behind)] != nil
  }

  /// `(35 tuổi, Phó Bí thư Quận ủy)`: the post behind the age.
  private func postInBrackets(_ start: Int) -> Int? {
    guard text[start].kind == .openParenthesis, text[start + 1].kind == .number, text.isKeyword(start + 2, .age),
      text[start + 3].kind == .comma, places.positionBeginning[start + 4] != nil
    else { return nil }
    return start + 4
  }

  /// Steps over `(45 tuổi)`, `(SN 1971, trú tại …)`, `, 45 tuổi` and `- 45 tuổi`.
  func skipAge(_ start: Int) -> Int {
    if text[start].kind == .openParenthesis, places.positionBeginning[start + 1] == nil {
      var at = start + 1
      while at < start + 24, text[at].kind != .closeParenthesis, text[at].gap < .line { at += 1 }
      return text[at].kind == .closeParenthesis ? at + 1 : start
    }
    if text[start].kind == .comma || text[start].kind == .dash, text[start + 1].kind == .number, text.isKeyword(start + 2, .age) {
      return start + 3
    }
    return start
  }

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

  private func append(_ mention: Int, _ posts: inout Buffer<StatedPost>) {
    posts.append(StatedPost(span: ByteSpan(start: mentions[mention].start, end: mentions[mention].end), mention: Int32(mention)))
  }
}
