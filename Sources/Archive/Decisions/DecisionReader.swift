import GRDB

/// Brings the table of decisions and `decisions.ndjson` together: what either has, both have afterwards.
enum DecisionReader {
  /// - Returns: what was odd, in words.
  static func reconcile(log: DecisionLog, pool: DatabasePool, isReadOnly: Bool) throws -> [String] {
    if isReadOnly { return parsed(try log.lines()).findings }
    guard try log.exists || hasDecisions(pool) else { return [] }
    // What another desk saves between the two readings would look as if the file had lost it.
    return try log.whileLocked {
      var (decisions, findings) = parsed(try log.lines())
      let known = Set(decisions.map(\.decision.id))
      let missing = try pool.write { db in
        for (decision, line) in decisions { try insert(decision, line: line, db) }
        let rows = try Row.fetchAll(db, sql: "SELECT id, line FROM decision ORDER BY seq")
        return rows.filter { !known.contains($0["id"]) }.map { $0["line"] as String }
      }
      if !missing.isEmpty {
        try restore(missing, log)
        findings.append("missing in \(DecisionLog.fileName) and appended to it: \(missing.count) of the store's decisions")
      }
      return findings
    }
  }

  private static func hasDecisions(_ pool: DatabasePool) throws -> Bool {
    try pool.read { try Bool.fetchOne($0, sql: "SELECT EXISTS(SELECT 1 FROM decision)") ?? false }
  }

  private static func parsed(_ lines: [String]) -> (decisions: [(decision: Decision, line: String)], findings: [String]) {
    var findings = brokenLinks(lines)
    let decisions = lines.enumerated().compactMap { index, line -> (decision: Decision, line: String)? in
      if let decision = try? Decision(line: line) { return (decision, line) }
      findings.append("\(DecisionLog.fileName):\(index + 1): no decision; kept, but not used")
      return nil
    }
    return (decisions, findings)
  }

  /// Lines whose `prev` is not the hash of the line before: somebody edited the file.
  static func brokenLinks(_ lines: [String]) -> [String] {
    var previous = DecisionLog.origin
    var findings: [String] = []
    for (index, line) in lines.enumerated() {
      if let json = try? JSON(parsing: line), json["prev"]?.string != previous {
        findings.append("\(DecisionLog.fileName):\(index + 1): the line does not follow from the one before it: the file was edited")
      }
      previous = DecisionLog.hash(of: line)
    }
    return findings
  }

  private static func restore(_ lines: [String], _ log: DecisionLog) throws {
    for line in lines {
      guard let decision = try? Decision(line: line) else { continue }
      _ = try log.append { decision.line(after: $0) }
    }
  }

  /// Adds a decision to the table unless it stands there.
  @discardableResult
  static func insert(_ decision: Decision, line: String, _ db: Database) throws -> Int {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO decision(id, at, by, action, article, kind, exact, flag_code, flag, undoes, note, line)
        VALUES (?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    try statement.execute(arguments: [
      decision.id, decision.at, decision.by, decision.action.rawValue, decision.article, decision.anchor?.kind, decision.anchor?.exact,
      decision.flag?.code, decision.flag?.id, decision.undoes, decision.note, line,
    ])
    return Int(db.lastInsertedRowID)
  }
}
