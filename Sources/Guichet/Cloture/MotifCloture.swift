/// Why a demande is closed: a list that may grow.
package enum MotifCloture: String, CodeLibelle {
  case solutionTrouvee
  case sansSolution
  case informationDonnee
  /// The family gives up.
  case sansSuite
  /// The family answers no relance.
  case sansNouvelle
  /// The family could not be reached.
  case injoignable
  case transmiseAutreCaf
  /// The family left the département.
  case demenagement
  case doublon
  case indesirable

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .solutionTrouvee: "solution trouvée"
    case .sansSolution: "sans solution"
    case .informationDonnee: "information donnée"
    case .sansSuite: "sans suite, la famille renonce"
    case .sansNouvelle: "sans nouvelle de la famille"
    case .injoignable: "famille injoignable"
    case .transmiseAutreCaf: "transmise à une autre Caf"
    case .demenagement: "déménagement hors du département"
    case .doublon: "doublon d’une autre demande"
    case .indesirable: "envoi indésirable"
    }
  }
}
