/// What is to be done by an échéance.
package enum NatureEcheance: String, CodeLibelle {
  case orientation
  case premierContact
  case rendezVous
  case suivi

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .orientation: "à orienter"
    case .premierContact: "premier contact"
    case .rendezVous: "rendez-vous"
    case .suivi: "suivi"
    }
  }

  /// The next step of a demande in that état; nil for one that is closed.
  init?(_ etat: Etat) {
    switch etat {
    case .aOrienter: self = .orientation
    case .aContacter: self = .premierContact
    case .rendezVous: self = .rendezVous
    case .enSuivi: self = .suivi
    case .close: return nil
    }
  }
}
