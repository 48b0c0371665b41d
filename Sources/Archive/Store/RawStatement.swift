import GRDB
import GRDBSQLite

/// A prepared statement that takes slices of bytes without making strings of them: the indexer binds millions.
final class RawStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw ArchiveError.closed }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK, let statement else {
      throw DatabaseError(message: String(cString: sqlite3_errmsg(connection)), sql: sql)
    }
    self.statement = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(statement, index, Int64(value)) }
  func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(statement, index, value) }

  /// The bytes must live until the statement has run; nil leaves NULL.
  func bind(_ index: Int32, _ slice: JSONSlice?) {
    guard let slice else { return }
    sqlite3_bind_text(statement, index, UnsafeRawPointer(slice.start).assumingMemoryBound(to: CChar.self), Int32(slice.count), nil)
  }

  func bind(_ index: Int32, _ text: String) {
    sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }

  /// Runs the statement and makes it ready for the next values, all of them NULL until they are bound.
  func run() throws {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
    }
  }
}
