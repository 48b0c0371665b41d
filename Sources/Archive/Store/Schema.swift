import GRDB

/// The tables of the store and their history, one named migration a step.
///
/// Derived tables hold what the records say and can be made anew at will; `decision` holds what people said and is only ever appended to.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 decisions") { try $0.execute(sql: decisions + states) }
    migrator.registerMigration("2 records") { try createDerived($0) }
    migrator.registerMigration("3 places and turns of flags") {
      try dropDerived($0)
      try createDerived($0)
    }
    return migrator
  }

  static func createDerived(_ db: Database) throws {
    try db.execute(sql: records + lookups)
    try db.execute(sql: search)
    try db.execute(sql: flags)
    try db.execute(sql: Views.all)
  }

  static func dropDerived(_ db: Database) throws {
    for view in Views.names { try db.execute(sql: "DROP VIEW IF EXISTS \(view)") }
    for table in derivedTables { try db.execute(sql: "DROP TABLE IF EXISTS \(table)") }
  }

  /// In an order in which they can be dropped.
  private static let derivedTables = [
    "search", "evidence", "flag", "cited_decree", "person", "mention", "article", "record_file",
  ]

  private static let decisions = """
    CREATE TABLE decision (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,
      by TEXT NOT NULL,
      action TEXT NOT NULL,
      article TEXT,
      kind TEXT,
      exact TEXT,
      flag_code TEXT,
      flag INTEGER,
      undoes TEXT,
      note TEXT,
      line TEXT NOT NULL
    );
    CREATE INDEX decision_by ON decision(by, seq);
    CREATE INDEX decision_exact ON decision(exact, kind) WHERE exact IS NOT NULL;
    CREATE INDEX decision_undoes ON decision(undoes) WHERE undoes IS NOT NULL;
    CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision
      BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END;
    CREATE TRIGGER decision_is_never_deleted BEFORE DELETE ON decision
      BEGIN SELECT RAISE(ABORT, 'decisions are only appended'); END;
    """

  /// Where each decision stands among the records; made anew in one step, so that a page that is open meanwhile asks nothing twice.
  private static let states = """

    CREATE TABLE decision_state (
      seq INTEGER PRIMARY KEY,
      is_active INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      is_reanchored INTEGER NOT NULL,
      article INTEGER,
      mention TEXT,
      utf8_start INTEGER,
      utf8_end INTEGER,
      flag INTEGER
    );
    CREATE INDEX decision_state_flag ON decision_state(flag) WHERE flag IS NOT NULL;
    CREATE INDEX decision_state_article ON decision_state(article);
    """

  private static let records = """
    CREATE TABLE record_file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      problem TEXT
    );
    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      record TEXT NOT NULL UNIQUE,
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      digest INTEGER NOT NULL,
      title TEXT,
      published TEXT,
      source TEXT,
      dateline TEXT,
      tool TEXT,
      rules TEXT,
      text_sha256 TEXT NOT NULL,
      text TEXT NOT NULL
    );
    CREATE INDEX article_file ON article(file);
    CREATE TABLE mention (
      article INTEGER NOT NULL,
      place INTEGER NOT NULL,
      id TEXT NOT NULL,
      kind TEXT NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      utf8_start INTEGER NOT NULL,
      utf8_end INTEGER NOT NULL,
      text TEXT NOT NULL,
      value TEXT,
      from_day TEXT,
      to_day TEXT,
      precision TEXT,
      basis TEXT,
      alternatives TEXT,
      grade INTEGER,
      person TEXT,
      rank TEXT,
      positions TEXT,
      title TEXT,
      organization TEXT,
      number,
      max NUMERIC,
      whole NUMERIC,
      unit TEXT,
      approximation TEXT,
      type TEXT,
      ordinal INTEGER,
      issued_on TEXT,
      issuer TEXT,
      form TEXT,
      decree TEXT,
      rule TEXT,
      confidence REAL,
      context INTEGER,
      PRIMARY KEY (article, place)
    ) WITHOUT ROWID;
    CREATE TABLE person (
      article INTEGER NOT NULL,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      rank TEXT,
      grade INTEGER,
      positions TEXT NOT NULL,
      PRIMARY KEY (article, id)
    ) WITHOUT ROWID;
    CREATE TABLE cited_decree (
      article INTEGER NOT NULL,
      id TEXT NOT NULL,
      type TEXT,
      number TEXT,
      issued_on TEXT,
      issuer TEXT,
      PRIMARY KEY (article, id)
    ) WITHOUT ROWID;
    """

  /// Indexes that a run over an empty store makes last: filling them in the order of the articles takes longer than sorting once.
  static let lookups = lookupIndexes.map { "CREATE INDEX IF NOT EXISTS \($0) ON \($1);" }.joined(separator: "\n")
  static let withoutLookups = lookupIndexes.map { "DROP INDEX IF EXISTS \($0.name);" }.joined(separator: "\n")

  private static let lookupIndexes: [(name: String, place: String)] = [
    ("mention_context", "mention(context) WHERE context IS NOT NULL"), ("mention_day", "mention(from_day) WHERE from_day IS NOT NULL"),
    ("person_name", "person(name)"), ("cited_decree_number", "cited_decree(number)"),
  ]

  /// The index is given plain letters (`SearchText`); it keeps no text of its own.
  private static let search = """
    CREATE VIRTUAL TABLE search USING fts5(title, text, content = '', tokenize = 'unicode61 remove_diacritics 2');
    """

  private static let flags = """
    CREATE TABLE flag (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      position INTEGER NOT NULL,
      message TEXT NOT NULL,
      subject TEXT,
      details TEXT,
      places TEXT,
      turn INTEGER NOT NULL
    );
    CREATE INDEX flag_article ON flag(article);
    CREATE INDEX flag_queue ON flag(severity, turn, code, article, position);
    CREATE TABLE evidence (
      flag INTEGER NOT NULL,
      number INTEGER NOT NULL,
      article INTEGER NOT NULL,
      mention TEXT NOT NULL,
      PRIMARY KEY (flag, number)
    ) WITHOUT ROWID;
    CREATE INDEX evidence_article ON evidence(article);
    """
}
