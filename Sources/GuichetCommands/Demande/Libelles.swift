import Guichet
import GuichetControl

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

  static func raisonDeclin(_ code: String) -> String {
    RaisonDeclin(rawValue: code)?.libelle ?? code
  }

  /// What made the rules decide, after « routée ».
  static func cause(_ code: String) -> String {
    CauseRoutage(rawValue: code)?.libelle ?? code
  }

  /// The rule that gave the LINF.
  static func regle(_ code: String) -> String {
    switch Regle(rawValue: code) {
    case .voie: "par la voie"
    case .codePostal: "par le code postal"
    case .communeAssociee: "par la commune déléguée ou associée"
    case .commune: "par la commune"
    case .candidats: "par toutes les communes possibles"
    case nil: code
    }
  }

  /// What put a demande where it is.
  static func mode(_ code: String) -> String {
    switch code {
    case "automatique": "les règles"
    case "manuel": "la décision d’une personne"
    case "decline": "un LINF qui l’a déclinée"
    default: code
    }
  }

  /// Why a demande stays although its place goes elsewhere.
  static func reste(_ code: String) -> String {
    switch code {
    case "verrou": "reste : décision d’une personne"
    case "avancee": "reste : déjà avancée"
    default: code
    }
  }

  /// Why a demande goes although it would otherwise stay.
  static func motif(_ code: String) -> String {
    switch code {
    case "linfRetire": "suit : son LINF est retiré"
    default: code
    }
  }

  /// Communes as a person reads them: `Capinghem (59128), Lille (59350)`.
  static func candidats(_ candidats: [Wire.Candidat]) -> String {
    candidats.map { "\($0.nom) (\($0.codeInsee))" }.joined(separator: ", ")
  }

  /// Communes as they stand in one field of a CSV: `59128 Capinghem, 59350 Lille`.
  static func candidatsCSV(_ candidats: [Wire.Candidat]) -> String {
    candidats.map { "\($0.codeInsee) \($0.nom)" }.joined(separator: ", ")
  }

  static func marques(_ codes: [String]) -> String {
    codes.map(marque).joined(separator: ", ")
  }
}
