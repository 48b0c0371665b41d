import GRDB

/// A person as one article has them.
struct Appearance {
  var article: CitedArticle
  var id: String
  var name: String
  var rank: String?
  var grade: Int?
  var posts: [Post]

  /// What ties this appearance to others under the same name: posts, units and places that carry a name.
  var ties: Set<String> { posts.reduce(into: []) { $0.formUnion($1.isSpecific ? $1.places.union([$1.key]) : []) } }

  func evidence(_ db: Database) throws -> (AcrossFlag.Evidence, Int)? {
    if rank != nil, let found = try db.evidence(article, where: "kind = 'name' AND person = ? AND rank IS NOT NULL", [id]) { return found }
    return try db.evidence(article, where: "kind = 'name' AND person = ?", [id])
  }

  /// All persons that the condition finds, in the order of publication.
  static func all(_ db: Database, where condition: String) throws -> [Appearance] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.article, a.record, coalesce(substr(a.published, 1, 10), ''), p.id, p.name, p.rank, p.grade, p.positions
        FROM person p JOIN article a ON a.id = p.article WHERE \(condition) ORDER BY a.published, a.record
        """)
    var all: [Appearance] = []
    // The same posts come again and again: each list is taken apart once.
    var known: [String: [Post]] = [:]
    while let row = try rows.next() {
      let list: String = row[7]
      if known[list] == nil { known[list] = ((try? JSON(parsing: list))?.array ?? []).compactMap(\.string).map(Post.init) }
      all.append(
        Appearance(
          article: CitedArticle(id: row[0], record: row[1], day: row[2]), id: row[3], name: row[4], rank: row[5], grade: row[6],
          posts: known[list] ?? []))
    }
    return all
  }
}

/// Who can be somebody at all. Namesakes are many: a name alone ties nothing, `Appearance.ties` does.
enum Identity {
  /// The name as a key, or nil for initials and single syllables, which are nobody in particular.
  static func key(_ name: String) -> String? {
    let syllables = name.lowercased().split(separator: " ")
    guard syllables.count >= 2, !name.contains("."), syllables.count(where: { $0.count > 1 }) >= 2 || syllables.count == 2 else {
      return nil
    }
    return syllables.contains { $0.count > 1 } ? syllables.joined(separator: " ") : nil
  }
}

/// A post as written: `Giám đốc Công an tỉnh Đắk Nông`.
struct Post: Hashable {
  let text: String
  let key: String
  /// `tỉnh đắk nông`, `bộ công an`: the units and places in it that carry a name.
  let places: Set<String>

  init(_ text: String) {
    self.text = text
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    key = words.joined(separator: " ").lowercased()
    places = Post.places(words)
  }

  var isSpecific: Bool { !places.isEmpty }

  /// Whether it ties two names that are nearly alike: a post with a named unit or place, or one of the state.
  var isTelling: Bool { isSpecific || Post.ofState.contains { key == $0 } || key.hasPrefix("bộ trưởng ") || key.hasPrefix("thứ trưởng ") }

  private static let ofState: Set<String> = [
    "chủ tịch nước", "chủ tịch quốc hội", "thủ tướng chính phủ", "tổng bí thư", "phó thủ tướng chính phủ",
  ]

  /// Whether only one person can hold it at a time: a head, neither former nor acting nor deputy.
  var isHeldByOne: Bool { isSpecific && Post.heads.contains { key.hasPrefix($0) } }

  private static let heads = [
    "giám đốc ", "bí thư ", "chủ tịch ", "bộ trưởng ", "trưởng công an ", "cục trưởng ", "tổng cục trưởng ", "viện trưởng ", "chánh án ",
    "trưởng phòng ", "tư lệnh ", "chính ủy ", "chánh văn phòng ", "chánh thanh tra ", "chỉ huy trưởng ", "đồn trưởng ", "hiệu trưởng ",
    "tổng giám đốc ", "thủ trưởng ", "thủ tướng ", "tổng thống ",
  ]

  private static let markers: Set<String> = [
    "tỉnh", "phố", "tp", "tp.", "huyện", "quận", "xã", "phường", "trấn", "bộ", "cục", "quân", "vùng", "học",
  ]

  /// A marker with the capitalised words behind it.
  private static func places(_ words: [String]) -> Set<String> {
    var places: Set<String> = []
    for (index, word) in words.enumerated() where markers.contains(word.lowercased()) {
      let name = words[(index + 1)...].prefix { $0.first.map { $0.isUppercase || $0.isNumber } ?? false }
      guard !name.isEmpty else { continue }
      let whole = word.lowercased() == "bộ" || word.lowercased() == "cục" ? words[(index + 1)...] : name
      places.insert(([word] + whole).joined(separator: " ").lowercased().trimmingSuffix(",.;"))
    }
    return places
  }
}

extension String {
  fileprivate func trimmingSuffix(_ marks: String) -> String {
    var text = self
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return text
  }
}
