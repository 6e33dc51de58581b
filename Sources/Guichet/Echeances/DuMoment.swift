/// What falls due for a demande at an instant.
package struct DuMoment: Hashable, Sendable {
  /// What to record.
  package var evenements: [Evenement] = []
  /// When its alert is told instead, its office being closed.
  package var alerteRemise: Instant?
  /// When its reminder is sent instead.
  package var rappelRemis: Instant?
}

extension Demande {
  package func duMoment(at now: Instant, _ horloges: Horloges) -> DuMoment {
    var dues = DuMoment()
    switch alertes(at: now, horloges) {
    case .faits(let evenements): dues.evenements = evenements
    case .remise(let opening): dues.alerteRemise = opening
    }
    switch horloges.rappel(of: self)?.suite(at: now, in: horloges.heures.fuseau) {
    case .fait(let rappel): dues.evenements.append(.rappelRendezVous(rappel))
    case .remis(let morning): dues.rappelRemis = morning
    case nil: break
    }
    return dues
  }
}

extension Horloges {
  /// The reminder of a rendez-vous of a demande that is still to come; none of one that a closure has overtaken, which is
  /// to be moved.
  package func rappel(of demande: Demande) -> RappelDu? {
    guard let rappel = demande.rappelDu(linfACourriel, in: heures.fuseau) else { return nil }
    let rendezVous = rappel.rendezVous
    let closure = calendrier(of: rendezVous.linf).fermeture(heures.fuseau.date(of: rendezVous.debut))
    return closure == nil || rendezVous.place.malgreFermeture ? rappel : nil
  }
}
