import GRDB

/// One post with two holders at a date, and names one letter apart in one post.
struct PostHolders {
  private let db: Database
  private static let oneDate = 1
  private static let spellingWindow = 730
  /// A post with more names is no post of one person.
  private static let nameLimit = 50

  init(_ db: Database) { self.db = db }

  struct Holder {
    var person: Appearance
    var post: Post
    var key: String
    var day: Int?
  }

  func flags() throws -> [AcrossFlag] {
    var posts: [String: [Holder]] = [:]
    for person in try Appearance.all(db, where: "p.positions <> '[]'") {
      guard let key = Identity.key(person.name) else { continue }
      for post in person.posts where post.isHeldByOne || post.isTelling {
        posts[post.key, default: []].append(Holder(person: person, post: post, key: key, day: person.article.dayNumber))
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
    guard let first = a.first, let second = b.first else { return nil }
    if NameDistance.isOneLetterApart(first.key, second.key) { return try variant(a, b) }
    guard first.post.isHeldByOne, !NameDistance.isPart(first.key, second.key), let (earlier, later) = nearest(a, b),
      let start = earlier.day, let end = later.day, end - start <= PostHolders.oneDate || isBetween(a, b) || isBetween(b, a)
    else { return nil }
    return try make("position-conflict", "hold one post at one time", here: later, there: earlier)
  }

  // MARK: - Names one letter apart

  /// Shown with the name that fewer articles have: more often than not it is the wrong one.
  private func variant(_ a: [Holder], _ b: [Holder]) throws -> AcrossFlag? {
    let (rare, usual) = a.count < b.count || (a.count == b.count && (b.first?.day ?? 0) < (a.first?.day ?? 0)) ? (a, b) : (b, a)
    guard let here = rare.first, let there = usual.first(where: { $0.person.article != here.person.article }),
      NameDistance.isMisspelling(here.key, there.key), here.post.isHeldByOne || here.key.split(separator: " ").count > 2
    else { return nil }
    if let a = here.day, let b = there.day, abs(a - b) > PostHolders.spellingWindow { return nil }
    return try make("person-name-variant", "hold one post", here: here, there: there)
  }

  // MARK: - Two holders

  /// The two mentions that stand closest in time, of different articles.
  private func nearest(_ a: [Holder], _ b: [Holder]) -> (Holder, Holder)? {
    let days = { (holders: [Holder]) in holders.compactMap { holder in holder.day.map { (holder, $0) } } }
    let (first, second) = (days(a), days(b))
    var best: (pair: (Holder, Holder), gap: Int)?
    var (i, j) = (0, 0)
    while i < first.count, j < second.count {
      let isFirst = first[i].1 <= second[j].1
      let (earlier, later) = isFirst ? (first[i], second[j]) : (second[j], first[i])
      if earlier.0.person.article != later.0.person.article, later.1 - earlier.1 < best?.gap ?? .max {
        best = ((earlier.0, later.0), later.1 - earlier.1)
      }
      if isFirst { i += 1 } else { j += 1 }
    }
    return best?.pair
  }

  /// Whether one holder was seen in the post before and after the other.
  private func isBetween(_ inner: [Holder], _ outer: [Holder]) -> Bool {
    let days = outer.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return false }
    return inner.contains { $0.day.map { first < $0 && $0 < last } ?? false }
  }

  private func make(_ code: String, _ what: String, here: Holder, there: Holder) throws -> AcrossFlag? {
    AcrossFlag(
      code: code, message: "\(here.person.name) and \(there.person.name) \(what): \(here.post.text)",
      details: [
        "post": .string(here.post.text), "here": .string(here.person.name), "hereDay": .string(here.person.article.day),
        "there": .string(there.person.name), "thereDay": .string(there.person.article.day),
      ],
      evidence: [try here.person.evidence(db), try there.person.evidence(db)])
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

  /// Whether names one letter apart can be one name written wrongly: a Vietnamese one, and not `sĩ` beside `sỹ`, which is taste.
  /// Foreign names have many spellings in our letters (`Sergei`, `Sergey`), none of them wrong.
  static func isMisspelling(_ a: String, _ b: String) -> Bool {
    let isOurs = [a, b].contains { name in WordLists.surnames.contains(String(name.prefix { $0 != " " })) }
    return isOurs && withoutY(a) != withoutY(b)
  }

  private static func withoutY(_ name: String) -> String {
    let letters: [Character: Character] = ["y": "i", "ý": "í", "ỳ": "ì", "ỷ": "ỉ", "ỹ": "ĩ", "ỵ": "ị"]
    return String(name.map { letters[$0] ?? $0 })
  }

  /// Whether one name is the other without its first or middle words: `phạm thiện nghĩa` and `thiện nghĩa`.
  static func isPart(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    let wanted = Set(short.split(separator: " "))
    return wanted.isSubset(of: Set(long.split(separator: " ")))
  }
}
