import GRDB
import GRDBSQLite

/// A prepared statement bound column by column, for the few inserts that run for every formulaire.
///
/// GRDB's own arguments box each value; on this path that is half the writer's time.
struct HotStatement {
  private let handle: SQLiteStatement
  private var column: Int32 = 0

  init(_ db: Database, _ sql: StaticString) throws {
    handle = try db.cachedStatement(sql: sql.description).sqliteStatement
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  mutating func bind(_ value: Int64?) {
    column += 1
    if let value { sqlite3_bind_int64(handle, column, value) } else { sqlite3_bind_null(handle, column) }
  }

  mutating func bind(_ value: Bool) { bind(value ? 1 : 0) }

  mutating func bind(_ value: String?) {
    column += 1
    guard var value else {
      sqlite3_bind_null(handle, column)
      return
    }
    value.withUTF8 { utf8 in
      _ = utf8.withMemoryRebound(to: CChar.self) { text in
        // An empty buffer has no address, which SQLite would take for NULL.
        if let start = text.baseAddress {
          sqlite3_bind_text(handle, column, start, Int32(text.count), Self.copied)
        } else {
          sqlite3_bind_text(handle, column, "", 0, Self.copied)
        }
      }
    }
  }

  mutating func bind(_ value: [UInt8]?) {
    column += 1
    guard let value else {
      sqlite3_bind_null(handle, column)
      return
    }
    value.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress {
        _ = sqlite3_bind_blob(handle, column, start, Int32(bytes.count), Self.copied)
      } else {
        _ = sqlite3_bind_zeroblob(handle, column, 0)
      }
    }
  }

  /// Executes with what was bound; the statement can then be bound anew.
  ///
  /// - Returns: how many rows it changed.
  @discardableResult
  mutating func run(_ db: Database) throws -> Int {
    column = 0
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
    guard code == SQLITE_DONE else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
    return db.changesCount
  }
}
