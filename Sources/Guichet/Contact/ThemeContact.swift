/// What a family was informed of: the subjects of a Rpe's mission towards families.
package enum ThemeContact: String, CodeLibelle {
  case modes
  case couts
  case aides
  case demarches
  case miseEnRelation
  case roleEmployeur

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .modes: "modes d’accueil"
    case .couts: "coûts"
    case .aides: "aides"
    case .demarches: "démarches"
    case .miseEnRelation: "mise en relation"
    case .roleEmployeur: "rôle d’employeur"
    }
  }
}
