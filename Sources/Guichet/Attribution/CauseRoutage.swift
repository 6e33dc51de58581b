/// What made the rules decide where a demande goes.
package enum CauseRoutage: String, CodeLibelle {
  /// It was received.
  case reception
  /// Another version of the référentiel came into force.
  case referentiel
  /// A rattachement that changes on this day.
  case jour
  /// Its form was corrected.
  case correction
  /// Its place was corrected, and a person agreed to what the rules then proposed.
  case acceptation
  /// A person gave it back to the rules.
  case agent
  /// A person let it follow its commune although it was further on.
  case transfert

  /// As shown to people, after « routée ».
  package var libelle: String {
    switch self {
    case .reception: "à la réception"
    case .referentiel: "au chargement d’un référentiel"
    case .jour: "au jour d’un changement de rattachement"
    case .correction: "après correction de la demande"
    case .acceptation: "après correction de la demande, avec l’accord d’une personne"
    case .agent: "à la demande d’une personne"
    case .transfert: "par transfert avec sa commune"
    }
  }
}
