/// By which way a contact was made.
package enum CanalContact: String, CodeLibelle {
  case telephone
  case sms
  case courriel
  case courrier
  case visite
  case visio
  /// The State's relay for persons who hear or speak with difficulty.
  case relaisTelephonique

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .telephone: "téléphone"
    case .sms: "SMS"
    case .courriel: "courriel"
    case .courrier: "courrier"
    case .visite: "visite"
    case .visio: "visio"
    case .relaisTelephonique: "relais téléphonique"
    }
  }

  /// It leaves the family a writing that it can read later.
  package var estEcrit: Bool { self == .sms || self == .courriel || self == .courrier }

  /// A number is dialled for it.
  package var composeUnNumero: Bool { self == .telephone || self == .sms || self == .relaisTelephonique }

  /// Two voices, now: what tells at which hours families answer.
  package var estUnAppel: Bool { self == .telephone || self == .relaisTelephonique }
}
