/// Why a rendez-vous that is ahead has to be moved: derived whenever it is looked at, from where the demande is and what
/// the référentiel in force says.
package enum RaisonDeplacement: String, CodeLibelle {
  /// The demande has gone to another LINF, or to nobody.
  case transfert
  /// A fermeture, or a public holiday, has come over it.
  case fermeture
  /// The horaires or the postes have changed.
  case horaires

  /// As shown to people.
  package var libelle: String {
    switch self {
    case .transfert: "la demande est allée ailleurs"
    case .fermeture: "le lieu d’information est fermé"
    case .horaires: "les horaires ont changé"
    }
  }
}

extension RendezVous {
  /// Nil where it can stay, and for one that is not ahead.
  ///
  /// - Parameters:
  ///   - chez: id of the LINF that has the demande; nil where nobody does.
  ///   - ouverts: of the rendez-vous' own LINF; nil where the référentiel has it no more.
  package func aDeplacer(chez: String?, _ ouverts: PostesOuverts?, at now: Instant) -> RaisonDeplacement? {
    guard statut == .prevu, now < debut else { return nil }
    guard chez == linf, let ouverts else { return .transfert }
    // What a person knowingly put outside the hours is moved by nothing but a fermeture of which that person knew nothing.
    if place.horsHoraires { return !place.malgreFermeture && ouverts.estFerme(le: debut) ? .fermeture : nil }
    guard ouverts.postes(de: debut, a: fin) < place.poste else { return nil }
    switch ouverts.calendrier.jour(ouverts.calendrier.fuseau.date(of: debut)).raison {
    case .fermeture, .ferie: return .fermeture
    case .sansHoraire, nil: return .horaires
    }
  }
}
