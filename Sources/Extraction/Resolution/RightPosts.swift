/// The posts behind a name.
///
///     NAME (, | - | "(") POST {, POST} · NAME, 45 tuổi, POST · NAME, POST của <person>
extension NameLinker {
  func linkRight(_ name: inout FoundName, _ mention: Found, _ posts: inout Buffer<StatedPost>) {
    var at = Int(mention.endToken)
    if name.rank < 0, let rank = rankInBrackets(at) { name.rank = rank }
    if let post = postBehindBirth(at) {
      at = post
    } else {
      let age = skipAge(at)
      // 60 tuổi nguyên Phó Trưởng phòng
      let isBehindAge = age > at && Position.isTenure(text, age) && places.positionBeginning[age] != nil
      at = skipHonour(age)
      if !isUnmarkedApposition(at), !isBehindAge {
        guard isApposition(at), !isSubject(at + 1, of: mention) else { return }
        let post = endOfPlural(at + 1) ?? at + 1
        // Chu Vĩnh Khang, 2 cựu phó chủ tịch Quân ủy …
        if post > at + 1, isCounted(at + 1), nameBefore(beginOfTitles(mention)) == nil { return }
        at = post
      }
    }
    if let rank = rankBeginning(Position.behindTenure(text, at)) ?? rankOfVeteran(at), name.rank < 0 {
      name.rank = rank.item
      // nguyên thiếu tướng | công an |, nguyên cục trưởng
      at = NameLinker.endsOfService(text, rank.end).service
      if text[at].kind == .comma || text[at].kind == .dash { at += 1 }
    }
    let first = posts.count
    while let index = places.positionBeginning[at] {
      var end = Int(mentions[index].endToken)
      // A post right before another name is that one's; so is the list before it when this name has its own in front.
      if places.nameBeginning[skipTitlesForward(end)] != nil, text[end].gap <= .space {
        if first > Int(name.firstPost) { posts.truncate(to: first) }
        return
      }
      if first > Int(name.firstPost), isNextOnesPost(at, end) { return }
      if ClosedPost.isOwned(text, end), let owner = nameOfOwner(end + 1) {
        if isNextOnesOwner(owner, end, hasPosts: first > Int(name.firstPost)) { return }
        end = Int(mentions[owner].endToken)
        append(index, to: mentions[owner].end, &posts)
      } else if !isDelegate(at) {
        append(index, &posts)
      }
      end = endOfTerm(end)
      // A (nguyên Chính ủy), Chủ tịch Hội Cựu chiến binh
      if text[end].kind == .closeParenthesis, text[end + 1].kind == .comma, places.positionBeginning[end + 2] != nil { end += 1 }
      guard
        text[end].kind == .comma || text[end].kind == .semicolon && !isSubjectOfNext(end + 1) || text.isKeyword(end, .concurrently)
          || text.isKeyword(end, .and) || text[end].kind == .dash
      else { return }
      at = end + 1
      if text.isKeyword(at, .concurrently) { at += 1 }
    }
  }

  /// `nguyên Ủy viên Ban Thường vụ Tỉnh ủy | nhiệm kỳ 2010-2015 |, nguyên Trưởng Ban`: the term between the post and the next comma.
  private func endOfTerm(_ at: Int) -> Int {
    guard text.isKeyword(at, .term), text.isKeyword(at + 1, .termTail) else { return at }
    let comma = (at + 2..<at + 8).first { text[$0].kind == .comma }
    guard let comma, text[comma].gap == .none, places.positionBeginning[comma + 1] != nil else { return at }
    return comma
  }

  /// `đại diện Công ty Sao Mai` behind a name tells for whom it speaks, and is no post.
  private func isDelegate(_ at: Int) -> Bool {
    text.match(.post, at: at).map { text.item(.post, $0).phrase.equals("đại diện") } ?? false
  }

  /// `…; Đại diện Viện KSND tỉnh | phát biểu`, `…; Bí thư Trung ương Đoàn | - Nguyễn Văn A`: words go on behind the post, or its bearer.
  private func isSubjectOfNext(_ at: Int) -> Bool {
    guard let end = places.end(places.positionBeginning, at) else { return false }
    return text[end].kind == .word && text.isJoined(end)
      || text.isSpacedDash(end) && places.nameBeginning[skipTitlesForward(end + 1)] != nil
  }

  /// `đồng chí Trần Văn Hai Ủy viên Bộ Chính trị - Phó Thủ tướng`: the comma is missing, and no name follows that the post could be of.
  private func isUnmarkedApposition(_ at: Int) -> Bool {
    guard text[at].gap == .space, var end = places.end(places.positionBeginning, at), text[at].shape == .capital || isHeldBySubject(at, end)
    else { return false }
    // Thứ trưởng Nguyễn Bá Hùng | Thủ tướng bổ nhiệm ông …: a sentence of its own
    if text[at].shape == .capital, text[end].shape == .lower, isBare(at),
      text.match(.predicate, at: end) != nil || text.isEvent(end, "career")
    {
      return false
    }
    while text[end].kind == .dash || text[end].kind == .comma, let next = places.end(places.positionBeginning, end + 1) { end = next }
    return places.nameBeginning[skipTitlesForward(end)] == nil && places.rankEnding[end] == nil
  }

  /// A post without its body.
  func isBare(_ at: Int) -> Bool {
    guard let mention = places.positionBeginning[at], case .position(let post) = mentions[mention].value else { return false }
    return post.organization.isEmpty
  }

  /// `ông Trần Văn Hai bí thư Huyện ủy Sông Mã nhấn mạnh`: in small letters the post holds its body, and a verb stands behind; `đại
  /// diện Việt Nam` is a verb itself.
  private func isHeldBySubject(_ at: Int, _ end: Int) -> Bool {
    guard let mention = places.positionBeginning[at], case .position(let post) = mentions[mention].value, !post.organization.isEmpty,
      text.isJoined(end), !isDelegate(at)
    else { return false }
    return text.match(.nameLabel, at: end) != nil || text.match(.predicate, at: end) != nil || text.isKeyword(end, .already)
  }

  /// `trao hoa cho đồng chí A, Chủ tịch nước nêu rõ`: the post behind the comma is the subject of what follows, not A's.
  private func isSubject(_ at: Int, of mention: Found) -> Bool {
    guard text[at - 1].kind == .comma, let end = places.end(places.positionBeginning, at), text.isJoined(end) else { return false }
    // dưới sự chủ trì của Thủ tướng A, Thường trực Chính phủ họp
    if text.isKeyword(at, .standing), text[at].shape == .capital, text[end].shape == .lower, !text.isKeyword(end, .concurrently) {
      return true
    }
    guard
      let predicate = text.match(.predicate, at: IssuingVerb.skipAdverbs(text, from: end)),
      !text.item(.predicate, predicate).phrase.equals("giữ chức")
    else { return false }
    let first = skipTitles(Int(mention.firstToken))
    if [Keyword.forWhom, .with, .outside].contains(where: { text.isKeyword(first - 1, $0) }) { return true }
    // theo Bộ trưởng A, Thủ tướng phê bình
    if text.isKeyword((places.first(places.positionEnding, first) ?? first) - 1, .according) { return isBare(at) }
    // "Trả lời câu hỏi của đại biểu A, Bộ trưởng cho biết", "Trước đề nghị của ông A, Giám đốc Sở cho rằng", "Nội dung liên
    // quan đến việc làm của bà A, Chủ tịch xã cho hay", not "Phát biểu tại cuộc họp, ông A, …", "Thông tin được ông A, … đưa ra"
    guard text.isKeyword((places.first(places.positionEnding, first) ?? first) - 1, .of) else { return false }
    var opening = first - 1
    while opening > 1, first - opening < 14, !text.beginsSentence(opening), text[opening].kind != .comma { opening -= 1 }
    guard text.beginsSentence(opening) else { return false }
    if (opening..<first).contains(where: { text.match(.unit, at: $0).map { text.item(.unit, $0).phrase.equals("liên quan") } == true }) {
      return true
    }
    return first - opening < 11
      && (text.match(.predicate, at: opening) != nil || [Keyword.before, .after, .about].contains { text.isKeyword(opening, $0) })
  }

  private func isApposition(_ at: Int) -> Bool {
    switch text[at].kind {
    case .comma, .dash: return text[at].gap <= .space && text[at + 1].gap <= .space
    case .openParenthesis: return text[at].gap <= .space
    // Đồng chí Trung tướng A; nguyên Phó Tư lệnh, đã từ trần
    case .semicolon: return text.isKeyword(at + 1, .former) && text[at + 1].gap <= .space
    default: return false
    }
  }

  private func rankBeginning(_ at: Int) -> (item: Int32, end: Int)? {
    guard let match = text.match(.rank, at: at), places.rankEnding[match.end] != nil, places.nameBeginning[match.end] == nil,
      !isNextOnesRank(match.end)
    else { return nil }
    return (Int32(text.number(.rank, match)), match.end)
  }

  /// `Đồn trưởng A | (Trung tá)`, `A | (Thiếu tá, SN 1985)`, `A | (53 tuổi, cựu đại tá)`
  private func rankInBrackets(_ open: Int) -> Int32? {
    guard text[open].kind == .openParenthesis else { return nil }
    let comma = isAge(open + 1) || isBirth(open + 1) ? (open + 3..<open + 5).first { text[$0].kind == .comma } : nil
    let first = (comma ?? open) + 1
    guard let rank = rankBeginning(Position.behindTenure(text, first)) else { return nil }
    return text[rank.end].kind == .closeParenthesis || text[rank.end].kind == .comma ? rank.item : nil
  }

  /// `đại tá`, `cựu đại tá`
  func endOfRank(_ first: Int) -> Int? { text.match(.rank, at: Position.behindTenure(text, first))?.end }

  /// `- cựu chiến binh, | đại tá nghỉ hưu`: the rank behind a word for a person in small letters.
  private func rankOfVeteran(_ at: Int) -> (item: Int32, end: Int)? {
    guard text[at].shape == .lower, let title = text.match(.honorific, at: at), text[title.end].kind == .comma else { return nil }
    return rankBeginning(title.end + 1)
  }

  /// `A, Đại tướng - Bộ trưởng Quốc phòng B`: the rank belongs to the name behind the post.
  private func isNextOnesRank(_ end: Int) -> Bool {
    guard text[end].kind == .dash, let behind = places.end(places.positionBeginning, end + 1) else { return false }
    return places.nameBeginning[skipTitlesForward(behind)] != nil
  }

  /// `của Tổng thống A, phát ngôn viên của Tổng thống B | C nói`: behind a name with a post of its own, the post is the next one's.
  private func isNextOnesOwner(_ owner: Int, _ end: Int, hasPosts: Bool) -> Bool {
    hasPosts && text[Int(mentions[owner].endToken)].kind == .word && places.positionBeginning[end + 1] != nil
  }

  /// Steps over `(45 tuổi)`, `(SN 1971, trú tại …)`, `, 45 tuổi` and `- 45 tuổi`.
  func skipAge(_ start: Int) -> Int {
    if text[start].kind == .openParenthesis, places.positionBeginning[start + 1] == nil, endOfPlural(start + 1) == nil {
      var at = start + 1
      while at < start + 24, text[at].kind != .closeParenthesis, text[at].gap < .line { at += 1 }
      return text[at].kind == .closeParenthesis ? at + 1 : start
    }
    if text[start].kind == .comma || text[start].kind == .dash, isAge(start + 1) {
      return start + 3
    }
    return start
  }

  /// `Thượng tá A|, Anh hùng LLVTND |, Trưởng Công an huyện`: a title of honour before the post.
  private func skipHonour(_ start: Int) -> Int {
    guard text[start].kind == .comma, let end = endOfHonour(start + 1), text[end].kind == .comma else { return start }
    return end
  }

  /// `Tư lệnh Quân khu 9, | Anh hùng LLVTND, | Trung tướng A`: the same before the rank.
  func beforeHonour(_ end: Int) -> Int {
    guard text[end - 1].kind == .comma else { return end }
    return (max(end - NameLinker.longestHonour, 1)..<end - 1).first { text[$0 - 1].kind == .comma && endOfHonour($0) == end - 1 } ?? end
  }

  private func endOfHonour(_ start: Int) -> Int? {
    guard let title = text.match(.honorific, at: start), text.item(.honorific, title).phrase.begins(with: "anh hùng") else { return nil }
    return title.end
  }

  private static let longestHonour = 10

  /// `(của) | ông Trump`, `(của) | Tổng thống Nga Putin`: the mention of the person for whom the bearer of the post works.
  private func nameOfOwner(_ start: Int) -> Int? {
    let at = skipTitlesForward(start)
    return places.nameBeginning[at] ?? places.end(places.positionBeginning, at).flatMap { places.nameBeginning[skipTitlesForward($0)] }
  }
}
