/// Ranks, posts and spellings of one person, or of two, that do not go together.
enum PeopleChecks {
  static func run(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    guard !article.people.isEmpty, article.people.count <= 1000 else { return }
    let hasRanks = hasSeveralRanks(article)
    if hasRanks { addRankConflicts(article, &flags) }
    addRedundantPosts(article, &flags)
    if hasRanks { addSubordinates(article, &flags) }
    addVariants(article, &flags)
  }

  /// Most articles name no two people with ranks.
  private static func hasSeveralRanks(_ article: CheckedArticle) -> Bool {
    var count = 0
    for index in article.text.mentions(.name) {
      if case .name(let name) = article.mentions[index].value, name.rank >= 0 { count += 1 }
    }
    return count > 1
  }

  /// One full name with two ranks, and no word of a promotion.
  private static func addRankConflicts(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    // For each person the first mention with a rank, or -1.
    var firsts = [Int](repeating: -1, count: article.people.count)
    var isFlagged = Set<Int32>()
    for index in article.text.mentions(.name) {
      let mention = article.mentions[index]
      guard case .name(let name) = mention.value, name.rank >= 0, name.isFull, name.person >= 0 else { continue }
      let first = firsts[Int(name.person)]
      guard first >= 0, case .name(let other) = article.mentions[first].value else {
        firsts[Int(name.person)] = index
        continue
      }
      guard grade(article, other.rank) != grade(article, name.rank), !isFlagged.contains(name.person), !tellsPromotion(article.text) else {
        continue
      }
      isFlagged.insert(name.person)
      flags.append(
        FoundFlag(
          .rankConflict, [first, index],
          "\(article.string(mention)) is \(rank(article, other.rank)) and \(rank(article, name.rank)) in one article"))
    }
  }

  private static func rank(_ article: CheckedArticle, _ item: Int32) -> String {
    article.text.lexicon.item(.rank, UInt16(item)).field1.string
  }

  /// 1 (Binh nhì) to 18 (Đại tướng).
  private static func grade(_ article: CheckedArticle, _ item: Int32) -> Int {
    Int(article.text.lexicon.item(.rank, UInt16(item)).field2.string) ?? 0
  }

  /// `thăng cấp`, `phong quân hàm`, `truy thăng`
  private static func tellsPromotion(_ text: TokenizedText) -> Bool {
    (1..<text.count).contains { text[$0].shape == .lower && (text.isKeyword($0, .promote) || text.isKeyword($0, .rankWord)) }
  }

  /// `Ủy viên Ban Thường vụ Đảng ủy, Bí thư Đảng ủy`: the secretary of a committee sits on it anyway; one of the two bodies is another.
  private static func addRedundantPosts(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    for index in article.text.mentions(.name) {
      let mention = article.mentions[index]
      guard case .name(let name) = mention.value, name.postCount > 1, mayHoldSeat(article, name) else { continue }
      let posts = (Int(name.firstPost)..<Int(name.firstPost + name.postCount)).compactMap {
        position(article, Int(article.posts[$0].mention))
      }
      for member in posts {
        guard let committee = committee(article, member) else { continue }
        guard let leader = posts.first(where: { isSecretary(article, $0) && body(article, $0) == committee }) else { continue }
        let evidence = [member.index, leader.index, index]
        flags.append(FoundFlag(.positionRedundant, evidence, "the secretary of “\(committee)” is on its committee anyway"))
        break
      }
    }
  }

  /// Whether one of the posts begins with the words of such a seat, however they are spelled.
  private static func mayHoldSeat(_ article: CheckedArticle, _ name: FoundName) -> Bool {
    (Int(name.firstPost)..<Int(name.firstPost + name.postCount)).contains { post in
      let mention = Int(article.posts[post].mention)
      return mention >= 0 && seats.contains { $0.begins(article.text, at: Int(article.mentions[mention].firstToken)) }
    }
  }

  private static let seats = [WordSequence("ủy viên ban thường vụ"), WordSequence("ủy viên btv")]

  private struct Post {
    var index: Int
    var position: FoundPosition
  }

  private static func position(_ article: CheckedArticle, _ index: Int) -> Post? {
    guard index >= 0, case .position(let position) = article.mentions[index].value else { return nil }
    return Post(index: index, position: position)
  }

  private static func title(_ article: CheckedArticle, _ post: Post) -> String { article.string(post.position.title).lowercased() }
  private static func body(_ article: CheckedArticle, _ post: Post) -> String { article.string(post.position.organization).lowercased() }
  private static func isSecretary(_ article: CheckedArticle, _ post: Post) -> Bool { title(article, post).hasSuffix("bí thư") }

  /// The body on whose standing committee the post is a seat.
  private static func committee(_ article: CheckedArticle, _ post: Post) -> String? {
    let words = "\(title(article, post)) \(body(article, post))"
    for head in ["ủy viên ban thường vụ ", "uỷ viên ban thường vụ ", "ủy viên btv ", "uỷ viên btv "] where words.hasPrefix(head) {
      return String(words.dropFirst(head.count))
    }
    return nil
  }

  /// A deputy director of the province two steps or more below a head of department.
  private static func addSubordinates(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    var leaders: [(index: Int, level: Int, grade: Int)] = []
    for index in article.text.mentions(.name) {
      let mention = article.mentions[index]
      guard case .name(let name) = mention.value, name.rank >= 0, name.postCount > 0 else { continue }
      let levels = (Int(name.firstPost)..<Int(name.firstPost + name.postCount)).compactMap {
        PoliceLevel(article.text, at: article.text.token(at: article.posts[$0].span.start))
      }
      guard let level = levels.map(\.rawValue).max() else { continue }
      leaders.append((index, level, grade(article, name.rank)))
    }
    guard leaders.count > 1 else { return }
    var isFlagged = Set<Int>()
    for above in leaders {
      guard let below = leaders.first(where: { $0.level < above.level && $0.grade >= above.grade + 2 }),
        case .name(let name) = article.mentions[above.index].value,
        isFlagged.insert(Int(name.person)).inserted
      else { continue }
      let (high, low) = (article.string(article.mentions[above.index]), article.string(article.mentions[below.index]))
      flags.append(
        FoundFlag(.rankBelowSubordinate, [above.index, below.index], "\(high) stands above \(low) in office but two ranks or more below"))
    }
  }

  /// Nguyễn Thế Hùng and Nguyễn Thế Hưng in one post.
  private static func addVariants(_ article: CheckedArticle, _ flags: inout [FoundFlag]) {
    // Only of people who hold a post: the comparison of each with each stays small.
    for second in article.people.indices where holdsPost(article, Int(article.people[second].best)) {
      for first in 0..<second where holdsPost(article, Int(article.people[first].best)) {
        let (a, b) = (Int(article.people[first].best), Int(article.people[second].best))
        guard NameDistance(article.text, article.mentions[a], article.mentions[b]).isOneLetter, sharePost(article, a, b) else { continue }
        let (x, y) = (article.string(article.mentions[a]), article.string(article.mentions[b]))
        flags.append(FoundFlag(.nameOneLetterApart, [a, b], "“\(x)” and “\(y)” differ by one letter and hold one post"))
      }
    }
  }

  private static func holdsPost(_ article: CheckedArticle, _ mention: Int) -> Bool {
    guard case .name(let name) = article.mentions[mention].value else { return false }
    return name.postCount > 0
  }

  private static func sharePost(_ article: CheckedArticle, _ a: Int, _ b: Int) -> Bool {
    guard case .name(let x) = article.mentions[a].value, case .name(let y) = article.mentions[b].value else { return false }
    let posts = { (name: FoundName) in
      (Int(name.firstPost)..<Int(name.firstPost + name.postCount)).map { article.string(article.posts[$0].span).lowercased() }
    }
    return !Set(posts(x)).isDisjoint(with: posts(y))
  }
}
