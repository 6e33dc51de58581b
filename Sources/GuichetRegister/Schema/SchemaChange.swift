import GRDB
import GRDBSQLite

/// Brings a register's tables up to date, step by step, and tells how far that has come.
enum SchemaChange {
  /// Instructions of SQLite's own machine between two signs of life. A sign comes from inside of a statement that lasts, be it
  /// an index or a table made anew, and from nothing else: where SQLite stands still, none comes.
  private static let instructions: Int32 = 10_000

  /// - Throws: `RegisterError.unusable` where a step is missing that later ones follow.
  static func run(_ pool: DatabasePool, _ tell: @escaping @Sendable (MigrationProgress) -> Void) throws {
    let migrator = Schema.migrator(tell)
    let steps = migrator.migrations
    let done = try pool.read { try migrator.appliedIdentifiers($0) }
    let missing = steps.enumerated().filter { !done.contains($0.element) }
    guard let first = missing.first else { return }
    guard steps[first.offset...].allSatisfy({ !done.contains($0) }) else {
      throw RegisterError.unusable(
        "Il lui manque l’étape de schéma « \(first.element) », que d’autres ont suivie ; restaurez une sauvegarde.")
    }
    let sign = SignOfLife { tell(.avance) }
    defer { withExtendedLifetime(sign) {} }
    pool.writeWithoutTransaction { db in
      sqlite3_progress_handler(
        db.sqliteConnection, instructions,
        { context in
          if let context { Unmanaged<SignOfLife>.fromOpaque(context).takeUnretainedValue().give() }
          return 0
        }, Unmanaged.passUnretained(sign).toOpaque())
    }
    defer {
      pool.writeWithoutTransaction { db in sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
    }
    for (rank, step) in missing {
      // A register that is made anew is made in no time.
      if !done.isEmpty { tell(.etape(rank + 1, sur: steps.count, step)) }
      try migrator.migrate(pool, upTo: step)
    }
  }
}

/// What SQLite holds on to, to call it.
private final class SignOfLife: Sendable {
  let give: @Sendable () -> Void

  init(_ give: @escaping @Sendable () -> Void) {
    self.give = give
  }
}
