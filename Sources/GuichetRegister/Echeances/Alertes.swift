import GRDB
package import Guichet

/// What became of what was due.
package struct AlertesDues: Sendable {
  /// How many facts were recorded.
  package var faits = 0
  /// Demandes whose facts cannot be read: nothing falls due for them any more.
  package var illisibles: [Numero] = []
}

extension Register {
  private static let lot = 64

  /// Records the alerts and the reminders that are due at an instant, each with its mail and with what falls due next in
  /// one transaction. Each is decided of what its demande is then: what was overtaken is gone. Mails that are of no more
  /// use are to be withdrawn from then on.
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
    try Envois.expirer(db, at: now, &head)
    let numeros = try Taches.echues(db, at: now, limit: lot)
    var done: Set<Numero> = []
    for numero in numeros where done.insert(numero).inserted {
      do {
        guard let demande = try Demande.replayed(db, numero) else {
          try Taches.delete(db, numero)
          continue
        }
        dues.faits += try fire(demande.duMoment(at: now, horloges), demande, now, horloges, db, &head)
      } catch RegisterError.unusable {
        try Taches.delete(db, numero)
        dues.illisibles.append(numero)
      }
    }
    try head.prevoit(anew: db)
    return (dues, numeros.count == lot)
  }

  /// - Returns: how many facts were recorded.
  private static func fire(
    _ dues: DuMoment, _ demande: Demande, _ now: Instant, _ horloges: Horloges, _ db: Database,
    _ head: inout RegisterHead
  ) throws -> Int {
    if dues.evenements.isEmpty {
      try project(demande, horloges, db, &head)
    } else {
      try record(dues.evenements, of: demande, Fait.regles, now, [:], horloges, db, &head)
      for envoi in horloges.envois(for: dues.evenements, of: demande, at: now) {
        try Envois.insert(db, envoi, demande.numero, now, &head)
      }
    }
    if let opening = dues.alerteRemise { try Taches.remettre(db, .escalade, of: demande.numero, a: opening) }
    if let morning = dues.rappelRemis { try Taches.remettre(db, .rappel, of: demande.numero, a: morning) }
    return dues.evenements.count
  }
}
