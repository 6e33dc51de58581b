import Foundation
import GRDB
package import Guichet

extension Register {
  /// Numeros of all demandes that wait for a person.
  package func waiting() async throws(RegisterError) -> [Numero] {
    try await read { db in
      try Int64.fetchAll(db, sql: "SELECT numero FROM demande WHERE etat = 'aOrienter' ORDER BY numero")
        .compactMap(Numero.init(cle:))
    }
  }

  /// Records new decisions for waiting demandes, in one transaction.
  ///
  /// A demande that has moved on since it was read keeps what it has become.
  ///
  /// - Parameters:
  ///   - decisions: the demande as it was read, and its new decision.
  ///   - version: the référentiel version that decided.
  /// - Returns: how many decisions were recorded.
  /// - Throws: `.referentielDepasse` when another version has come into force; nothing is written then.
  package func reroute(
    _ decisions: [(Demande, Routee)], by version: Int, now: Instant
  ) async throws(RegisterError) -> Int {
    try await write { db, head in
      guard head.referentiel == version else { throw RegisterError.referentielDepasse(courante: head.referentiel) }
      var recorded = 0
      for (demande, routee) in decisions {
        let fait = Fait(
          seq: head.seq + 1, numero: demande.numero, nature: .routee, survenuLe: now, enregistreLe: now,
          auteur: Fait.regles, evenement: .routee(routee))
        let current = try Row.fetchOne(
          db, sql: "SELECT etat, raison FROM demande WHERE numero = ?", arguments: [demande.numero.cle])
        guard current?["etat"] as String? == demande.etat.rawValue, current?["raison"] == demande.raison?.rawValue
        else {
          continue
        }
        let row = try DemandeRow(try Demande.apply(fait, to: demande))
        try head.append(
          db, PreparedFait(.routee(routee)), numero: demande.numero, survenuLe: now, enregistreLe: now,
          auteur: Fait.regles)
        try row.update(db)
        head.moved(from: demande.etat, to: row.etat)
        recorded += 1
      }
      return recorded
    }
  }

  /// The référentiel version for which all waiting demandes have been routed again.
  package func reroutedVersion() async throws(RegisterError) -> Int {
    try await read { db in try Int.fetchOne(db, sql: "SELECT version FROM reroutage") ?? 0 }
  }

  /// Notes that all waiting demandes have been routed again for that version.
  package func setReroutedVersion(_ version: Int) async throws(RegisterError) {
    try await write { db, _ in
      try db.execute(sql: "UPDATE reroutage SET version = max(version, ?)", arguments: [version])
    }
  }
}
