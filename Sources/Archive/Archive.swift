import Foundation
import GRDB

/// The store beside the records: one SQLite file that can be made anew from the records and `decisions.ndjson` at any time.
public final class Archive: Sendable {
  /// The name of the store's file in the folder of the records.
  public static let fileName = "trich.db"

  /// The folder of the records.
  public let directory: String
  public let isReadOnly: Bool
  /// What was wrong with the store when it was opened, and what was done about it.
  public let repairs: [String]
  let pool: DatabasePool
  let log: DecisionLog

  /// Opens the store of a folder, making it when there is none and setting a damaged one aside.
  /// - Throws: when the folder cannot be written or its decisions cannot be read.
  public init(directory: String, isReadOnly: Bool = false) throws {
    self.directory = directory
    self.isReadOnly = isReadOnly
    let path = directory + "/" + Archive.fileName
    var repairs: [String] = []
    pool = try Archive.openSound(path, &repairs)
    log = DecisionLog(directory: directory)
    try repairs.append(contentsOf: DecisionReader.reconcile(log: log, pool: pool, isReadOnly: isReadOnly))
    self.repairs = repairs
  }

  private static func openSound(_ path: String, _ repairs: inout [String]) throws -> DatabasePool {
    do {
      let pool = try openPool(path)
      try check(pool)
      return pool
    } catch let error as DatabaseError where isDamage(error) {
      let aside = try setAside(path)
      repairs.append("\(fileName) was damaged (\(error.message ?? "no reason given")): set aside as \(aside), made anew")
      return try openPool(path)
    }
  }

  private static func openPool(_ path: String) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA mmap_size = 268435456")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try Schema.migrator.migrate(pool)
    return pool
  }

  /// Reads the whole file once where that is quick: a page that a broken disk changed is found now, not in the middle of an answer.
  private static func check(_ pool: DatabasePool) throws {
    try pool.read { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      guard pages < 1 << 16 else {
        _ = try Row.fetchOne(db, sql: "SELECT * FROM article LIMIT 1")
        return
      }
      let finding = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "ok"
      guard finding == "ok" else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: finding) }
    }
  }

  static func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      || (error.resultCode == .SQLITE_ERROR && (error.message ?? "").contains("malformed"))
  }

  private static func setAside(_ path: String) throws -> String {
    let files = FileManager.default
    var number = 1
    while files.fileExists(atPath: "\(path).damaged-\(number)") { number += 1 }
    let aside = "\(path).damaged-\(number)"
    try files.moveItem(atPath: path, toPath: aside)
    for suffix in ["-wal", "-shm"] { try? files.removeItem(atPath: path + suffix) }
    return (aside as NSString).lastPathComponent
  }

  /// Closes the files.
  public func close() throws {
    try pool.close()
    log.close()
  }
}
