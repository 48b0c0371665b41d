import GRDB

/// One post with two holders at a date, and names one letter apart in one post.
struct PostHolders {
  private let db: Database
  private static let oneDate = 1
  private static let spellingWindow = 730
  /// A post with more names is no post of one person.
  private static let nameLimit = 50

  init(_ db: Database) { self.db = db }

  private struct Holder {
    var person: Appearance
    var post: Post
    var key: String
    var day: Int
  }

  func flags() throws -> [AcrossFlag] {
    var posts: [String: [Holder]] = [:]
    for person in try Appearance.all(db, where: "p.positions <> '[]'") {
      guard let key = Identity.key(person.name), let day = person.article.dayNumber else { continue }
      for post in person.posts where post.isHeldByOne {
        posts[post.key, default: []].append(Holder(person: person, post: post, key: key, day: day))
      }
    }
    var flags: [AcrossFlag] = []
    for key in posts.keys.sorted() { flags += try self.flags(posts[key] ?? []) }
    return flags
  }

  /// Each pair of names that held the post, once.
  private func flags(_ holders: [Holder]) throws -> [AcrossFlag] {
    let names = Dictionary(grouping: holders, by: \.key)
    guard names.count > 1, names.count <= PostHolders.nameLimit else { return [] }
    let keys = names.keys.sorted()
    var flags: [AcrossFlag] = []
    for (index, first) in keys.enumerated() {
      for second in keys[(index + 1)...] {
        if let flag = try flag(names[first] ?? [], names[second] ?? []) { flags.append(flag) }
      }
    }
    return flags
  }

  private func flag(_ a: [Holder], _ b: [Holder]) throws -> AcrossFlag? {
    guard let (earlier, later) = nearest(a, b) else { return nil }
    let names = "\(later.person.name) and \(earlier.person.name)"
    if NameDistance.isOneLetterApart(earlier.key, later.key) {
      guard later.day - earlier.day <= PostHolders.spellingWindow else { return nil }
      return try make("person-name-variant", "\(names) hold one post", earlier, later)
    }
    guard !NameDistance.isPart(earlier.key, later.key) else { return nil }
    guard later.day - earlier.day <= PostHolders.oneDate || isBetween(a, b) || isBetween(b, a) else { return nil }
    return try make("position-conflict", "\(names) hold one post at one time", earlier, later)
  }

  /// The two mentions that stand closest in time, of different articles.
  private func nearest(_ a: [Holder], _ b: [Holder]) -> (Holder, Holder)? {
    var best: (Holder, Holder)?
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      let (earlier, later) = a[i].day <= b[j].day ? (a[i], b[j]) : (b[j], a[i])
      let isCloser = best.map { later.day - earlier.day < $0.1.day - $0.0.day } ?? true
      if isCloser, earlier.person.article != later.person.article { best = (earlier, later) }
      if a[i].day <= b[j].day { i += 1 } else { j += 1 }
    }
    return best
  }

  /// Whether one holder was seen in the post before and after the other.
  private func isBetween(_ inner: [Holder], _ outer: [Holder]) -> Bool {
    guard let first = outer.first?.day, let last = outer.last?.day else { return false }
    return inner.contains { first < $0.day && $0.day < last }
  }

  private func make(_ code: String, _ message: String, _ earlier: Holder, _ later: Holder) throws -> AcrossFlag? {
    AcrossFlag(
      code: code, message: "\(message): \(later.post.text)",
      details: [
        "post": .string(later.post.text), "here": .string(later.person.name), "hereDay": .string(later.person.article.day),
        "there": .string(earlier.person.name), "thereDay": .string(earlier.person.article.day),
      ],
      evidence: [try later.person.evidence(db), try earlier.person.evidence(db)])
  }
}

/// How alike two names are.
enum NameDistance {
  /// One letter other, missing or too many: `hiểu` and `hiếu`.
  static func isOneLetterApart(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
    guard long.count - short.count <= 1, short != long else { return false }
    var index = 0
    while index < short.count, short[index] == long[index] { index += 1 }
    let rest = long.count == short.count ? short.dropFirst(index + 1) : short.dropFirst(index)
    return rest.elementsEqual(long.dropFirst(index + 1))
  }

  /// Whether one name is the other without its first or middle words: `phạm thiện nghĩa` and `thiện nghĩa`.
  static func isPart(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let wanted = Set(short.split(separator: " "))
    return wanted.isSubset(of: Set(long.split(separator: " ")))
  }
}
