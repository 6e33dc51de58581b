import GRDB

/// Brings a register's tables up to date, step by step, and tells how far that has come.
enum SchemaChange {
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
    let signs = SignesDeVie { tell(.avance) }
    defer { withExtendedLifetime(signs) {} }
    pool.writeWithoutTransaction { db in signs.begin(db) }
    defer { pool.writeWithoutTransaction { db in SignesDeVie.end(db) } }
    for (rank, step) in missing {
      // A register that is made anew is made in no time.
      if !done.isEmpty { tell(.etape(rank + 1, sur: steps.count, step)) }
      try migrator.migrate(pool, upTo: step)
    }
  }
}
