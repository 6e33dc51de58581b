import GRDB

extension Register {
  /// Writes the register, as of one moment, into a new file that needs no other beside it. Writes go on meanwhile.
  ///
  /// The file is neither synced nor checked.
  /// - Parameter path: nothing may be there, or an empty file.
  package func copy(to path: String) async throws(RegisterError) {
    // A connection of its own, so that no other reader waits for it. SQLite knows all connections of the process to one
    // file: closing this one drops no lock of theirs.
    try await CopieDuRegistre.copier(pool.path, vers: path)
  }

  /// About how many bytes a copy takes now.
  package func tailleDeCopie() async throws(RegisterError) -> Int {
    try await read { db in
      let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
      return size * max(0, pages - free)
    }
  }

  /// Lets SQLite bring up to date what it knows of its indexes, and empties the write-ahead log into the file.
  ///
  /// - Returns: whether the log could be emptied; not while somebody reads.
  package func entretenir() async throws(RegisterError) -> Bool {
    do {
      return try await pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA optimize")
        do {
          _ = try db.checkpoint(.truncate)
          return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
          return false
        }
      }
    } catch {
      throw RegisterError(error)
    }
  }
}
