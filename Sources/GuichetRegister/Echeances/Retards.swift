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
  /// Takes as long as there are late ones, not as there are demandes: from each LINF to the next, and in each from one late
  /// échéance to the next, by the index of the work list.
  package func retards(at now: Instant) async throws(RegisterError) -> Retards {
    try await read { db in
      let late = try Int.fetchOne(
        db,
        sql: """
          WITH RECURSIVE groupe(etat, linf) AS (
            SELECT code, NULL FROM etat WHERE code <> 'close'
            UNION ALL
            SELECT etat, suivant FROM (
              SELECT etat, (
                SELECT min(demande.linf) FROM demande
                WHERE demande.etat = groupe.etat AND demande.linf > coalesce(groupe.linf, '')) AS suivant
              FROM groupe) WHERE suivant IS NOT NULL)
          SELECT sum((
            SELECT count(*) FROM demande INDEXED BY demande_travail
            WHERE demande.etat = groupe.etat AND demande.linf IS groupe.linf AND demande.urgente = urgence.urgente
              AND demande.echeance < ?))
          FROM groupe, (SELECT 0 AS urgente UNION ALL SELECT 1) AS urgence
          """, arguments: [now.microseconds])
      let unfilled = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM demande INDEXED BY demande_travail CROSS JOIN rendezVous USING (numero)
          WHERE demande.etat IN ('rendezVous', 'aOrienter') AND statut = 'prevu' AND fin <= ?
          """, arguments: [now.microseconds])
      return Retards(enRetard: late ?? 0, aRenseigner: unfilled ?? 0)
    }
  }
}
