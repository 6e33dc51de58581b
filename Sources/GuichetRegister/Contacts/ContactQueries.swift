import GRDB
package import Guichet

/// The last contact of a demande with the LINF that has it.
package struct DernierContact: Hashable, Sendable {
  package let survenuLe: Instant
  package let sens: SensContact
  package let resultat: ResultatContact
  package let aRappelerLe: Instant?
}

extension Register {
  /// The last contact of each of these demandes since its LINF has it; those without one are left out.
  package func derniersContacts(
    _ numeros: some Collection<Numero> & Sendable
  ) async throws(RegisterError) -> [Numero: DernierContact] {
    try await read { db in
      // What is entered after a move is of the LINF that has it, whenever it happened.
      let statement = try db.cachedStatement(
        sql: """
          SELECT contact.* FROM contact JOIN demande USING (numero)
          WHERE contact.numero = ? AND contact.linf IS demande.linf AND contact.enregistreLe >= demande.depuis
          ORDER BY contact.survenuLe DESC, contact.seq DESC LIMIT 1
          """)
      var found: [Numero: DernierContact] = [:]
      for numero in numeros {
        guard let row = try Row.fetchOne(statement, arguments: [numero.cle]),
          let sens = SensContact(rawValue: row["sens"]), let resultat = ResultatContact(rawValue: row["resultat"])
        else { continue }
        found[numero] = DernierContact(
          survenuLe: Instant(microseconds: row["survenuLe"]), sens: sens, resultat: resultat,
          aRappelerLe: (row["aRappelerLe"] as Int64?).map(Instant.init(microseconds:)))
      }
      return found
    }
  }

  /// The calls made to families since an instant, by these LINF or by all.
  package func appels(of linf: [String]?, since: Instant) async throws(RegisterError) -> [AppelPasse] {
    try await read { db in
      let canaux = CanalContact.allCases.filter(\.estUnAppel).map(\.rawValue)
      let among = linf.map { "linf IN (\($0.map { _ in "?" }.joined(separator: ", "))) AND " } ?? ""
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT survenuLe, resultat FROM contact WHERE \(among)survenuLe >= ? AND sens = 'sortant'
            AND canal IN (\(canaux.map { _ in "?" }.joined(separator: ", ")))
          """,
        arguments: StatementArguments(linf ?? []) + [since.microseconds] + StatementArguments(canaux))
      return rows.compactMap { row in
        ResultatContact(rawValue: row["resultat"]).map {
          AppelPasse(survenuLe: Instant(microseconds: row["survenuLe"]), resultat: $0)
        }
      }
    }
  }

  /// Demandes whose families were called already and asked to be called again by that instant, with any of these LINF or
  /// with all; whether somebody has called since is another matter.
  package func rappelsConvenus(of linf: [String]?, until now: Instant) async throws(RegisterError) -> [Numero] {
    try await read { db in
      let among = linf.map { " AND demande.linf IN (\($0.map { _ in "?" }.joined(separator: ", ")))" } ?? ""
      let numeros = try Int64.fetchAll(
        db,
        sql: """
          SELECT numero FROM contact JOIN demande USING (numero)
          WHERE aRappelerLe <= ? AND etat IN ('rendezVous', 'enSuivi')\(among)
          GROUP BY numero ORDER BY max(aRappelerLe), numero
          """, arguments: [now.microseconds] + StatementArguments(linf ?? []))
      return numeros.compactMap(Numero.init(cle:))
    }
  }
}
