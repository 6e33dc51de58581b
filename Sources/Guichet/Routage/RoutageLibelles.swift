extension RaisonAOrienter: CodeLibelle {
  /// As shown to people.
  package var libelle: String {
    switch self {
    case .communeInconnue: "commune inconnue"
    case .communeAmbigue: "commune ambiguë"
    case .lieuImprecis: "lieu imprécis"
    case .horsDepartement: "hors du département"
    case .sansLinf: "aucun LINF pour ce lieu"
    case .linfNonHabilite: "LINF non habilité"
    case .contactManquant: "aucun moyen de joindre la famille"
    case .decline: "décliné par le LINF"
    case .referentielAbsent: "aucun référentiel chargé"
    }
  }

  /// With the département to whose Caf the family is to be sent, by its code, where that is the reason; where the LINF
  /// that a person chose is no more, it is that which is missing, and not one for the place.
  package func libelle(departement: String?, marques: [Marque] = []) -> String {
    if self == .sansLinf, marques.contains(.linfRetire) { return Marque.linfRetire.libelle }
    guard self == .horsDepartement, let departement else { return libelle }
    return "\(libelle) : \(Departement.designation(departement))"
  }
}

extension Marque: CodeLibelle {
  /// As shown to people.
  package var libelle: String {
    switch self {
    case .aVerifier: "à vérifier"
    case .communeAPreciser: "commune à préciser"
    case .horsHabilitation: "hors habilitation"
    case .voieNonReconnue: "voie non reconnue"
    case .tableAVerifier: "table à vérifier"
    case .transmise: "transmise par un autre LINF"
    case .routagePropose: "routage proposé"
    case .linfRetire: "LINF choisi retiré"
    case .numeroFaux: "numéro faux"
    case .suspendue: "délai suspendu"
    case .echeanceFixee: "échéance fixée"
    case .silence: "ne plus relancer"
    case .effacee: "effacée"
    case .doublonPossible: "doublon possible"
    }
  }
}

extension Regle: CodeLibelle {
  /// As shown to people, after « routée ».
  package var libelle: String {
    switch self {
    case .voie: "par la voie"
    case .codePostal: "par le code postal"
    case .communeAssociee: "par la commune déléguée ou associée"
    case .commune: "par la commune"
    case .candidats: "par toutes les communes possibles"
    }
  }
}
