import GRDB

/// A flag whose evidence stands in several articles, or that a decision raised.
struct AcrossFlag {
  var code: String
  var severity: String
  /// The article that it is shown with.
  var article: Int
  var record: String
  var position: Int
  var message: String
  var subject: String?
  /// What the sentence for people needs: dates, ranks, names.
  var details: JSON
  var evidence: [Evidence]

  struct Evidence {
    var article: Int
    var record: String
    var mention: String
    var text: String
  }

  var key: FlagKey {
    FlagKey(
      code: code, record: record,
      evidence: evidence.map { FlagKey.Evidence(record: $0.record, mention: $0.mention, text: $0.text) }, subject: subject)
  }

  func insert(_ db: Database) throws {
    let id = key.rowID
    let flag = try db.cachedStatement(sql: "INSERT OR IGNORE INTO flag VALUES (?,?,?,?,?,?,?,?,NULL,?)")
    try flag.execute(arguments: [id, article, code, severity, position, message, subject, details.text, FlagTurn.acrossArticles])
    let row = try db.cachedStatement(sql: "INSERT OR IGNORE INTO evidence VALUES (?,?,?,?)")
    for (index, entry) in evidence.enumerated() { try row.execute(arguments: [id, index + 1, entry.article, entry.mention]) }
  }
}
