/// What came of a contact.
package enum ResultatContact: String, CodeLibelle {
  /// The family was spoken with, or answered in writing.
  case joint
  case messageLaisse
  case sansReponse
  case occupe
  /// The number is not the family's, or is none.
  case fauxNumero
  /// The family answered and asks to be called at another time.
  case aRappeler
  /// Somebody else answered.
  case tiers
  /// The family does not wish to be informed.
  case refus

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .joint: "joint"
    case .messageLaisse: "message laissé"
    case .sansReponse: "sans réponse"
    case .occupe: "occupé"
    case .fauxNumero: "faux numéro"
    case .aRappeler: "à rappeler"
    case .tiers: "tiers"
    case .refus: "refus"
    }
  }

  /// The family itself answered, whatever it said.
  package var estUneReponse: Bool { self == .joint || self == .aRappeler || self == .refus }

  /// Whether a contact can have come to this.
  package func convient(a canal: CanalContact, _ sens: SensContact) -> Bool {
    switch self {
    case .joint, .messageLaisse, .aRappeler, .tiers, .refus: true
    case .sansReponse: sens == .sortant && !canal.estEcrit
    case .occupe: sens == .sortant && canal.estUnAppel
    case .fauxNumero: sens == .sortant && canal.composeUnNumero
    }
  }
}
