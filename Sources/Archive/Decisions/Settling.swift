import GRDB

/// After records changed: flags across articles, the place of each decision, and the questions that decisions themselves raise.
struct Settling {
  let archive: Archive

  init(_ archive: Archive) { self.archive = archive }

  struct Result {
    var flagsAcross = 0
    var outcomes: [String: Int] = [:]
  }

  /// - Parameter onlyIfNeeded: do nothing when each decision has its state.
  func run(onlyIfNeeded: Bool) throws -> Result {
    if onlyIfNeeded, try !hasUnsettled() { return try count() }
    let across = try archive.pool.read { try AcrossChecks.run($0) }
    try archive.log.whileLockedIfPresent {
      try archive.pool.write { db in
        try Settling.replaceFlags(db, across)
        try Settling.placeAll(db)
      }
    }
    return try count()
  }

  private func hasUnsettled() throws -> Bool {
    try archive.pool.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS(SELECT 1 FROM decision WHERE seq NOT IN (SELECT seq FROM decision_state))") ?? false
    }
  }

  private func count() throws -> Result {
    try archive.pool.read { db in
      var result = Result()
      result.flagsAcross = try Int.fetchOne(db, sql: "SELECT count(*) FROM flag WHERE details IS NOT NULL AND subject IS NULL") ?? 0
      let rows = try Row.fetchAll(db, sql: "SELECT outcome, count(*) FROM decision_state WHERE is_active GROUP BY outcome")
      for row in rows { result.outcomes[row[0]] = row[1] }
      return result
    }
  }

  /// Flags across articles and flags about decisions carry `details`; those of the records do not.
  private static func replaceFlags(_ db: Database, _ flags: [AcrossFlag]) throws {
    try db.execute(sql: "DELETE FROM evidence WHERE flag IN (SELECT id FROM flag WHERE details IS NOT NULL)")
    try db.execute(sql: "DELETE FROM flag WHERE details IS NOT NULL")
    for flag in flags { try flag.insert(db) }
  }

  /// Finds the place of every decision.
  static func placeAll(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM decision_state")
    let resolver = Resolver(db)
    let rows = try Row.fetchAll(db, sql: "SELECT seq, line FROM decision ORDER BY seq")
    for row in rows {
      guard let decision = try? Decision(line: row["line"]) else { continue }
      try place(decision, seq: row["seq"], resolver)
    }
    try DecisionFlags.raise(db)
  }

  /// Stores where a decision stands now, and what it takes back.
  static func place(_ decision: Decision, seq: Int, _ resolver: Resolver) throws {
    let db = resolver.db
    let state = try resolver.state(of: decision)
    let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO decision_state VALUES (?,1,?,?,?,?,?,?,?)")
    try insert.execute(arguments: [
      seq, state.outcome.rawValue, state.isReanchored, state.article, state.mention, state.utf8?.lowerBound, state.utf8?.upperBound,
      state.flag,
    ])
    guard let target = decision.undoes, decision.action == .undo || decision.action == .redo else { return }
    let turn = try db.cachedStatement(
      sql: "UPDATE decision_state SET is_active = ? WHERE seq = (SELECT seq FROM decision WHERE id = ?)")
    try turn.execute(arguments: [decision.action == .redo, target])
  }
}

extension DecisionLog {
  /// The lock where there are decisions to wait for; without any there is nothing to lock, and no file is made.
  func whileLockedIfPresent(_ body: () throws -> Void) throws {
    if exists { try whileLocked(body) } else { try body() }
  }
}
