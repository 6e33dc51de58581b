/// What is to be done by an échéance.
package enum NatureEcheance: String, CodeLibelle {
  case orientation
  case premierContact
  /// The family was reached: it is given a rendez-vous, or informed.
  case rendezVous
  /// What came of its rendez-vous is told.
  case renseignement
  case suivi
  /// No relance is left.
  case conclusion

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .orientation: "à orienter"
    case .premierContact: "premier contact"
    case .rendezVous: "rendez-vous à donner"
    case .renseignement: "rendez-vous à renseigner"
    case .suivi: "suivi"
    case .conclusion: "à conclure"
    }
  }

  /// Whether it is told of before it is due, too: what is done on a day of its own is not announced.
  var sAnnonce: Bool { self == .orientation || self == .premierContact }

  /// The next step of a demande; nil for one that is closed.
  init?(_ demande: Demande) {
    switch demande.etat {
    case .aOrienter: self = .orientation
    case .aContacter: self = demande.jointeLe == nil ? .premierContact : .rendezVous
    case .rendezVous: self = .renseignement
    case .enSuivi: self = .suivi
    case .close: return nil
    }
  }

  init(_ suivi: EtapeDeSuivi) {
    if case .conclusion = suivi { self = .conclusion } else { self = .suivi }
  }
}
