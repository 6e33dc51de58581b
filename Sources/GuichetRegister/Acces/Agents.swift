import GRDB

extension Register {
  /// The logins of these agents, by id.
  package func logins(of agents: Set<Int64>) async throws(RegisterError) -> [Int64: String] {
    try await read { db in
      let marks = agents.map { _ in "?" }.joined(separator: ", ")
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, login FROM agent WHERE id IN (\(marks))", arguments: StatementArguments(agents.sorted()))
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["login"]) })
    }
  }

  /// The id of the agent with that Unix uid and login; made when it acts for the first time. Another login under the same
  /// uid is another person.
  package func agent(uid: UInt32, login: String) async throws(RegisterError) -> Int64 {
    let known = try await read { db in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM agent WHERE uid = ? AND login = ?", arguments: [Int64(uid), login])
    }
    if let known { return known }
    return try await write { db, _ in
      let id = try Int64.fetchOne(
        db,
        sql: """
          INSERT INTO agent (uid, login) VALUES (?, ?) ON CONFLICT (uid, login) DO UPDATE SET uid = excluded.uid RETURNING id
          """,
        arguments: [Int64(uid), login])
      guard let id else { throw RegisterError.introuvable }
      return id
    }
  }
}
