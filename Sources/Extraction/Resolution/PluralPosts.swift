/// Posts behind a list of names that all of them hold.
///
///     các đồng chí A, B, C - Phó Chủ tịch UBND tỉnh · A và B, các Phó Chủ tịch UBND tỉnh · A và B - hai tân Phó Giám đốc Sở
///     A và B, đều (là) nguyên Phó Giám đốc Sở
extension NameLinker {
  /// A list has no more names than that.
  private static let mostNames = 16

  /// Where the post begins behind `các`, `hai tân`, `cùng`, `đều là` at the token; nil where none does.
  func endOfPlural(_ at: Int) -> Int? {
    if text.isKeyword(at, .equally) || text.isKeyword(at, .same) && text.isKeyword(at + 1, .isVerb) {
      let post = text.isKeyword(at + 1, .isVerb) ? at + 2 : at + 1
      return places.positionBeginning[post] == nil ? nil : post
    }
    guard isSeveral(at) || text.isKeyword(at, .same) else { return nil }
    let post = text.isKeyword(at + 1, .new) ? at + 2 : at + 1
    if places.positionBeginning[post] != nil { return post }
    return places.positionBeginning[at + 1] != nil ? at + 1 : nil
  }

  /// Gives the posts behind the last name of a list to those before it, which have none.
  func shareBack(_ name: FoundName, _ mention: Found, _ posts: borrowing Buffer<StatedPost>) {
    guard name.postCount > 0, case let first = Int(posts[Int(name.firstPost)].mention), first >= 0,
      case let post = Int(mentions[first].firstToken), post > Int(mention.endToken)
    else { return }
    let mark = skipAge(Int(mention.endToken))
    let isPlural = post > mark + 1
    let isJoint = text[mark].kind == .dash || text[mark].kind == .comma && text.isKeyword(beginOfTitles(mention) - 1, .and)
    guard isPlural ? endOfPlural(mark + 1) == post : isJoint && isHeldBySeveral(post) else { return }
    var names = InlineArray<16, Int>(repeating: 0)
    var count = 0
    var at = beginOfTitles(mention)
    while count < NameLinker.mostNames, let before = nameBefore(at) {
      names[count] = before
      count += 1
      at = beginOfTitles(mentions[before])
    }
    guard isPlural || isAnnounced(at, names[max(count - 1, 0)]) else { return }
    for number in 0..<count { give(name, to: names[number]) }
  }

  /// The first of the words for a person and the rank before the name.
  func beginOfTitles(_ name: Found) -> Int { skipTitles(rank(endingAt: Int(name.firstToken))?.first ?? Int(name.firstToken)) }

  /// `hai | Phó Chủ tịch`, `2 | cựu phó chủ tịch`
  func isCounted(_ at: Int) -> Bool { text[at].kind == .number || text.isListed(at, .numberWord) && !text.isKeyword(at, .one) }

  /// The name of the list that ends before the one whose titles begin at the token, when it has no post of its own.
  func nameBefore(_ at: Int) -> Int? {
    guard text[at - 1].kind == .comma || text.isKeyword(at - 1, .and), let index = places.nameEnding[at - 1],
      case .name(let name) = mentions[index].value, name.postCount == 0
    else { return nil }
    return index
  }

  /// `các đồng chí | A, B`, `hai ông | A và B`
  private func isAnnounced(_ titles: Int, _ first: Int) -> Bool {
    titles < Int(mentions[first].firstToken) && (isSeveral(titles - 1) || text.isKeyword(titles, .the))
  }

  /// `Phó Chủ tịch`, `Ủy viên`, `Thứ trưởng`: a body has several.
  private func isHeldBySeveral(_ post: Int) -> Bool {
    let head = Position.behindTenure(text, post)
    return [Keyword.vice, .committeeTail, .weekdayHead].contains { text.isKeyword(head, $0) }
  }

  private func give(_ bearer: FoundName, to index: Int) {
    guard case .name(var name) = mentions[index].value else { return }
    (name.firstPost, name.postCount) = (bearer.firstPost, bearer.postCount)
    mentions[index].value = .name(name)
  }
}
