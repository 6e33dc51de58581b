import GRDB
import Guichet

/// The tables of the register: named steps, only ever added to.
enum Schema {
  /// « GUIC » in ASCII: marks the file as a register of Guichet.
  static let applicationId = 0x4755_4943
  /// Number of the last step, kept in `user_version`.
  static let version = 13

  /// Looks at the file before anything may write to it.
  ///
  /// - Throws: `RegisterError.unusable` for another program's file and for a schema newer than this program.
  static func check(path: String) throws {
    do {
      try look(path)
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      // A kill, before the file had a write-ahead log, left a transaction that only who may write can take back.
      try DatabaseQueue(path: path).close()
      try look(path)
    }
  }

  private static func look(_ path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      // No file yet. A file that is there and cannot be opened shows again, and is told, when the pool opens.
      return
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw RegisterError.unusable(
        "« \(path) » n’est pas une base SQLite ; déplacez ce fichier ou changez chemins.registre.")
    }
    defer { closeQuietly(queue) }
    let found = try queue.read { db in
      (
        id: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        version: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        tables: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    guard found.id == applicationId || found.tables == 0 else {
      throw RegisterError.unusable(
        "« \(path) » est la base d’un autre programme ; déplacez ce fichier ou changez chemins.registre.")
    }
    guard found.version <= version else {
      throw RegisterError.unusable(
        "« \(path) » a été écrit par une version plus récente de Guichet (schéma \(found.version), connu jusqu’à "
          + "\(version)) ; installez cette version ou restaurez une sauvegarde antérieure.")
    }
  }

  private static func closeQuietly(_ queue: DatabaseQueue) {
    do {
      try queue.close()
    } catch {
      // A read-only connection that is slow to close holds nothing back: it ends with its last reference.
    }
  }

  /// - Parameter tell: told while rows are made anew, which takes long in a large register.
  static func migrator(_ tell: @escaping @Sendable (MigrationProgress) -> Void) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal, demandes, référentiel, rejets, accès") { db in
      try db.execute(sql: SchemaV1.sql)
      try db.execute(sql: SchemaV1.firstRows)
      try db.execute(sql: "PRAGMA application_id = \(applicationId); PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 attributions, verrous, transferts, départs") { db in
      try db.execute(sql: SchemaV2.sql)
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 candidats avec leur LINF, département de la famille") { db in
      try db.execute(sql: SchemaV3.sql)
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 jour des routages, lignes refaites", foreignKeyChecks: .immediate) { db in
      // The rows themselves are made anew by a later step, which knows all their columns.
      try db.execute(sql: SchemaV4.sql)
      try db.execute(sql: "PRAGMA user_version = 4")
    }
    migrator.registerMigration("5 prises en main, recherche par nom", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: SchemaV5.sql)
      try db.execute(sql: "PRAGMA user_version = 5")
    }
    migrator.registerMigration("6 échéances, créneaux de rappel") { db in
      try db.execute(sql: SchemaV6.sql)
      try db.execute(sql: "PRAGMA user_version = 6")
    }
    migrator.registerMigration("7 contacts") { db in
      try db.execute(sql: SchemaV7.sql)
      try db.execute(sql: "PRAGMA user_version = 7")
    }
    migrator.registerMigration("8 rendez-vous, temps pris des conseillers", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: SchemaV8.sql)
      try db.execute(sql: "PRAGMA user_version = 8")
    }
    migrator.registerMigration("9 courriels") { db in
      try db.execute(sql: SchemaV9.sql)
      try db.execute(sql: "PRAGMA user_version = 9")
    }
    migrator.registerMigration("10 fusions, clés des doublons refaites", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: SchemaV10.sql)
      // Once for all the columns and tables that the steps before it added.
      try Projection.refresh(db, tell)
      try db.execute(sql: SchemaV10.apres)
      try db.execute(sql: "PRAGMA user_version = 10")
    }
    migrator.registerMigration("11 faits du bureau") { db in
      try db.execute(sql: SchemaV11.sql)
      try db.execute(sql: "PRAGMA user_version = 11")
    }
    // Nothing is moved from here on: no reference is looked at again, of which there may be millions.
    migrator.registerMigration("12 familles effacées", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: SchemaV12.sql)
      try db.execute(sql: "PRAGMA user_version = 12")
    }
    migrator.registerMigration("13 consultations ôtées par mois entiers", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: SchemaV13.sql)
      try db.execute(sql: "PRAGMA user_version = 13")
    }
    return migrator
  }
}
