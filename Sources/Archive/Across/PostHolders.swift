import GRDB

/// One post with two holders at a date, and names one letter apart in one post.
struct PostHolders {
  private let db: Database
  private static let oneDate = 1
  private static let spellingWindow = 730

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

  private func flags(_ holders: [Holder]) throws -> [AcrossFlag] {
    guard Set(holders.map(\.key)).count > 1 else { return [] }
    var flags: [AcrossFlag] = []
    var told: Set<[String]> = []
    for (index, later) in holders.enumerated() {
      for earlier in holders[..<index].reversed() where earlier.key != later.key && earlier.person.article != later.person.article {
        let pair = [earlier.key, later.key].sorted()
        guard !told.contains(pair), let flag = try flag(earlier, later, holders) else { continue }
        told.insert(pair)
        flags.append(flag)
      }
    }
    return flags
  }

  private func flag(_ earlier: Holder, _ later: Holder, _ all: [Holder]) throws -> AcrossFlag? {
    if NameDistance.isOneLetterApart(earlier.key, later.key) {
      guard later.day - earlier.day <= PostHolders.spellingWindow else { return nil }
      return try make("person-name-variant", "\(later.person.name) and \(earlier.person.name) hold one post", earlier, later)
    }
    guard !NameDistance.isPart(earlier.key, later.key) else { return nil }
    let isReturned = all.contains { $0.key == earlier.key && $0.day > later.day } && earlier.day < later.day
    guard later.day - earlier.day <= PostHolders.oneDate || isReturned else { return nil }
    return try make("position-conflict", "\(later.person.name) and \(earlier.person.name) hold one post at one time", earlier, later)
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
