import Foundation
import GRDB

/// What an index run did.
public struct IndexReport: Sendable {
  /// A record that could not be taken, and why.
  public struct Problem: Sendable, Equatable {
    public var path: String
    public var line: Int
    public var reason: String
  }

  public var added = 0
  public var changed = 0
  public var unchanged = 0
  public var removed = 0
  /// Files that hold no records of ours.
  public var otherFiles = 0
  public var problems: [Problem] = []
  /// How many flags there are across articles now.
  public var flagsAcross = 0
  /// What became of the decisions: `holds`, `stale`, `orphan` …
  public var outcomes: [String: Int] = [:]

  public var records: Int { added + changed + unchanged }
  var hasChanges: Bool { added + changed + removed > 0 }
}

/// Brings the derived tables in line with the records of the folder, touching only what changed.
final class Indexer {
  private let archive: Archive
  private var report = IndexReport()
  private var nextID = 1
  private var batchEnd = ContinuousClock.now
  /// How long a batch may hold the store while a page waits to save an answer.
  private static let batchTime = Duration.milliseconds(300)

  init(_ archive: Archive) { self.archive = archive }

  func run(rebuild: Bool) throws -> IndexReport {
    let files = try RecordFiles.list(in: archive.directory)
    try archive.pool.writeWithoutTransaction { db in
      if rebuild { try self.dropAll(db) }
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8000")
      try db.execute(sql: "INSERT INTO search(search, rank) VALUES ('hashsize', 67108864), ('automerge', 16)")
      nextID = (try Int.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0) + 1
      if nextID == 1 { try db.execute(sql: Schema.withoutLookups) }
      try inBatches(db) {
        let inserter = try RecordInserter(db)
        let known = try knownFiles(db)
        try removeMissing(db, inserter, known: known, present: Set(files.map(\.path)))
        try take(try tasks(files, known, db), db, inserter)
        try db.execute(sql: Schema.lookups)
      }
    }
    let settled = try Settling(archive).run(onlyIfNeeded: !report.hasChanges && !rebuild)
    report.flagsAcross = settled.flagsAcross
    report.outcomes = settled.outcomes
    if report.hasChanges { try optimize() }
    return report
  }

  private func dropAll(_ db: Database) throws {
    try db.inTransaction(.immediate) {
      try Schema.dropDerived(db)
      try Schema.createDerived(db)
      return .commit
    }
  }

  private func optimize() throws {
    try archive.pool.writeWithoutTransaction { db in
      // Upkeep that the next run makes up for, when the desk or another run holds the database just now.
      do {
        try db.execute(sql: "PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return
      }
    }
  }

  // MARK: - Batches

  private func inBatches(_ db: Database, _ body: () throws -> Void) throws {
    try begin(db)
    do {
      try body()
      try db.commit()
    } catch {
      try? db.rollback()
      throw error
    }
  }

  private func begin(_ db: Database) throws {
    try db.beginTransaction(.immediate)
    batchEnd = ContinuousClock.now + Indexer.batchTime
  }

  /// Ends a batch that has lasted long enough, letting those who wait to save an answer go first.
  private func breathe(_ db: Database) throws {
    guard ContinuousClock.now > batchEnd else { return }
    try db.commit()
    archive.log.letOthersGo()
    try begin(db)
  }

  // MARK: - Files

  private struct KnownFile {
    var id: Int
    var size: Int
    var modified: Int
    var hasProblem: Bool
  }

  private func knownFiles(_ db: Database) throws -> [String: KnownFile] {
    var known: [String: KnownFile] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT id, path, size, modified, problem IS NOT NULL FROM record_file")
    while let row = try rows.next() { known[row[1]] = KnownFile(id: row[0], size: row[2], modified: row[3], hasProblem: row[4]) }
    return known
  }

  private func removeMissing(_ db: Database, _ inserter: RecordInserter, known: [String: KnownFile], present: Set<String>) throws {
    for (path, file) in known where !present.contains(path) {
      for id in try Int.fetchAll(db, sql: "SELECT id FROM article WHERE file = ?", arguments: [file.id]) {
        try inserter.remove(id)
        report.removed += 1
        try breathe(db)
      }
      try db.execute(sql: "DELETE FROM record_file WHERE id = ?", arguments: [file.id])
    }
  }

  /// The files that are new or changed.
  private func tasks(_ files: [RecordFile], _ known: [String: KnownFile], _ db: Database) throws -> [FileTask] {
    try files.compactMap { file in
      guard let before = known[file.path] else { return FileTask(file: file, id: try addFile(file, db), known: [:]) }
      if before.size == file.size, before.modified == file.modified, !before.hasProblem {
        report.unchanged += try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE file = ?", arguments: [before.id]) ?? 0
        return nil
      }
      var digests: [Int: Int] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT digest, id FROM article WHERE file = ?", arguments: [before.id])
      while let row = try rows.next() { digests[row[0]] = row[1] }
      return FileTask(file: file, id: before.id, known: digests)
    }
  }

  private func addFile(_ file: RecordFile, _ db: Database) throws -> Int {
    let insert = try db.cachedStatement(sql: "INSERT INTO record_file(path, size, modified) VALUES (?, 0, 0)")
    try insert.execute(arguments: [file.path])
    return Int(db.lastInsertedRowID)
  }

  // MARK: - Records

  private func take(_ tasks: [FileTask], _ db: Database, _ inserter: RecordInserter) throws {
    var present: Set<Int> = []
    var problem: String?
    try RecordPreparation(directory: archive.directory, tasks: tasks).forEachBatch { batch in
      let task = tasks[batch.task]
      for line in batch.lines {
        if let reason = try take(line, task, &present, db, inserter) { problem = problem ?? reason }
        try breathe(db)
      }
      guard batch.isLast else { return }
      try finish(task, present: present, problem: problem, db, inserter)
      present.removeAll()
      problem = nil
    }
  }

  /// - Returns: why the line could not be taken.
  private func take(
    _ line: PreparedLine, _ task: FileTask, _ present: inout Set<Int>, _ db: Database, _ inserter: RecordInserter
  ) throws -> String? {
    switch line {
    case .unchanged(let article):
      report.unchanged += 1
      present.insert(article)
      return nil
    case .other(let line):
      report.otherFiles += line == 1 ? 1 : 0
      return nil
    case .problem(let line, let reason): return note(task, line, reason)
    case .record(let record):
      guard let article = try store(record, task, present, db, inserter) else {
        let name = record.scanned.id?.string ?? ""
        return note(task, record.line, "the id “\(name)” stands in another place too; the first is kept")
      }
      present.insert(article)
      return nil
    }
  }

  private func note(_ task: FileTask, _ line: Int, _ reason: String) -> String {
    report.problems.append(IndexReport.Problem(path: task.file.path, line: line, reason: reason))
    return reason
  }

  /// The article's row, or nil when the id belongs to another line.
  private func store(
    _ record: PreparedRecord, _ task: FileTask, _ present: Set<Int>, _ db: Database, _ inserter: RecordInserter
  ) throws -> Int? {
    let find = try db.cachedStatement(sql: "SELECT id, file FROM article WHERE record = ?")
    guard let known = try Row.fetchOne(find, arguments: [record.scanned.id?.string]) else {
      try inserter.insert(record, id: nextID, file: task.id)
      nextID += 1
      report.added += 1
      return nextID - 1
    }
    let id: Int = known["id"]
    guard known["file"] == task.id, !present.contains(id) else { return nil }
    try inserter.remove(id)
    try inserter.insert(record, id: id, file: task.id)
    report.changed += 1
    return id
  }

  /// Takes out what the file no longer holds.
  private func finish(_ task: FileTask, present: Set<Int>, problem: String?, _ db: Database, _ inserter: RecordInserter) throws {
    let rows = try db.cachedStatement(sql: "SELECT id FROM article WHERE file = ?")
    for article in try Int.fetchAll(rows, arguments: [task.id]) where !present.contains(article) {
      try inserter.remove(article)
      report.removed += 1
    }
    let update = try db.cachedStatement(sql: "UPDATE record_file SET size = ?, modified = ?, problem = ? WHERE id = ?")
    try update.execute(arguments: [task.file.size, task.file.modified, problem, task.id])
  }
}

extension Archive {
  /// Reads new and changed records of the folder into the store, looks across the articles and finds each decision's place again.
  /// - Parameter rebuild: make all derived tables anew; decisions stay.
  public func index(rebuild: Bool = false) throws -> IndexReport {
    guard !isReadOnly else { throw ArchiveError.readOnly }
    return try Indexer(self).run(rebuild: rebuild)
  }
}
