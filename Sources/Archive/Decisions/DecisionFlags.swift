import GRDB

/// Questions that decisions raise when the ground under them moved: `review-stale` and `review-orphan`.
enum DecisionFlags {
  static func raise(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.id, d.line, s.article, s.mention, s.utf8_start, s.outcome, a.record
        FROM decision_state s JOIN decision d ON d.seq = s.seq JOIN article a ON a.id = s.article
        WHERE s.is_active AND s.outcome IN ('stale', 'orphan') AND d.action IN ('accept', 'correct', 'reject', 'add')
          AND NOT EXISTS (
            SELECT 1 FROM decision later JOIN decision_state t ON t.seq = later.seq
            WHERE later.seq > s.seq AND t.is_active AND t.article = s.article AND t.mention = s.mention AND t.outcome IN ('holds', 'confirmed')
              AND later.action IN ('accept', 'correct', 'reject'))
        ORDER BY s.seq
        """)
    for row in rows { try raise(row, db) }
    try attachAnswers(db)
  }

  private static func raise(_ row: Row, _ db: Database) throws {
    let decision = try Decision(line: row["line"])
    let isStale = row["outcome"] == Outcome.stale.rawValue
    var details: JSON = ["by": .string(decision.by), "at": .string(decision.at), "exact": .string(decision.anchor?.exact ?? "")]
    if let kind = decision.anchor?.kind, let old = decision.after ?? decision.before {
      details["old"] = .string(Reading.line(old, kind: kind))
      details["fields"] = old
    }
    let flag = AcrossFlag(
      code: isStale ? "review-stale" : "review-orphan", severity: "review", article: row["article"], record: row["record"],
      position: row["utf8_start"] ?? 0,
      message: isStale ? "the rules now read what \(decision.by) answered differently" : "the place of an answer of \(decision.by) is gone",
      subject: row["id"], details: details,
      evidence: try (row["mention"] as String?).map { [try evidence($0, row, db)] } ?? [])
    try flag.insert(db)
  }

  private static func evidence(_ mention: String, _ row: Row, _ db: Database) throws -> AcrossFlag.Evidence {
    let text = try String.fetchOne(
      db, sql: "SELECT text FROM mention WHERE article = ? AND id = ?", arguments: [row["article"] as Int, mention])
    return AcrossFlag.Evidence(article: row["article"], record: row["record"], mention: mention, text: text ?? "")
  }

  /// Answers to these flags could not find them before they were raised.
  private static func attachAnswers(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.seq, d.line FROM decision d JOIN decision_state s ON s.seq = d.seq
        WHERE d.flag_code IN ('review-stale', 'review-orphan') AND s.flag IS NULL
        """)
    let resolver = Resolver(db)
    for row in rows {
      let state = try resolver.state(of: Decision(line: row["line"]))
      try db.execute(
        sql: "UPDATE decision_state SET flag = ?, outcome = ? WHERE seq = ?",
        arguments: [state.flag, state.outcome.rawValue, row["seq"] as Int])
    }
  }
}
