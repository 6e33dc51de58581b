import GRDB

extension Register {
  /// The id of the agent with that Unix uid; made when it acts for the first time. A login that changed is noted.
  package func agent(uid: UInt32, login: String) async throws(RegisterError) -> Int64 {
    let known = try await read { db in
      try Row.fetchOne(db, sql: "SELECT id, login FROM agent WHERE uid = ?", arguments: [Int64(uid)])
        .map { (id: $0["id"] as Int64, login: $0["login"] as String) }
    }
    if let known, known.login == login { return known.id }
    return try await write { db, _ in
      let id = try Int64.fetchOne(
        db,
        sql: "INSERT INTO agent (uid, login) VALUES (?, ?) ON CONFLICT (uid) DO UPDATE SET login = excluded.login RETURNING id",
        arguments: [Int64(uid), login])
      guard let id else { throw RegisterError.introuvable }
      return id
    }
  }
}
