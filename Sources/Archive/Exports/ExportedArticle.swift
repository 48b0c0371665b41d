import GRDB

/// A record with what people decided about it.
struct ExportedArticle {
  var record: String
  /// The record as it stands in its file.
  var json: JSON
  var mentions: [SettledMention]
  var quote: Quote
  var published: String?
  /// Answers by flag code and evidence.
  var answers: [Answered]
  /// All that people said about the article and that stands, places lost or not.
  var decisions: [(decision: Decision, outcome: String)]

  struct Answered {
    var code: String
    /// The words of places that are its evidence.
    var subject: String?
    var mentions: Set<String>
    var decision: Decision
    var outcome: String
  }

  /// Whether a person looked at it.
  var isReviewed: Bool { decisions.contains { $0.decision.action.isAnswer || $0.decision.action == .add } }
}

/// Walks over the records of the folder with their decisions, one at a time.
struct ExportSource {
  let archive: Archive

  func forEachArticle(_ body: (ExportedArticle) throws -> Void) throws {
    for file in try RecordFiles.list(in: archive.directory) {
      try RecordFiles.withBytes(of: archive.directory + "/" + file.path) { bytes in
        try RecordFiles.forEachRecord(bytes, isStream: file.isStream) { line, number in
          guard let json = try? JSON(parsing: line), json["schema"]?.string?.hasPrefix("trich/") == true,
            let article = try article(json, file: file.path, line: number)
          else { return }
          try body(article)
        }
      }
    }
  }

  /// Nil where the store took the id from another line.
  private func article(_ json: JSON, file: String, line: Int) throws -> ExportedArticle? {
    try archive.pool.read { db in
      let id = try Int.fetchOne(
        db, sql: "SELECT a.id FROM article a JOIN record_file f ON f.id = a.file WHERE a.record = ? AND f.path = ? AND a.line = ?",
        arguments: [json["id"]?.string, file, line])
      guard let id else { return nil }
      let overlay = try MentionOverlay(db, article: id)
      return ExportedArticle(
        record: json["id"]?.string ?? "", json: json, mentions: try overlay.mentions(), quote: overlay.quote,
        published: try overlay.published(), answers: try answers(id, db),
        decisions: try decisions(id, db))
    }
  }

  private func answers(_ article: Int, _ db: Database) throws -> [ExportedArticle.Answered] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT f.code, f.subject, (SELECT group_concat(mention, ' ') FROM evidence WHERE flag = f.id AND article = ?1) AS mentions, d.line, n.outcome
        FROM answer n JOIN flag f ON f.id = n.flag JOIN decision d ON d.seq = n.seq
        WHERE f.article = ?1 AND n.seq = (SELECT min(seq) FROM answer WHERE flag = f.id)
        """, arguments: [article])
    return try rows.map { row in
      let mentions = Set(((row["mentions"] as String?) ?? "").split(separator: " ").map(String.init))
      return ExportedArticle.Answered(
        code: row["code"], subject: row["subject"], mentions: mentions, decision: try Decision(line: row["line"]), outcome: row["outcome"])
    }
  }

  private func decisions(_ article: Int, _ db: Database) throws -> [(decision: Decision, outcome: String)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT d.line, s.outcome FROM decision_state s JOIN decision d ON d.seq = s.seq
        WHERE s.article = ? AND s.is_active AND d.action NOT IN ('undo', 'redo', 'skip') ORDER BY d.seq
        """, arguments: [article])
    return try rows.map { (try Decision(line: $0["line"]), $0["outcome"]) }
  }
}
