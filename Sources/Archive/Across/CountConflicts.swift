import GRDB

/// The same count reported differently: the same words around two numbers, in two articles of
/// the same days that share a person who has a rank or a post, or a document.
struct CountConflicts {
  private let db: Database
  private static let window = 2

  init(_ db: Database) { self.db = db }

  private struct Report {
    var article: CitedArticle
    var mention: String
    var text: String
    var position: Int
    var number: Double
    var context: Int
  }

  func flags() throws -> [AcrossFlag] {
    var flags: [AcrossFlag] = []
    for group in try groups() {
      let articles = Dictionary(grouping: group, by: \.article)
      let once = group.filter { articles[$0.article]?.count == 1 }
      for (index, later) in once.enumerated() {
        guard let earlier = try once[..<index].last(where: { try disagree($0, later) }) else { continue }
        flags.append(flag(earlier, later))
      }
    }
    return flags
  }

  private func groups() throws -> [[Report]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT m.article, a.record, substr(a.published, 1, 10), m.id, m.text, m.utf8_start, m.number, m.context, m.unit
        FROM mention m JOIN article a ON a.id = m.article
        WHERE a.published IS NOT NULL AND m.context IN (
          SELECT context FROM mention WHERE context IS NOT NULL GROUP BY context
          HAVING count(*) BETWEEN 2 AND 50 AND min(article) <> max(article) AND min(number) <> max(number))
        ORDER BY m.context, a.published, a.record
        """)
    var groups: [Int: [Report]] = [:]
    while let row = try rows.next() {
      let unit: String = row[8]
      guard !WordLists.measures.contains(unit.lowercased()) else { continue }
      let report = Report(
        article: CitedArticle(id: row[0], record: row[1], day: row[2]), mention: row[3], text: row[4], position: row[5], number: row[6],
        context: row[7])
      groups[report.context, default: []].append(report)
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private func disagree(_ a: Report, _ b: Report) throws -> Bool {
    guard a.number != b.number, let first = a.article.dayNumber, let second = b.article.dayNumber,
      abs(second - first) <= CountConflicts.window
    else { return false }
    return try areTied(a.article.id, b.article.id)
  }

  /// A person with a whole name and a rank or a post, or a document with a whole number, in both.
  private func areTied(_ a: Int, _ b: Int) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT EXISTS(SELECT 1 FROM person p JOIN person q ON q.name = p.name
            WHERE p.article = ?1 AND q.article = ?2 AND p.name LIKE '% %' AND p.name NOT LIKE '%.%'
              AND (p.rank IS NOT NULL OR p.positions <> '[]') AND (q.rank IS NOT NULL OR q.positions <> '[]'))
          OR EXISTS(SELECT 1 FROM cited_decree c JOIN cited_decree d ON d.number = c.number
            WHERE c.article = ?1 AND d.article = ?2 AND c.number LIKE '%/%')
        """)
    return try Bool.fetchOne(statement, arguments: [a, b]) ?? false
  }

  private func flag(_ earlier: Report, _ later: Report) -> AcrossFlag {
    let evidence = [later, earlier].map {
      AcrossFlag.Evidence(article: $0.article.id, record: $0.article.record, mention: $0.mention, text: $0.text)
    }
    return AcrossFlag(
      code: "count-conflict", severity: "review", article: later.article.id, record: later.article.record, position: later.position,
      message: "“\(later.text)” here, “\(earlier.text)” in \(earlier.article.record)", subject: nil,
      details: ["here": .string(later.text), "there": .string(earlier.text)], evidence: evidence)
  }
}
