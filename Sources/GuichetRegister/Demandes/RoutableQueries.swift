import GRDB
package import Guichet

extension Register {
  /// Numeros of the demandes that the rules may move: those that wait or have not been contacted, unless a person locked
  /// them.
  package func routable() async throws(RegisterError) -> [Numero] {
    try await numeros(
      """
      SELECT numero FROM demande WHERE etat IN ('aOrienter', 'aContacter') AND verrou = 0 ORDER BY numero
      """, [])
  }

  /// The same, of these communes only; and all that wait, whose commune may not be known.
  package func routable(inCommunes codes: Set<String>) async throws(RegisterError) -> [Numero] {
    try await numeros(
      """
      SELECT numero FROM demande WHERE etat = 'aOrienter' AND verrou = 0
      UNION SELECT numero FROM demande WHERE etat = 'aContacter' AND verrou = 0
        AND (codeInsee IS NULL OR codeInsee IN (\(codes.map { _ in "?" }.joined(separator: ", ")))) ORDER BY 1
      """, codes.sorted())
  }

  /// Those that a person listed to follow their commune by that day.
  package func transfers(upTo jour: DateCivile) async throws(RegisterError) -> [Numero] {
    try await numeros(
      "SELECT numero FROM demande WHERE transfertLe <= ? AND etat <> 'close' ORDER BY +numero", [jour.iso])
  }

  /// All that are not closed; of one commune only, under any of its codes, where those are given.
  package func open(inCommune codes: [String]? = nil) async throws(RegisterError) -> [Numero] {
    guard let codes else {
      return try await numeros("SELECT numero FROM demande WHERE etat <> 'close' ORDER BY numero", [])
    }
    return try await numeros(
      """
      SELECT numero FROM demande WHERE codeInsee IN (\(codes.map { _ in "?" }.joined(separator: ", ")))
        AND etat <> 'close' ORDER BY numero
      """, codes)
  }

  /// Those registered since an instant, the latest first, at most `limit`.
  package func received(since instant: Instant, limit: Int) async throws(RegisterError) -> [Numero] {
    try await numeros(
      "SELECT numero FROM demande WHERE recueLe >= ? ORDER BY recueLe DESC LIMIT ?", [instant.microseconds, limit])
  }

  private func numeros(
    _ sql: String, _ arguments: [any DatabaseValueConvertible & Sendable]
  ) async throws(RegisterError) -> [Numero] {
    try await read { db in
      try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap(Numero.init(cle:))
    }
  }

  /// The référentiel version and the day for which all that the rules may move has been routed again; day nil before the
  /// first.
  package func rerouted() async throws(RegisterError) -> (version: Int, jour: DateCivile?) {
    try await read { db in
      let row = try Row.fetchOne(db, sql: "SELECT version, jour FROM reroutage")
      return (row?["version"] ?? 0, (row?["jour"] as String?).flatMap { DateCivile(iso: $0) })
    }
  }

  /// Notes that all has been routed again for that version and day.
  package func setRerouted(version: Int, jour: DateCivile) async throws(RegisterError) {
    try await write { db, _ in
      try db.execute(sql: "UPDATE reroutage SET version = ?, jour = ?", arguments: [version, jour.iso])
    }
  }
}
