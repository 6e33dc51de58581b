/// The next step of a demande, by when it is due, and when that is told of.
package struct EtapeDue: Hashable, Sendable {
  /// One moment at which an échéance is told of.
  package struct Alerte: Hashable, Sendable {
    package let niveau: Escalade.Niveau
    /// In open hours.
    package let le: Instant
  }

  package let nature: NatureEcheance
  package let echeance: Echeance
  /// A person set it.
  package let estFixee: Bool
  /// In the order of time; none while paused.
  package let alertes: [Alerte]
  /// It is told of in the hours of the Caf: its LINF is closed then, or there is none.
  package let estALaCaf: Bool
  /// What it is in suivi; nil elsewhere.
  package let suivi: EtapeDeSuivi?

  init(
    _ nature: NatureEcheance, _ echeance: Echeance, estFixee: Bool, urgente: Bool, in calendar: CalendrierOuvert,
    estALaCaf: Bool, suivi: EtapeDeSuivi? = nil
  ) {
    self.nature = nature
    self.echeance = echeance
    self.estFixee = estFixee
    self.estALaCaf = estALaCaf
    self.suivi = suivi
    let all = echeance.instant.map { Alerte.toutes($0, urgente: urgente, in: calendar) } ?? []
    // What a person set for a moment is announced, whatever it is.
    alertes = all.filter { $0.niveau != .avant || estFixee || nature.sAnnonce }
  }

  /// `premier contact`, `relance 15 jours après l’information`.
  package var libelle: String {
    if case .relance(let relance) = suivi { "relance \(relance.motif.phrase)" } else { nature.libelle }
  }
}

extension EtapeDue.Alerte {
  /// Open time by which the first one comes before the échéance, and less of it where it is urgent.
  private static let avance = DureeOuverte(heures: 4)
  private static let avanceUrgente = DureeOuverte(heures: 1)
  /// Open days after which it passed « long ago ».
  private static let retard = 2

  /// Those of an échéance, in the hours of the office by which it falls; what never opens has none.
  fileprivate static func toutes(_ echeance: Instant, urgente: Bool, in calendar: CalendrierOuvert) -> [EtapeDue.Alerte]
  {
    do throws(JamaisOuvert) {
      return [
        .init(
          niveau: .avant, le: try calendar.subtracting(urgente ? avanceUrgente : avance, from: echeance)),
        // A close is no open moment any more: who comes next morning is told.
        .init(niveau: .echeance, le: try calendar.nextOpening(from: echeance)),
        .init(
          niveau: .apres,
          le: try calendar.nextOpening(from: try calendar.adding(openDays: retard, to: echeance))),
      ]
    } catch {
      return []
    }
  }
}
