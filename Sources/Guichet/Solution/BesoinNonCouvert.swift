/// Why a child has no solution: a list that may grow.
package enum BesoinNonCouvert: String, CodeLibelle {
  case aucunePlace
  case cout
  case horaires
  case distance
  /// None in time.
  case delai
  case besoinSpecifique
  /// One was offered, which the family did not take.
  case placeRefusee
  case autre

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .aucunePlace: "aucune place"
    case .cout: "coût"
    case .horaires: "horaires"
    case .distance: "distance"
    case .delai: "délai"
    case .besoinSpecifique: "besoin spécifique"
    case .placeRefusee: "place refusée par la famille"
    case .autre: "autre raison"
    }
  }
}
