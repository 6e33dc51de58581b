/// One follow-up of what an informed family found, on its day.
package struct Relance: Hashable, Sendable {
  /// What its day is counted from.
  package enum Motif: Hashable, Sendable {
    case apresInformation(Delai)
    case avantDebut(Delai)
    case debut
    /// Calendar days after the wished start.
    case apresDebut(Int)
    /// A rendez-vous that the family missed or that was called off after it had been informed.
    case rendezVousPerdu
    /// The day after a commission that decides on a place of one of its children.
    case commission
    /// Days after which a birth or an adoption that was expected should have been confirmed.
    case naissance
  }

  package let motif: Motif
  package let jour: DateCivile

  package init(_ motif: Motif, _ jour: DateCivile) {
    self.motif = motif
    self.jour = jour
  }
}

extension Relance.Motif {
  /// As programs read it.
  package var code: String {
    switch self {
    case .apresInformation: "apresInformation"
    case .avantDebut: "avantDebut"
    case .debut: "debut"
    case .apresDebut: "apresDebut"
    case .rendezVousPerdu: "rendezVousPerdu"
    case .commission: "commission"
    case .naissance: "naissance"
    }
  }

  /// `15 jours après l’information`.
  package var phrase: String {
    switch self {
    case .apresInformation(let delai): "\(delai.phraseCourte) après l’information"
    case .avantDebut(let delai): "\(delai.phraseCourte) avant le début souhaité"
    case .debut: "au début souhaité"
    case .apresDebut(let jours): "\(jours) jours après le début souhaité"
    case .rendezVousPerdu: "après le rendez-vous manqué ou annulé"
    case .commission: "au lendemain de la commission"
    case .naissance: "naissance ou arrivée à confirmer"
    }
  }
}

extension Delai {
  /// As `phrase`, where calendar days go without saying: `15 jours`, `2 jours ouverts`.
  fileprivate var phraseCourte: String {
    if case .joursCalendaires(let days) = self { "\(days) \(days > 1 ? "jours" : "jour")" } else { phrase }
  }
}

/// What is to be done next with a family that was informed.
package enum EtapeDeSuivi: Hashable, Sendable {
  case relance(Relance)
  /// No relance is left: somebody decides what becomes of it, by that day.
  case conclusion(DateCivile)

  package var jour: DateCivile {
    switch self {
    case .relance(let relance): relance.jour
    case .conclusion(let jour): jour
    }
  }

  /// As programs read it.
  package var code: String {
    switch self {
    case .relance(let relance): relance.motif.code
    case .conclusion: "conclusion"
    }
  }

  /// `15 jours après l’information`, `à conclure`.
  package var phrase: String {
    switch self {
    case .relance(let relance): relance.motif.phrase
    case .conclusion: NatureEcheance.conclusion.libelle
    }
  }
}
