import Extraction
import GRDB

extension Desk {
  /// Saves an answer: on the disk when this returns.
  /// - Returns: the decision.
  /// - Throws: `ArchiveError.answeredBefore` when another reviewer was first and `seen` does not say so; nothing is saved then.
  @discardableResult
  public func save(_ answer: Answer) throws -> Decision {
    try save { db in try DecisionDraft(db: db, desk: self).decision(answer) }
  }

  /// Takes the reviewer's last answer back.
  public func undo() throws -> Decision {
    try save { db in
      guard let last = try UndoStack(db: db, reviewer: reviewer).top else { throw ArchiveError.nothingToUndo }
      return try turned(.undo, last)
    }
  }

  /// Brings back what was taken back last.
  public func redo() throws -> Decision {
    try save { db in
      guard let last = try UndoStack(db: db, reviewer: reviewer).undone else { throw ArchiveError.nothingToRedo }
      return try turned(.redo, last)
    }
  }

  private func turned(_ action: Decision.Action, _ target: Decision) throws -> Decision {
    var decision = Decision(by: reviewer, action: action)
    decision.undoes = target.id
    decision.article = target.article
    return decision
  }

  /// The line is on the disk before the store says so; a store that lost it takes it from the file at the next start.
  private func save(_ make: (Database) throws -> Decision) throws -> Decision {
    guard !archive.isReadOnly else { throw ArchiveError.readOnly }
    return try archive.log.whileLocked {
      try archive.pool.write { db in
        let decision = try make(db)
        let line = try archive.log.append { decision.line(after: $0) }
        let seq = try DecisionReader.insert(decision, line: line, db)
        try Settling.place(decision, seq: seq, Resolver(db))
        return decision
      }
    }
  }
}

/// What a reviewer can take back and bring back, read from the log: without limit, and after a restart too.
struct UndoStack {
  let db: Database
  let reviewer: String

  /// The last thing that stands.
  var top: Decision? {
    get throws {
      try fetch(
        """
        SELECT d.line FROM decision d JOIN decision_state s ON s.seq = d.seq
        WHERE d.by = ? AND s.is_active AND d.action NOT IN ('undo', 'redo') ORDER BY d.seq DESC LIMIT 1
        """)
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
        """)
    }
  }

  private func fetch(_ sql: String) throws -> Decision? {
    try String.fetchOne(db, sql: sql, arguments: [reviewer]).map { try Decision(line: $0) }
  }
}
