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
        AND (codeInsee IS NULL OR codeInsee IN (\(Self.marks(codes)))) ORDER BY 1
      """, codes.sorted())
  }

  /// How many demandes are open at each LINF that has any.
  package func openCounts() async throws(RegisterError) -> [String: Int] {
    try await read { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT linf, count(*) AS n FROM demande WHERE etat <> 'close' AND linf IS NOT NULL GROUP BY linf")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["linf"], $0["n"]) })
    }
  }

  /// Those that are open at these LINF.
  package func open(at linf: [String]) async throws(RegisterError) -> [Numero] {
    try await numeros(
      "SELECT numero FROM demande WHERE etat <> 'close' AND linf IN (\(Self.marks(linf))) ORDER BY numero", linf)
  }

  /// Those that the rules leave where they are, locked or further on than « à contacter », of these communes or of none
  /// that is known.
  package func settled(inCommunes codes: Set<String>) async throws(RegisterError) -> [Numero] {
    try await numeros(
      """
      SELECT numero FROM demande WHERE (codeInsee IS NULL OR codeInsee IN (\(Self.marks(codes))))
        AND (verrou = 1 OR etat NOT IN ('aOrienter', 'aContacter', 'close')) ORDER BY numero
      """, codes.sorted())
  }

  /// Those that went where they are at or after an instant.
  package func moved(since instant: Instant) async throws(RegisterError) -> [Numero] {
    try await numeros("SELECT numero FROM demande WHERE depuis >= ? ORDER BY numero", [instant.microseconds])
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
      SELECT numero FROM demande WHERE codeInsee IN (\(Self.marks(codes)))
        AND etat <> 'close' ORDER BY numero
      """, codes)
  }

  /// Those registered since an instant, the latest first, at most `limit`.
  package func received(since instant: Instant, limit: Int) async throws(RegisterError) -> [Numero] {
    try await numeros(
      "SELECT numero FROM demande WHERE recueLe >= ? ORDER BY recueLe DESC LIMIT ?", [instant.microseconds, limit])
  }

  private static func marks(_ values: some Collection) -> String {
    values.map { _ in "?" }.joined(separator: ", ")
  }

  private func numeros(
    _ sql: String, _ arguments: [any DatabaseValueConvertible & Sendable]
  ) async throws(RegisterError) -> [Numero] {
    try await read { db in
      try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments)).compactMap(Numero.init(cle:))
    }
  }
}
