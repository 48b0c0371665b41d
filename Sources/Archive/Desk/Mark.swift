import GRDB

extension Desk.Filter.Mark {
  /// The actions of a decision that set the mark.
  private var actions: String {
    switch self {
    case .skipped: "'skip'"
    case .bookmarked: "'bookmark'"
    case .noted: "'note'"
    case .answered: "'accept', 'correct', 'reject'"
    }
  }

  /// On `flag f`, with the reviewer's name as its argument. What was skipped and then answered is no longer skipped.
  var condition: String {
    let marked = """
      EXISTS (SELECT 1 FROM decision_state s JOIN decision d ON d.seq = s.seq
        WHERE s.flag = f.id AND s.is_active AND d.action IN (\(actions)) AND d.by = ?)
      """
    return self == .skipped ? "\(marked) AND \(Queue.isOpen)" : marked
  }

  /// How many flags have the mark.
  func count(_ db: Database, reviewer: String) throws -> Int {
    let sql = """
      SELECT count(*) FROM flag f WHERE f.id IN (SELECT s.flag FROM decision_state s JOIN decision d ON d.seq = s.seq
        WHERE s.is_active AND d.action IN (\(actions)) AND d.by = ?)
      """
    return try Int.fetchOne(db, sql: self == .skipped ? "\(sql) AND \(Queue.isOpen)" : sql, arguments: [reviewer]) ?? 0
  }
}
