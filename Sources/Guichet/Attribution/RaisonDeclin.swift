/// Why a LINF declines a demande: a closed list.
package enum RaisonDeclin: String, CodeLibelle {
  /// The place is not of its territory: the table, or its reading of the place, is to be checked.
  case horsTerritoire
  /// The place of the family was misread, or is wrong.
  case lieuErrone
  /// Another LINF knows the family already.
  case dejaSuivie
  /// The adviser may not inform this family: a relative, a dispute.
  case conflitInterets
  case autre

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .horsTerritoire: "hors de son territoire"
    case .lieuErrone: "lieu mal lu ou erroné"
    case .dejaSuivie: "famille déjà suivie ailleurs"
    case .conflitInterets: "conflit d’intérêts"
    case .autre: "autre raison"
    }
  }
}
