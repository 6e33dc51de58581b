import GRDB
package import Guichet

/// A demande that a LINF had and has no more.
package struct Depart: Hashable, Sendable {
  package let numero: Numero
  package let le: Instant
  /// Id of the LINF that has it now; nil while it waits for a person.
  package let linf: String?

  package init(numero: Numero, le: Instant, linf: String?) {
    self.numero = numero
    self.le = le
    self.linf = linf
  }
}

extension Register {
  /// What left these LINF since an instant and is with none of them now, newest first; of one demande or of all.
  package func departs(
    of linf: [String], since: Instant, numero: Numero? = nil
  ) async throws(RegisterError) -> [Depart] {
    try await read { db in
      let marks = linf.map { _ in "?" }.joined(separator: ", ")
      let one = numero == nil ? "" : " AND depart.numero = ?"
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT depart.numero, max(depart.le) AS le, demande.linf FROM depart JOIN demande USING (numero)
          WHERE depart.linf IN (\(marks)) AND depart.le >= ? AND (demande.linf IS NULL OR demande.linf NOT IN (\(marks)))\(one)
          GROUP BY depart.numero ORDER BY le DESC, depart.numero DESC
          """,
        arguments: StatementArguments(linf) + [since.microseconds] + StatementArguments(linf)
          + StatementArguments([numero?.cle].compactMap(\.self)))
      return rows.compactMap { row in
        Numero(cle: row["numero"]).map {
          Depart(numero: $0, le: Instant(microseconds: row["le"]), linf: row["linf"])
        }
      }
    }
  }
}

/// The rows of the LINF that a demande left.
enum Departs {
  static func stored(_ db: Database, _ numero: Numero) throws -> [String: Instant] {
    let statement = try db.cachedStatement(sql: "SELECT linf, le FROM depart WHERE numero = ?")
    var departs: [String: Instant] = [:]
    for row in try Row.fetchAll(statement, arguments: [numero.cle]) {
      departs[row["linf"]] = Instant(microseconds: row["le"])
    }
    return departs
  }

  /// Brings the rows up to what the demande's facts have become.
  static func store(_ db: Database, _ demande: Demande, before: Demande) throws {
    if demande.departs != before.departs { try store(db, demande) }
  }

  /// Makes the rows anew.
  static func store(_ db: Database, _ demande: Demande) throws {
    try db.execute(sql: "DELETE FROM depart WHERE numero = ?", arguments: [demande.numero.cle])
    for (linf, le) in demande.departs {
      try db.execute(
        sql: "INSERT INTO depart VALUES (?, ?, ?)", arguments: [linf, demande.numero.cle, le.microseconds])
    }
  }
}
