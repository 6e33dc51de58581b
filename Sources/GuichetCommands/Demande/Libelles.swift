import Guichet

/// The words for the codes that come over the socket; a code that this version does not know is shown as it is.
enum Libelles {
  static func etat(_ code: String) -> String {
    Etat(rawValue: code)?.libelle ?? code
  }

  static func raison(_ code: String) -> String {
    switch RaisonAOrienter(rawValue: code) {
    case .communeInconnue: "commune inconnue"
    case .communeAmbigue: "commune ambiguë"
    case .lieuImprecis: "lieu imprécis"
    case .horsDepartement: "hors du département"
    case .sansLinf: "aucun LINF pour ce lieu"
    case .linfNonHabilite: "LINF non habilité"
    case .contactManquant: "aucun moyen de joindre la famille"
    case .decline: "décliné par le LINF"
    case .referentielAbsent: "aucun référentiel chargé"
    case nil: code
    }
  }

  static func marque(_ code: String) -> String {
    switch Marque(rawValue: code) {
    case .aVerifier: "à vérifier"
    case .communeAPreciser: "commune à préciser"
    case .horsHabilitation: "hors habilitation"
    case .voieNonReconnue: "voie non reconnue"
    case .tableAVerifier: "table à vérifier"
    case .transmise: "transmise par un autre LINF"
    case nil: code
    }
  }

  static func marques(_ codes: [String]) -> String {
    codes.map(marque).joined(separator: ", ")
  }
}
