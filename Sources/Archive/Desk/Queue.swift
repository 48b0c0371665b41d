import GRDB

/// The flags that wait for an answer, in the order of the queue: severity, code, article, place.
struct Queue {
  let db: Database
  let reviewer: String
  private static let listLength = 200
  static let isOpen = "NOT EXISTS (SELECT 1 FROM answer WHERE answer.flag = f.id)"
  private static let key = "f.severity, f.turn, f.code, f.article, f.position, f.id"

  private static let isSkipped = """
    EXISTS (SELECT 1 FROM decision_state s JOIN decision d ON d.seq = s.seq
      WHERE s.flag = f.id AND s.is_active AND d.action = 'skip' AND d.by = :reviewer)
    """

  /// What a list of the filter shows.
  private func condition(_ filter: Desk.Filter) -> (sql: String, arguments: StatementArguments) {
    let (sql, arguments) = filter.condition(reviewer)
    return (filter.mark == nil ? "\(sql) AND \(Queue.isOpen)" : sql, arguments)
  }

  // MARK: - Moving

  func neighbour(_ direction: Desk.Direction, of flag: Int?, _ filter: Desk.Filter, onlyOpen: Bool) throws -> Int? {
    guard onlyOpen, filter.mark == nil else { return try step(direction, from: flag, filter, "1") }
    let fresh = "\(Queue.isOpen) AND NOT \(Queue.isSkipped.replacing(":reviewer", with: quoted(reviewer)))"
    if let found = try step(direction, from: flag, filter, fresh) ?? step(direction, from: nil, filter, fresh) { return found }
    if let found = try step(direction, from: flag, filter, Queue.isOpen), found != flag { return found }
    return try step(direction, from: nil, filter, "\(Queue.isOpen) AND f.id <> \(flag ?? 0)")
  }

  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private func step(_ direction: Desk.Direction, from flag: Int?, _ filter: Desk.Filter, _ condition: String) throws -> Int? {
    var (sql, arguments) = filter.condition(reviewer)
    sql += " AND \(condition)"
    let isForward = direction == .next
    if let flag {
      sql += " AND (\(Queue.key)) \(isForward ? ">" : "<") (SELECT \(Queue.key.replacing("f.", with: "g.")) FROM flag g WHERE g.id = ?)"
      arguments += [flag]
    }
    let columns = ["severity", "turn", "code", "article", "position", "id"].map { "f.\($0) \(isForward ? "ASC" : "DESC")" }.joined(
      separator: ", ")
    let statement = try db.cachedStatement(sql: "SELECT f.id FROM flag f WHERE \(sql) ORDER BY \(columns) LIMIT 1")
    return try Int.fetchOne(statement, arguments: arguments)
  }

  /// The first open flag of the next article, going by the rows of the articles.
  func otherArticle(_ direction: Desk.Direction, than flag: Int?, _ filter: Desk.Filter) throws -> Int? {
    var filter = filter
    filter.article = nil
    var (sql, arguments) = condition(filter)
    let isForward = direction == .next
    if let flag {
      sql += " AND f.article \(isForward ? ">" : "<") (SELECT article FROM flag WHERE id = ?)"
      arguments += [flag]
    }
    return try Int.fetchOne(
      db,
      sql: "SELECT f.id FROM flag f WHERE \(sql) ORDER BY f.article \(isForward ? "ASC" : "DESC"), f.position LIMIT 1",
      arguments: arguments)
  }

  // MARK: - Lists

  func json(_ filter: Desk.Filter, byArticle: Bool) throws -> JSON {
    [
      "codes": try codes(), "progress": try progress(), "marks": try marks(),
      "items": byArticle && filter.article == nil ? try articles(filter) : try items(filter),
      "byArticle": .bool(byArticle && filter.article == nil),
    ]
  }

  /// Each code with its flags in all and those that people answered.
  private func codes() throws -> JSON {
    let totals = try Row.fetchAll(
      db, sql: "SELECT severity, code, count(*) FROM flag GROUP BY severity, code ORDER BY severity, min(turn), code")
    let answered = try Row.fetchAll(
      db,
      sql: """
        SELECT f.severity, f.code, count(DISTINCT f.id) FROM answer JOIN flag f ON f.id = answer.flag GROUP BY f.severity, f.code
        """)
    var done: [String: Int] = [:]
    for row in answered { done["\(row[0] as String) \(row[1] as String)"] = row[2] }
    return .array(
      totals.map { row in
        let (severity, code, total): (String, String, Int) = (row[0], row[1], row[2])
        return [
          "severity": .string(severity), "code": .string(code), "total": JSON(total),
          "open": JSON(total - (done["\(severity) \(code)"] ?? 0)),
        ]
      })
  }

  private func marks() throws -> JSON {
    .object(try Desk.Filter.Mark.allCases.map { JSON.Member($0.rawValue, JSON(try $0.count(db, reviewer: reviewer))) })
  }

  private func items(_ filter: Desk.Filter) throws -> JSON {
    let (sql, arguments) = condition(filter)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT f.id, f.code, f.severity, a.record, a.title, \(Queue.isOpen),
          iif(f.code = 'meta-no-publication-date', NULL, coalesce((SELECT m.text FROM evidence e JOIN mention m ON m.article = e.article AND m.id = e.mention
            WHERE e.flag = f.id AND e.number = 1), f.places ->> '$[0].text'))
        FROM flag f JOIN article a ON a.id = f.article WHERE \(sql) ORDER BY \(Queue.key) LIMIT \(Queue.listLength)
        """, arguments: arguments)
    return .array(
      rows.map { row in
        [
          "flag": .string(String(row[0] as Int)), "code": .string(row[1]), "severity": .string(row[2]), "article": .string(row[3]),
          "title": JSON(row[4] as String?), "text": JSON((row[6] as String?).map { String($0.prefix(80)) }),
        ]
      })
  }

  private func articles(_ filter: Desk.Filter) throws -> JSON {
    let (sql, arguments) = condition(filter)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.record, a.title, count(*) AS open FROM flag f JOIN article a ON a.id = f.article
        WHERE \(sql) GROUP BY f.article ORDER BY open DESC, a.record LIMIT \(Queue.listLength)
        """, arguments: arguments)
    return .array(
      rows.map { row in ["article": .string(row[0]), "title": JSON(row[1] as String?), "open": JSON(row[2] as Int)] })
  }

  // MARK: - Progress

  /// Flags of the queue, those that people answered, and those that this reviewer answered.
  func progress() throws -> JSON {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM flag WHERE severity IN ('error', 'review')") ?? 0
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(DISTINCT answer.flag), count(DISTINCT CASE WHEN answer.by = ? THEN answer.flag END)
        FROM answer JOIN flag f ON f.id = answer.flag WHERE f.severity IN ('error', 'review')
        """, arguments: [reviewer])
    let pace = try String.fetchAll(
      db, sql: "SELECT at FROM decision WHERE by = ? AND action IN ('accept', 'correct', 'reject') ORDER BY seq DESC LIMIT 51",
      arguments: [reviewer])
    return [
      "total": JSON(total), "answered": JSON((row?[0] as Int?) ?? 0), "mine": JSON((row?[1] as Int?) ?? 0),
      "medianSeconds": Pace.medianSeconds(pace).map { JSON($0) } ?? .null, "reviewer": .string(reviewer),
    ]
  }
}

/// How long answers take.
enum Pace {
  /// The median of the gaps between answers, breaks left out; nil with fewer than five.
  static func medianSeconds(_ times: [String]) -> Int? {
    let seconds = times.compactMap { time -> Int? in
      guard let day = CivilDay.number(time) else { return nil }
      let clock = time.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int($0) }
      return clock.count == 3 ? day * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2] : nil
    }
    let gaps = zip(seconds, seconds.dropFirst()).map { abs($0 - $1) }.filter { $0 < 600 }.sorted()
    return gaps.count >= 5 ? gaps[gaps.count / 2] : nil
  }
}
