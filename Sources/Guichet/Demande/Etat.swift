/// Where a demande stands; computed from its facts, never set.
package enum Etat: String, CodeLibelle {
  case aOrienter
  case aContacter
  case rendezVous
  case enSuivi
  case close

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .aOrienter: "à orienter"
    case .aContacter: "à contacter"
    case .rendezVous: "rendez-vous fixé"
    case .enSuivi: "en suivi"
    case .close: "close"
    }
  }
}
