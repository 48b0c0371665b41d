/// One rank for several names: `các Trung tá: A, Trưởng phòng; B, Phó Trưởng phòng`, `hai Thiếu tướng A (…), B (…)`.
extension NameLinker {
  /// What the next name of the list inherits: its rank, and where the list has come to.
  typealias RankOfList = (end: Int, rank: Int32)

  func shareRank(_ name: inout FoundName, _ mention: Found, _ posts: borrowing Buffer<StatedPost>, _ shared: inout RankOfList?) {
    guard places.holdsRanks else { return }
    let first = Int(mention.firstToken)
    if name.rank < 0, let list = shared, first == list.end + 1, isListMark(list.end) {
      name.rank = list.rank
    } else if let rank = rankOfSeveral(before: first), name.rank < 0 || name.rank == rank {
      name.rank = rank
    } else {
      shared = nil
      return
    }
    shared = (endOfPosts(name, mention, posts), name.rank)
  }

  /// The rank before the name that stands behind `các`, `những` or a number; before a colon also behind `các đồng chí`.
  private func rankOfSeveral(before first: Int) -> Int32? {
    let isColon = text[first - 1].kind == .colon
    guard isColon || places.rankEnding[first] != nil, let rank = rank(endingAt: isColon ? first - 1 : first) else { return nil }
    let start = isColon ? skipTitles(rank.first) : rank.first
    return isSeveral(start - 1) || text.isKeyword(start, .the) ? rank.item : nil
  }

  /// `các`, `những`, `hai`, `3`
  func isSeveral(_ word: Int) -> Bool {
    text.isKeyword(word, .the) || text.isKeyword(word, .those) || text[word].kind == .number || text.isListed(word, .numberWord)
  }

  private func isListMark(_ index: Int) -> Bool {
    text[index].kind == .comma || text[index].kind == .semicolon || text.isKeyword(index, .and)
  }

  /// The token after the name, its age and its posts.
  private func endOfPosts(_ name: FoundName, _ mention: Found, _ posts: borrowing Buffer<StatedPost>) -> Int {
    var end = Int(mention.endToken)
    if name.postCount > 0, case let post = Int(posts[Int(name.firstPost + name.postCount) - 1].mention), post >= 0 {
      end = max(end, Int(mentions[post].endToken))
    }
    return text[end].kind == .closeParenthesis ? end + 1 : skipAge(end)
  }
}
