import GRDB
import GRDBSQLite

/// A prepared query whose rows are read column by column, for lists of thousands of rows.
///
/// GRDB finds columns by their names in every row and boxes each value; on this path that is most of the time.
struct HotQuery {
  private let handle: SQLiteStatement
  private var column: Int32 = -1

  init(_ db: Database, _ sql: String) throws {
    handle = try db.cachedStatement(sql: sql).sqliteStatement
  }

  /// Hands over the row of this key, positioned before its first column; nil when there is none.
  mutating func one<Value>(_ db: Database, _ key: Int64, _ read: (inout HotQuery) throws -> Value) throws -> Value? {
    sqlite3_bind_int64(handle, 1, key)
    defer { sqlite3_reset(handle) }
    column = -1
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return try read(&self)
    case SQLITE_DONE: return nil
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
  }

  /// Hands over every row for these arguments, each positioned before its first column.
  func each(_ db: Database, _ arguments: [Int64], _ read: (inout HotQuery) throws -> Void) throws {
    var row = self
    for (rank, value) in arguments.enumerated() { sqlite3_bind_int64(handle, Int32(rank + 1), value) }
    defer { sqlite3_reset(handle) }
    while true {
      row.column = -1
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try read(&row)
      case SQLITE_DONE: return
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
      }
    }
  }

  // MARK: The next column

  mutating func optionalInt64() -> Int64? {
    column += 1
    return sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  mutating func int64() -> Int64 { optionalInt64() ?? 0 }

  mutating func bool() -> Bool { int64() != 0 }

  mutating func optionalText() -> String? {
    column += 1
    guard let text = sqlite3_column_text(handle, column) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  mutating func text() -> String { optionalText() ?? "" }

  mutating func bytes() -> [UInt8] {
    column += 1
    guard let blob = sqlite3_column_blob(handle, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
