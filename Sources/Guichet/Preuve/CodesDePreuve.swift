/// The figures that a preuve has beside those of a bilan.
package enum ChiffreDePreuve: String, CodeLibelle {
  case jours
  case joursReferencement
  case joursHabilitation
  case joursLesDeux
  case ailleurs
  case venuesDAilleurs
  case sansReponse
  case dansLeDelai
  case enfantsNonRegles
  case relances
  case sansIssue
  case pieces

  package var libelle: String {
    switch self {
    case .jours: "jours de l’année examinés"
    case .joursReferencement: "jours de référencement"
    case .joursHabilitation: "jours d’habilitation"
    case .joursLesDeux: "jours de référencement et d’habilitation"
    case .ailleurs: "demandes de son territoire chez un autre LINF"
    case .venuesDAilleurs: "demandes venues d’un autre LINF"
    case .sansReponse: "demandes sans réponse, échéance passée ou closes"
    case .dansLeDelai: "demandes en attente, dans leur délai"
    case .enfantsNonRegles: "enfants dont la recherche continue"
    case .relances: "contacts pris après la réponse"
    case .sansIssue: "demandes sans issue 60 jours après le début souhaité"
    case .pieces: "pièces jointes"
    }
  }
}

/// By what counts are told apart.
package enum CodeDeRepartition: String, CodeLibelle {
  case origines
  case canaux
  case sorties
  case suites
  case issues

  package var libelle: String {
    switch self {
    case .origines: "par origine"
    case .canaux: "par moyen de réponse souhaité"
    case .sorties: "chez un autre LINF, par cause"
    case .suites: "par réponse"
    case .issues: "par issue, enfant par enfant"
    }
  }

  /// The words for one of its codes.
  package func libelle(_ code: String) -> String {
    if code == Self.inconnu { return "non précisé" }
    return switch self {
    case .origines: Origine.libelle(code)
    case .canaux: Rappel.Canal.libelle(code)
    case .sorties: CauseDeSortie.libelle(code)
    case .suites: SuiteDonnee.libelle(code)
    case .issues: EtatEnfant.libelle(code)
    }
  }

  /// The code of those of which it is not said.
  static let inconnu = "inconnu"
}

/// The lists of demandes of a preuve.
package enum CodeDeListe: String, CodeLibelle {
  case ailleurs
  case venuesDAilleurs
  case horsHabilitation
  case sansReponse
  case dansLeDelai
  case sansIssue

  package var libelle: String {
    switch self {
    case .ailleurs: "Demandes de son territoire chez un autre LINF"
    case .venuesDAilleurs: "Demandes venues d’un autre LINF"
    case .horsHabilitation: "Demandes reçues hors habilitation"
    case .sansReponse: "Demandes sans réponse, échéance passée ou closes"
    case .dansLeDelai: "Demandes en attente, dans leur délai"
    case .sansIssue: "Demandes sans issue 60 jours après le début souhaité"
    }
  }
}
