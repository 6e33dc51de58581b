import GRDB
import GRDBSQLite

/// Signs of life while a connection works, from inside of a statement that lasts, be it an index or a file made anew, and
/// from nothing else: where SQLite stands still, none comes.
final class SignesDeVie: Sendable {
  /// Instructions of SQLite's own machine between two.
  private static let instructions: Int32 = 10_000

  private let give: @Sendable () -> Void

  /// - Parameter give: called often, on the thread that works; it must not block.
  init(_ give: @escaping @Sendable () -> Void) {
    self.give = give
  }

  /// From then on, until `end`; the connection holds nothing that keeps this alive.
  func begin(_ db: Database) {
    sqlite3_progress_handler(
      db.sqliteConnection, Self.instructions,
      { context in
        if let context { Unmanaged<SignesDeVie>.fromOpaque(context).takeUnretainedValue().give() }
        return 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  static func end(_ db: Database) {
    sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
  }
}
