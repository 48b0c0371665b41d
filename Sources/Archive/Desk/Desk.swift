import GRDB

/// One reviewer's desk over a store: the queue, the articles, and what the reviewer says about them.
public struct Desk: Sendable {
  public let archive: Archive
  public let reviewer: String

  public init(archive: Archive, reviewer: String) {
    self.archive = archive
    self.reviewer = reviewer
  }

  /// Which flags are looked at.
  public struct Filter: Sendable, Equatable {
    /// `error`, `review` or `info`; nil: errors and reviews.
    public var severity: String?
    public var code: String?
    /// A record's id.
    public var article: String?
    /// What the reviewer marked, instead of what waits.
    public var mark: Mark?

    /// Flags that the reviewer did something with.
    public enum Mark: String, Sendable, CaseIterable { case skipped, bookmarked, noted, answered }

    public init(severity: String? = nil, code: String? = nil, article: String? = nil, mark: Mark? = nil) {
      self.severity = severity
      self.code = code
      self.article = article
      self.mark = mark
    }

    /// A condition on `flag f` and `article a`.
    /// - Parameter reviewer: whose marks count.
    func condition(_ reviewer: String) -> (sql: String, arguments: StatementArguments) {
      var parts: [String] = []
      var arguments = StatementArguments()
      if let mark {
        parts.append(mark.condition)
        arguments += [reviewer]
      }
      if let severity {
        parts.append("f.severity = ?")
        arguments += [severity]
      } else if code == nil, mark == nil {
        parts.append("f.severity IN ('error', 'review')")
      }
      if let code {
        parts.append("f.code = ?")
        arguments += [code]
      }
      if let article {
        parts.append("f.article = (SELECT id FROM article WHERE record = ?)")
        arguments += [article]
      }
      return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
  }

  /// The flag that follows when this one is answered: in the same queue, else the first of the next article when the queue is one article's.
  public func flag(after flag: Int?, in filter: Filter) throws -> Int? {
    if let next = try self.flag(.next, of: flag, in: filter) { return next }
    return filter.article == nil ? nil : try flagOfAnotherArticle(.next, than: flag, in: filter)
  }

  /// Which way to go from a flag.
  public enum Direction: Sendable { case next, previous }

  /// The flag after or before this one in the queue: an open one that was not skipped, then skipped ones, then none.
  public func flag(_ direction: Direction, of flag: Int?, in filter: Filter, onlyOpen: Bool = true) throws -> Int? {
    try archive.pool.read { db in try Queue(db: db, reviewer: reviewer).neighbour(direction, of: flag, filter, onlyOpen: onlyOpen) }
  }

  /// The codes with their counts and the first flags or articles of the filter.
  public func queue(_ filter: Filter, byArticle: Bool) throws -> JSON {
    try archive.pool.read { db in try Queue(db: db, reviewer: reviewer).json(filter, byArticle: byArticle) }
  }

  /// Everything that the page shows about a flag.
  /// - Parameter mention: the mention that is being looked at, where it is not the flag's first.
  public func view(flag: Int, mention: String? = nil, filter: Filter) throws -> JSON {
    try archive.pool.read { db in try FlagView(db: db, desk: self, filter: filter).json(flag: flag, mention: mention) }
  }

  /// An article without a flag.
  public func view(article record: String, mention: String? = nil, filter: Filter) throws -> JSON {
    try archive.pool.read { db in try FlagView(db: db, desk: self, filter: filter).json(article: record, mention: mention) }
  }

  /// Articles that hold the words, whatever their tones.
  public func search(_ words: String) throws -> JSON {
    try archive.pool.read { db in try Search(db: db).json(words) }
  }

  /// How much is answered, by people only.
  public func progress() throws -> JSON {
    try archive.pool.read { db in try Queue(db: db, reviewer: reviewer).progress() }
  }
}

extension Desk {
  /// The first open flag of another article, whichever article the filter names.
  public func flagOfAnotherArticle(_ direction: Direction, than flag: Int?, in filter: Filter) throws -> Int? {
    try archive.pool.read { db in try Queue(db: db, reviewer: reviewer).otherArticle(direction, than: flag, filter) }
  }

  /// The answer that a flag already has.
  public func firstAnswer(to flag: Int) throws -> JSON {
    try archive.pool.read { db in
      let row = try Row.fetchOne(db, sql: "SELECT id, by, at, action FROM answer WHERE flag = ? ORDER BY seq LIMIT 1", arguments: [flag])
      guard let row else { return .null }
      return ["id": .string(row["id"]), "by": .string(row["by"]), "at": .string(row["at"]), "action": .string(row["action"])]
    }
  }

  /// A decision by its id.
  public func decision(_ id: String) throws -> Decision? {
    try archive.pool.read { db in
      try String.fetchOne(db, sql: "SELECT line FROM decision WHERE id = ?", arguments: [id]).map { try Decision(line: $0) }
    }
  }
}
