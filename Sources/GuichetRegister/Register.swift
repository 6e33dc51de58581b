import GRDB
import GRDBSQLite
package import Guichet
import Synchronization

/// The register of the office: one SQLite file, one connection that writes, a few that read.
///
/// The only room that knows SQL. A write is one transaction; when it returns, what it wrote survives a power cut.
package final class Register: Sendable {
  let pool: DatabasePool
  /// What the last committed transaction left; nil after one whose outcome is unknown, to be read again.
  private let working = Mutex<RegisterHead?>(nil)
  private let published: Mutex<RegisterHead>
  private let lateListener = Mutex(Listener())
  private let growthListener = Mutex(Listener())
  private let tacheListener = Mutex(Listener())
  private let envoiListener = Mutex(Listener())
  private let clocks = Mutex<Horloges?>(nil)
  private let committed = Mutex(0)
  private let measured = Mutex(DureesDEcriture())

  /// What stands in the register as of the last commit, without asking the database.
  package var head: RegisterHead { published.withLock { $0 } }

  /// How many write transactions were committed since it was opened.
  package var transactions: Int { committed.withLock { $0 } }

  /// How long writes have taken since it was opened.
  package var durees: DureesDEcriture { measured.withLock(\.self) }

  /// Of the library that is linked.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// The clocks by which échéances are computed; nil before any are installed, when none is.
  package var horloges: Horloges? { clocks.withLock { $0 } }

  /// Every write from then on computes échéances by these. What stands in the register already is computed anew by
  /// whoever installs them.
  package func install(_ horloges: Horloges) {
    clocks.withLock { current in
      // One that another version has overtaken is left aside.
      if current.map({ $0.version <= horloges.version }) ?? true { current = horloges }
    }
  }

  /// Opens the register, made new where the file does not exist, and brings its schema up to date.
  ///
  /// - Parameter onMigration: told how far that has come, and of each demande whose facts cannot be read.
  /// - Throws: `RegisterError`; `.unusable` when the file is not ours, damaged, or of a newer program.
  package init(
    path: String, onMigration: @escaping @Sendable (MigrationProgress) -> Void = { _ in }
  ) throws(RegisterError) {
    do {
      try Schema.check(path: path)
      var configuration = Configuration()
      configuration.maximumReaderCount = 4
      configuration.publicStatementArguments = false
      configuration.prepareDatabase { db in
        // A REPLACE would otherwise delete journal rows without firing the trigger that refuses it.
        try db.execute(sql: "PRAGMA recursive_triggers = ON")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { db in
        // The pool has just set NORMAL, with which a power cut loses acknowledged commits.
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
          throw RegisterError.unusable("Le registre n’accepte pas « synchronous = FULL ».")
        }
      }
      try SchemaChange.run(pool, onMigration)
      let head = try pool.writeWithoutTransaction { db in
        try CodeLists.refresh(db)
        return try RegisterHead(db)
      }
      published = Mutex(head)
    } catch {
      throw RegisterError(error)
    }
  }

  /// Runs one write transaction.
  ///
  /// A failed COMMIT is not taken for a rollback: the transaction is rolled back where it is still open, and the head is
  /// read again before the next write.
  func write<Result: Sendable>(
    _ work: @escaping @Sendable (Database, inout RegisterHead) throws -> Result
  ) async throws(RegisterError) -> Result {
    do {
      return try await pool.writeWithoutTransaction { [self] db in
        let known = working.withLock { head in
          defer { head = nil }
          return head
        }
        let before = try known ?? RegisterHead(db)
        var head = before
        do {
          let begun = ContinuousClock.now
          try db.execute(sql: "BEGIN IMMEDIATE")
          let result = try work(db, &head)
          if !head.reroutage.isStored(as: before.reroutage) { try head.reroutage.store(db) }
          if head.envoisVus != before.envoisVus { try head.countEnvois(db) }
          let ending = ContinuousClock.now
          try db.execute(sql: "COMMIT")
          measured.withLock { $0.compter(begun, ending, .now) }
          commit(head, after: before)
          return result
        } catch {
          // None is left of a register that was closed meanwhile.
          if let connection = db.sqliteConnection, sqlite3_get_autocommit(connection) == 0 {
            try db.execute(sql: "ROLLBACK")
          }
          throw error
        }
      }
    } catch {
      throw RegisterError(error)
    }
  }

  private func commit(_ head: RegisterHead, after before: RegisterHead) {
    working.withLock { $0 = head }
    let hasGrown = published.withLock { published in
      defer { published = head }
      return head.seq > published.seq
    }
    committed.withLock { $0 += 1 }
    if hasGrown { growthListener.withLock { $0 }.tell() }
    if let due = head.prochaineTache, before.prochaineTache.map({ due < $0 }) ?? true {
      tacheListener.withLock { $0 }.tell()
    }
    if head.envoisAFaire > 0, head.envoisVus != before.envoisVus { envoiListener.withLock { $0 }.tell() }
    if head.reroutage.isLate, head.reroutage != before.reroutage { lateListener.withLock { $0 }.tell() }
  }

  /// Tells that listener from then on of each transaction that leaves something routed by a day that was followed before.
  package func onLate(_ listener: @escaping @Sendable () -> Void) {
    lateListener.withLock { $0 = Listener(listener) }
  }

  /// Tells that listener from then on of each transaction after which something falls due sooner than before.
  package func onTache(_ listener: @escaping @Sendable () -> Void) {
    tacheListener.withLock { $0 = Listener(listener) }
  }

  /// Tells that listener from then on of each transaction after which there is something to do about mails.
  package func onEnvoi(_ listener: @escaping @Sendable () -> Void) {
    envoiListener.withLock { $0 = Listener(listener) }
  }

  /// Tells that listener from then on of each transaction that adds to the journal, once `head` shows it. It is called on
  /// the thread that writes, and must not block.
  package func onGrowth(_ listener: @escaping @Sendable () -> Void) {
    growthListener.withLock { $0 = Listener(listener) }
  }

  /// Reads from one consistent state of the register.
  func read<Result: Sendable>(
    _ work: @escaping @Sendable (Database) throws -> Result
  ) async throws(RegisterError) -> Result {
    do {
      return try await pool.read { db in try work(db) }
    } catch {
      throw RegisterError(error)
    }
  }

  /// The `synchronous` setting of the connection that writes, read inside a write: 2 is FULL.
  package func synchronousInWrite() async throws(RegisterError) -> Int {
    try await write { db, _ in try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1 }
  }

  /// Empties the write-ahead log into the file and closes; nothing may be asked of the register afterwards.
  package func close() throws(RegisterError) {
    do {
      try pool.writeWithoutTransaction { db in
        do {
          _ = try db.checkpoint(.truncate)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          // A copy that was under way still reads: the log stays, and is read again with the file.
        }
      }
      try pool.close()
    } catch {
      throw RegisterError(error)
    }
  }
}
