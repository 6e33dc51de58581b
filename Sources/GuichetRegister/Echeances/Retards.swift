import GRDB
package import Guichet

/// What waits for persons at an instant, in the whole office.
package struct Retards: Hashable, Sendable {
  /// Demandes past their échéance.
  package let enRetard: Int
  /// Open demandes whose rendez-vous is past and not filled in.
  package let aRenseigner: Int

  package init(enRetard: Int, aRenseigner: Int) {
    self.enRetard = enRetard
    self.aRenseigner = aRenseigner
  }
}

extension Register {
  /// Takes as long as there are late ones, not as there are demandes.
  package func retards(at now: Instant) async throws(RegisterError) -> Retards {
    try await read { db in
      Retards(
        enRetard: try Int.fetchOne(db, sql: Retards.enRetardSQL, arguments: [now.microseconds]) ?? 0,
        aRenseigner: try Int.fetchOne(db, sql: Retards.aRenseignerSQL, arguments: [now.microseconds]) ?? 0)
    }
  }
}

extension Retards {
  /// From each LINF to the next by the index of the work list, and in each the late ones only, urgent or not. The last
  /// group of each état has no LINF.
  package static let enRetardSQL = """
    WITH RECURSIVE groupe(etat, linf) AS (
      SELECT code, '' FROM etat WHERE code <> 'close'
      UNION ALL
      SELECT groupe.etat, (
        SELECT min(demande.linf) FROM demande WHERE demande.etat = groupe.etat AND demande.linf > groupe.linf)
      FROM groupe WHERE groupe.linf IS NOT NULL)
    SELECT sum((
      SELECT count(*) FROM demande INDEXED BY demande_travail
      WHERE demande.etat = groupe.etat AND demande.linf IS groupe.linf AND demande.urgente = urgence.urgente
        AND demande.echeance < ?))
    FROM groupe, (SELECT 0 AS urgente UNION ALL SELECT 1) AS urgence
    """

  /// Only the demandes that may have a rendez-vous ahead are gone through.
  package static let aRenseignerSQL = """
    SELECT count(*) FROM demande INDEXED BY demande_travail CROSS JOIN rendezVous USING (numero)
    WHERE demande.etat IN ('rendezVous', 'aOrienter') AND statut = 'prevu' AND fin <= ?
    """
}
