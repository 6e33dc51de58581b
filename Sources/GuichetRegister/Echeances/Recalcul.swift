import GRDB
package import Guichet

extension Register {
  /// Begins to compute échéances anew: whatever is recorded from here on has those of the clocks that are installed.
  ///
  /// - Returns: what they were last computed by.
  package func beginRecalcul() async throws(RegisterError) -> String {
    try await write { _, head in head.horloges }
  }

  /// Those of these demandes whose échéance, or what falls due for them, is not what the clocks say. Read beside the
  /// writer; what cannot be read is left as it is.
  package func depassees(
    parmi numeros: some Collection<Numero> & Sendable, _ horloges: Horloges
  ) async throws(RegisterError) -> [Numero] {
    try await read { db in
      try zip(numeros, DemandeRow.stored(db, numeros)).compactMap { numero, row in
        do {
          guard let row, let demande = try Demande.replayed(db, numero) else { return nil }
          let etape = horloges.etape(of: demande)
          let agrees = try row.echeance == etape?.echeance.instant && Taches.areStored(db, demande, etape, horloges)
          return agrees ? nil : numero
        } catch RegisterError.unusable {
          return nil
        }
      }
    }
  }

  /// Computes anew those of these demandes, in one transaction, by the clocks that are installed then.
  package func recalculer(_ numeros: [Numero]) async throws(RegisterError) {
    try await write { [self] db, head in
      let horloges = horloges
      for numero in numeros {
        do {
          guard let demande = try Demande.replayed(db, numero) else { continue }
          try Self.project(demande, horloges, db, &head)
        } catch RegisterError.unusable {
          continue
        }
      }
    }
  }

  /// Notes that all were computed by these clocks.
  package func endRecalcul(_ empreinte: String) async throws(RegisterError) {
    try await write { db, head in
      try db.execute(sql: "UPDATE horloges SET empreinte = ?", arguments: [empreinte])
      head.horloges = empreinte
    }
  }
}
