import GRDB
package import Guichet

/// A rendez-vous as it stands in an agenda.
package struct LigneDAgenda: Hashable, Sendable {
  package let numero: Numero
  /// Id of the LINF that has the demande now; nil while it waits for a person.
  package let chez: String?
  package let rendezVous: RendezVous

  package init(numero: Numero, chez: String?, rendezVous: RendezVous) {
    self.numero = numero
    self.chez = chez
    self.rendezVous = rendezVous
  }
}

extension Register {
  /// The rendez-vous that begin in that stretch of time, first to last.
  ///
  /// - Parameter linf: of these LINF; nil for all.
  package func agenda(of linf: [String]?, _ autour: Range<Instant>) async throws(RegisterError) -> [LigneDAgenda] {
    try await read { db in
      var condition = ""
      var arguments: StatementArguments = [autour.lowerBound.microseconds, autour.upperBound.microseconds]
      if let linf {
        condition = " AND rendezVous.linf IN (\(linf.map { _ in "?" }.joined(separator: ", ")))"
        arguments += StatementArguments(linf)
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT rendezVous.*, demande.linf AS chez FROM rendezVous JOIN demande USING (numero)
          WHERE debut >= ? AND debut < ?\(condition) ORDER BY debut, rendezVous.linf, poste, numero, id
          """, arguments: arguments)
      return try rows.compactMap { row in
        guard let numero = Numero(cle: row["numero"]) else { return nil }
        return LigneDAgenda(numero: numero, chez: row["chez"], rendezVous: try RendezVousRows.read(row))
      }
    }
  }

  /// The LINF whose agenda may show something else than before: those with a rendez-vous of a demande of which the journal
  /// has told something since that rank.
  package func agendasTouches(depuis seq: Int64) async throws(RegisterError) -> Set<String> {
    try await read { db in
      Set(
        try String.fetchAll(
          db,
          sql: """
            SELECT DISTINCT rendezVous.linf FROM fait CROSS JOIN rendezVous ON rendezVous.numero = fait.numero
            WHERE fait.seq > ?
            """, arguments: [seq]))
    }
  }

  /// The LINF that have, or had, rendez-vous.
  package func linfAAgenda() async throws(RegisterError) -> Set<String> {
    try await read { db in Set(try String.fetchAll(db, sql: "SELECT DISTINCT linf FROM rendezVous")) }
  }
}
