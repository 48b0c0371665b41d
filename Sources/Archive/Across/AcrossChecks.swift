import GRDB

/// The list of checks that look across articles. Each reads the store and returns the flags of one family.
enum AcrossChecks {
  static func run(_ db: Database) throws -> [AcrossFlag] {
    try DecreeConflicts(db).flags() + ShortForms(db).flags() + RankTimelines(db).flags() + PostHolders(db).flags()
      + CountConflicts(db).flags()
  }
}

/// An article as the checks quote it.
struct CitedArticle: Hashable {
  var id: Int
  var record: String
  /// The first ten letters of an ISO date.
  var day: String

  /// Days since 1970 of the publication; nil without one.
  var dayNumber: Int? { CivilDay.number(day) }
}

/// Days of the calendar as numbers, to tell how far apart two are.
enum CivilDay {
  /// Of `2024-09-27…`; nil unless it is a whole day.
  static func number(_ text: String) -> Int? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), parts[0].count == 4 else {
      return nil
    }
    // Howard Hinnant's days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Database {
  /// A mention as evidence: the first one that the condition finds in the article.
  func evidence(_ article: CitedArticle, where condition: String, _ arguments: StatementArguments) throws -> (AcrossFlag.Evidence, Int)? {
    let statement = try cachedStatement(
      sql: "SELECT id, text, utf8_start FROM mention WHERE article = ? AND \(condition) ORDER BY utf8_start LIMIT 1")
    guard let row = try Row.fetchOne(statement, arguments: [article.id] + arguments) else { return nil }
    return (AcrossFlag.Evidence(article: article.id, record: article.record, mention: row["id"], text: row["text"]), row["utf8_start"])
  }
}

extension AcrossFlag {
  /// A flag on the first evidence's article.
  init?(
    code: String, severity: String = "review", message: String, details: JSON, evidence: [(AcrossFlag.Evidence, Int)?]
  ) {
    let found = evidence.compactMap(\.self)
    guard found.count == evidence.count, let first = found.first else { return nil }
    self.init(
      code: code, severity: severity, article: first.0.article, record: first.0.record, position: first.1, message: message, subject: nil,
      details: details, evidence: found.map(\.0))
  }
}
