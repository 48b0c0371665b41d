import GRDB

extension Desk {
  /// Saves an answer, and with it what follows from it: on the disk when this returns.
  /// - Returns: the decision; those that were saved along with it name it as their `group`.
  /// - Throws: `ArchiveError.answeredBefore` when another reviewer was first and `seen` does not say so; nothing is saved then.
  @discardableResult
  public func save(_ answer: Answer) throws -> Saved {
    try saving { db, keep in
      let draft = DecisionDraft(db: db, desk: self)
      let first = try draft.decision(answer)
      try keep(first)
      for alike in try AlikeAnswers(db: db).answers(to: answer, first) {
        // What does not fit another flag is left for a person to answer.
        guard var decision = try? draft.decision(alike) else { continue }
        decision.group = first.id
        try keep(decision)
      }
    }
  }

  /// Takes the reviewer's last answer back, with all that was saved along with it.
  public func undo() throws -> Saved {
    try saving { db, keep in
      let stack = UndoStack(db: db, reviewer: reviewer)
      guard let last = try stack.top else { throw ArchiveError.nothingToUndo }
      for target in try stack.group(of: last, isActive: true).reversed() { try keep(turned(.undo, target)) }
    }
  }

  /// Brings back what was taken back last.
  public func redo() throws -> Saved {
    try saving { db, keep in
      let stack = UndoStack(db: db, reviewer: reviewer)
      guard let last = try stack.undone else { throw ArchiveError.nothingToRedo }
      for target in try stack.group(of: last, isActive: false) { try keep(turned(.redo, target)) }
    }
  }

  private func turned(_ action: Decision.Action, _ target: Decision) -> Decision {
    var decision = Decision(by: reviewer, action: action)
    decision.undoes = target.id
    decision.article = target.article
    return decision
  }

  /// The lines are on the disk before the store says so; a store that lost them takes them from the file at the next start.
  private func saving(_ make: (Database, _ keep: (Decision) throws -> Void) throws -> Void) throws -> Saved {
    guard !archive.isReadOnly else { throw ArchiveError.readOnly }
    return try archive.log.whileLocked {
      try archive.pool.write { db in
        var kept: [Decision] = []
        let resolver = Resolver(db)
        try make(db) { decision in
          let line = try archive.log.append { decision.line(after: $0) }
          try Settling.place(decision, seq: DecisionReader.insert(decision, line: line, db), resolver)
          kept.append(decision)
        }
        return Saved(decisions: kept)
      }
    }
  }
}

/// What one answer, undo or redo wrote.
public struct Saved: Sendable {
  /// Never empty, in the order of the log.
  public var decisions: [Decision]
  public var count: Int { decisions.count }

  /// The decision that the others came along with: the first of an answer or a redo, the last of an undo.
  public var leading: Decision? { decisions.last?.action == .undo ? decisions.last : decisions.first }
}

/// What a reviewer can take back and bring back, read from the log: without limit, and after a restart too.
struct UndoStack {
  let db: Database
  let reviewer: String
  /// More than an article has flags of one code.
  private static let groupLimit = 1000

  /// The last thing that stands.
  var top: Decision? {
    get throws {
      try fetch(
        """
        SELECT d.line FROM decision d JOIN decision_state s ON s.seq = d.seq
        WHERE d.by = ? AND s.is_active AND d.action NOT IN ('undo', 'redo') ORDER BY d.seq DESC LIMIT 1
        """
      ).first
    }
  }

  /// The last thing taken back, unless something new was said since.
  var undone: Decision? {
    get throws {
      try fetch(
        """
        SELECT t.line FROM decision u JOIN decision t ON t.id = u.undoes JOIN decision_state s ON s.seq = t.seq
        WHERE u.by = ?1 AND u.action = 'undo' AND NOT s.is_active
          AND u.seq > coalesce((SELECT max(seq) FROM decision WHERE by = ?1 AND action NOT IN ('undo', 'redo')), 0)
          AND u.seq = (SELECT max(seq) FROM decision WHERE undoes = t.id)
        ORDER BY u.seq DESC LIMIT 1
        """
      ).first
    }
  }

  /// The decision with those that were saved along with it: they stand behind their leader in the log.
  func group(of decision: Decision, isActive: Bool) throws -> [Decision] {
    let leader = decision.group ?? decision.id
    return try fetch(
      """
      SELECT d.line FROM decision d JOIN decision_state s ON s.seq = d.seq
      WHERE d.by = ? AND s.is_active = ? AND d.seq >= (SELECT seq FROM decision WHERE id = ?)
        AND (d.id = ? OR d.line ->> '$.group' = ?) ORDER BY d.seq LIMIT \(UndoStack.groupLimit)
      """, [isActive, leader, leader, leader])
  }

  private func fetch(_ sql: String, _ arguments: StatementArguments = []) throws -> [Decision] {
    try String.fetchAll(db, sql: sql, arguments: [reviewer] + arguments).map { try Decision(line: $0) }
  }
}
