import GRDB
package import Guichet

/// What became of the alerts that were due.
package struct AlertesDues: Sendable {
  /// How many facts were recorded.
  package var faits = 0
  /// Demandes whose facts cannot be read: nothing falls due for them any more.
  package var illisibles: [Numero] = []
}

extension Register {
  private static let lot = 64

  /// Records the alerts that are due at an instant, each with what falls due next in one transaction. Each is decided of
  /// what its demande is then: what was overtaken is gone.
  package func alerter(at now: Instant) async throws(RegisterError) -> AlertesDues {
    var dues = AlertesDues()
    while let due = head.prochaineTache, due <= now, horloges != nil {
      let (lot, isMore) = try await write { [self] db, head in try Self.alerter(now, horloges, db, &head) }
      dues.faits += lot.faits
      dues.illisibles += lot.illisibles
      if !isMore { break }
    }
    return dues
  }

  private static func alerter(
    _ now: Instant, _ horloges: Horloges?, _ db: Database, _ head: inout RegisterHead
  ) throws -> (AlertesDues, isMore: Bool) {
    var dues = AlertesDues()
    guard let horloges else { return (dues, false) }
    let numeros = try Taches.echues(db, at: now, limit: lot)
    for numero in numeros {
      do {
        guard let demande = try Demande.replayed(db, numero) else {
          try Taches.delete(db, numero)
          continue
        }
        switch demande.alertes(at: now, horloges) {
        case .remise(let opening):
          try Taches.remettre(db, numero, a: opening)
        case .faits(let evenements) where evenements.isEmpty:
          try project(demande, horloges, db, &head)
        case .faits(let evenements):
          dues.faits += try record(evenements, of: demande, Fait.regles, now, [:], horloges, db, &head).evenements.count
        }
      } catch RegisterError.unusable {
        try Taches.delete(db, numero)
        dues.illisibles.append(numero)
      }
    }
    try head.prevoit(anew: db)
    return (dues, numeros.count == lot)
  }
}
