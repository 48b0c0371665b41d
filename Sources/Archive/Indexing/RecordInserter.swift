import GRDB

/// Puts scanned records into the derived tables.
final class RecordInserter {
  private let article: RawStatement
  private let search: RawStatement
  private let mention: RawStatement
  private let person: RawStatement
  private let decree: RawStatement
  private let flag: RawStatement
  private let evidence: RawStatement
  private let unsearch: RawStatement
  private let removals: [RawStatement]
  private let db: Database

  init(_ db: Database) throws {
    article = try RawStatement(db, "INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
    search = try RawStatement(db, "INSERT INTO search(rowid, title, text) VALUES (?,?,?)")
    let marks = Array(repeating: "?", count: 35).joined(separator: ",")
    mention = try RawStatement(db, "INSERT OR IGNORE INTO mention VALUES (\(marks))")
    person = try RawStatement(db, "INSERT OR IGNORE INTO person VALUES (?,?,?,?,?,?)")
    decree = try RawStatement(db, "INSERT OR IGNORE INTO cited_decree VALUES (?,?,?,?,?,?)")
    flag = try RawStatement(db, "INSERT OR IGNORE INTO flag VALUES (?,?,?,?,?,?,?,NULL,?,?)")
    evidence = try RawStatement(db, "INSERT OR IGNORE INTO evidence VALUES (?,?,?,?)")
    unsearch = try RawStatement(db, "INSERT INTO search(search, rowid, title, text) VALUES ('delete',?,?,?)")
    self.db = db
    removals = try [
      "DELETE FROM evidence WHERE flag IN (SELECT id FROM flag WHERE article = ?)",
      "DELETE FROM flag WHERE article = ?", "DELETE FROM mention WHERE article = ?", "DELETE FROM person WHERE article = ?",
      "DELETE FROM cited_decree WHERE article = ?", "DELETE FROM article WHERE id = ?",
    ].map { try RawStatement(db, $0) }
  }

  /// Takes an article and all that was derived from it out of the store.
  func remove(_ id: Int) throws {
    if let row = try Row.fetchOne(db, sql: "SELECT title, text FROM article WHERE id = ?", arguments: [id]) {
      try run(unsearch, id, SearchText((row["title"] as String?) ?? ""), SearchText(row["text"] as String))
    }
    for statement in removals {
      statement.bind(1, id)
      try statement.run()
    }
  }

  func insert(_ record: PreparedRecord, id: Int, file: Int) throws {
    let scanned = record.scanned
    try insertArticle(record, id, file)
    try run(search, id, record.title, record.text)
    for (place, entry) in scanned.mentions.enumerated() { try insert(entry, id, place: place, scanned.text) }
    for entry in scanned.people { try insert(entry, id) }
    for entry in scanned.decrees { try insert(entry, id) }
    try insertFlags(of: scanned, id)
  }

  private func insertFlags(of record: ScannedRecord, _ article: Int) throws {
    if record.flags.isEmpty { return }
    let ids = record.mentions.enumerated().compactMap { number, mention in mention.id.map { ($0.string, number) } }
    let numbers = Dictionary(ids, uniquingKeysWith: { first, _ in first })
    var told: [String: Int] = [:]
    for entry in record.flags {
      let mentions = entry.mentions.compactMap { id in numbers[id.string].map { record.mentions[$0] } }
      try insert(entry, mentions, record, article, &told)
    }
  }

  private func insertArticle(_ record: PreparedRecord, _ id: Int, _ file: Int) throws {
    article.bind(1, id)
    article.bind(2, record.scanned.id)
    article.bind(3, file)
    article.bind(4, record.line)
    article.bind(5, record.digest)
    article.bind(6, record.scanned.title)
    article.bind(7, record.scanned.published)
    article.bind(8, record.scanned.source)
    article.bind(9, record.scanned.dateline)
    article.bind(10, record.scanned.tool)
    article.bind(11, record.scanned.rules)
    article.bind(12, record.textHash)
    article.bind(13, record.scanned.text)
    try article.run()
  }

  /// One row a statement: an `INSERT … SELECT` would make the index write itself out after each article.
  private func run(_ statement: RawStatement, _ id: Int, _ title: SearchText, _ text: SearchText) throws {
    try title.withSlice { titleSlice in
      try text.withSlice { textSlice in
        statement.bind(1, id)
        statement.bind(2, titleSlice)
        statement.bind(3, textSlice)
        try statement.run()
      }
    }
  }

  private func insert(_ entry: ScannedRecord.Mention, _ article: Int, place: Int, _ text: JSONSlice?) throws {
    mention.bind(1, article)
    mention.bind(2, place)
    mention.bind(3, entry.id)
    mention.bind(4, entry.kind)
    mention.bind(5, entry.start)
    mention.bind(6, entry.end)
    mention.bind(7, entry.utf8Start)
    mention.bind(8, entry.utf8End)
    mention.bind(9, entry.text)
    mention.bind(10, entry.value)
    mention.bind(11, entry.from)
    mention.bind(12, entry.to)
    mention.bind(13, entry.precision)
    mention.bind(14, entry.basis)
    mention.bind(15, entry.alternatives)
    mention.bind(17, entry.person)
    mention.bind(18, entry.rank)
    mention.bind(19, entry.positions)
    mention.bind(20, entry.title)
    mention.bind(21, entry.organization)
    mention.bind(25, entry.unit)
    mention.bind(26, entry.approximation)
    mention.bind(27, entry.type)
    mention.bind(29, entry.issuedOn)
    mention.bind(30, entry.issuer)
    mention.bind(31, entry.form)
    mention.bind(32, entry.decree)
    mention.bind(33, entry.rule)
    try bindNumbers(entry)
    if let context = text.flatMap({ CountContext.key(of: entry, in: $0) }) { mention.bind(35, context) }
    try mention.run()
  }

  /// `13`, not `13.0`, is what a person wants to see in the table.
  private func bindShort(_ column: Int32, _ number: Double) {
    if let whole = Int(exactly: number) { mention.bind(column, whole) } else { mention.bind(column, number) }
  }

  private func bindNumbers(_ entry: ScannedRecord.Mention) throws {
    if let grade = entry.grade { mention.bind(16, grade) }
    if let number = entry.number { bindShort(22, number) } else { mention.bind(22, entry.symbol) }
    if let max = entry.max { mention.bind(23, max) }
    if let whole = entry.whole { mention.bind(24, whole) }
    if let ordinal = entry.ordinal { mention.bind(28, ordinal) }
    mention.bind(34, entry.confidence)
  }

  private func insert(_ entry: ScannedRecord.Person, _ article: Int) throws {
    person.bind(1, article)
    person.bind(2, entry.id)
    person.bind(3, entry.name)
    person.bind(4, entry.rank)
    if let grade = entry.rank.flatMap({ WordLists.grades[$0.string] }) { person.bind(5, grade) }
    if let positions = entry.positions { person.bind(6, positions) } else { person.bind(6, "[]") }
    try person.run()
  }

  private func insert(_ entry: ScannedRecord.Decree, _ article: Int) throws {
    decree.bind(1, article)
    for (column, slice) in [(2, entry.id), (3, entry.type), (4, entry.number), (5, entry.issuedOn), (6, entry.issuer)]
      as [(Int32, JSONSlice?)]
    {
      decree.bind(column, slice)
    }
    try decree.run()
  }

  private func insert(
    _ entry: ScannedRecord.Flag, _ mentions: [ScannedRecord.Mention], _ record: ScannedRecord, _ article: Int, _ told: inout [String: Int]
  ) throws {
    guard let code = entry.code, let severity = entry.severity, let name = record.id else { return }
    let places = FlagPlaces(entry.places?.string)
    let subject = places.subject(code.string, told: &told)
    let key = FlagKey.rowID(code: code, record: name, mentions: mentions, subject: subject)
    flag.bind(1, key)
    flag.bind(2, article)
    flag.bind(3, code)
    flag.bind(4, severity)
    flag.bind(5, (mentions.map(\.utf8Start) + places.places.map(\.utf8.lowerBound)).min() ?? 0)
    flag.bind(6, entry.message)
    if let subject { flag.bind(7, subject) }
    flag.bind(8, entry.places)
    flag.bind(9, FlagTurn.of(code.string))
    try flag.run()
    for (index, mention) in mentions.enumerated() {
      evidence.bind(1, key)
      evidence.bind(2, index + 1)
      evidence.bind(3, article)
      evidence.bind(4, mention.id)
      try evidence.run()
    }
  }
}
