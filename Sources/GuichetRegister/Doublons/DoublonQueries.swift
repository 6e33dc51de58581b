import GRDB
package import Guichet

/// Who asks for demandes of one family, and by which rule: what the caller may not see is never looked at.
package struct RechercheDeDoublons: Sendable {
  /// Those of any of these LINF; nil for all, those that wait for a person too.
  package let linf: [String]?
  package let regle: RegleDoublons
  /// The Caf's.
  package let fuseau: Fuseau

  package init(linf: [String]?, regle: RegleDoublons, fuseau: Fuseau) {
    self.linf = linf
    self.regle = regle
    self.fuseau = fuseau
  }

  /// How many that share one key are compared, before a demande and after it: a number that hundreds gave is nobody's.
  static let parCle = 20
}

/// Another demande that may be of the same family.
package struct DoublonTrouve: Sendable {
  package let demande: Demande
  /// What it is to the demande by which it was found.
  package let rapprochement: Rapprochement
  /// The one by which it was found: the demande asked for, or another of its group.
  package let par: Numero
}

extension Register {
  /// The demandes that may be of the same family as this one, and those of theirs in turn, at most `limite`; those that
  /// were merged into another are that other.
  package func doublons(
    de demande: Demande, _ recherche: RechercheDeDoublons, limite: Int = 20
  ) async throws(RegisterError) -> [DoublonTrouve] {
    try await read { db in
      var compared = Comparees(recherche)
      var found: [DoublonTrouve] = []
      var seen: Set<Numero> = [demande.numero]
      var queue = [demande][...]
      while let next = queue.popFirst(), found.count < limite {
        for (other, rapprochement) in try compared.liens(db, next) where seen.insert(other.numero).inserted {
          found.append(DoublonTrouve(demande: other, rapprochement: rapprochement, par: next.numero))
          queue.append(other)
        }
      }
      return Array(found.prefix(limite))
    }
  }

  /// Which of these, open, may be of the same family as another demande, by their keys.
  package func avecDoublon(
    _ rows: [DemandeRow], _ recherche: RechercheDeDoublons
  ) async throws(RegisterError) -> Set<Numero> {
    let open = rows.filter { $0.etat != .close }
    guard !open.isEmpty else { return [] }
    return try await read { db in
      let shared = try Self.partageant(db, open)
      guard !shared.isEmpty else { return [] }
      var compared = Comparees(recherche)
      return Set(
        try open.filter { row in
          guard shared.contains(row.numero.cle) else { return false }
          return try compared.aUnDoublon(db, row.numero, row.cles.split(separator: ",").compactMap { Int64($0) })
        }.map(\.numero))
    }
  }

  /// The demandes that were merged into this one, in the order of their numeros.
  package func absorbees(par numero: Numero) async throws(RegisterError) -> [DemandeRow] {
    try await read { db in
      let numeros = try Int64.fetchAll(
        db, sql: "SELECT numero FROM demande WHERE fusionneeDans = ? ORDER BY numero", arguments: [numero.cle])
      return try DemandeRow.stored(db, numeros.compactMap(Numero.init(cle:))).compactMap(\.self)
    }
  }

  /// Which of these share a key with another demande, or have one beside another's: one statement for all of them.
  private static func partageant(_ db: Database, _ rows: [DemandeRow]) throws -> Set<Int64> {
    let cles = "[" + rows.map(\.cles).filter { !$0.isEmpty }.joined(separator: ",") + "]"
    let numeros = "[" + rows.map { String($0.numero.cle) }.joined(separator: ",") + "]"
    return Set(try Int64.fetchAll(db.cachedStatement(sql: ClesPartagees.sql), arguments: [cles, numeros]))
  }
}

/// The statements that look families up by their keys.
package enum ClesPartagees {
  /// Of many keys those that stand twice or more, keys side by side taken for one, and which of the numeros have them.
  package static let sql = """
    SELECT DISTINCT doublon.numero FROM (
      SELECT DISTINCT value AS valeur FROM json_each(?)
      WHERE EXISTS (SELECT 1 FROM doublon WHERE cle BETWEEN value - 1 AND value + 1 LIMIT 1 OFFSET 1)
    ) CROSS JOIN doublon ON cle BETWEEN valeur - 1 AND valeur + 1
    WHERE doublon.numero IN (SELECT value FROM json_each(?))
    """

  /// Those of one key on one side of a numero, nearest first, that were not merged and that the caller may see.
  package static func candidats(_ side: String, _ order: String) -> String {
    """
    SELECT doublon.numero FROM doublon CROSS JOIN demande USING (numero)
    WHERE cle = ? AND doublon.numero \(side) ? AND fusionneeDans IS NULL
      AND (? IS NULL OR linf IN (SELECT value FROM json_each(?)))
    ORDER BY doublon.numero \(order) LIMIT ?
    """
  }
}
