import GuichetControl

/// The first demandes of a work list.
struct BlocDemandes: BlocTableau {
  enum Liste {
    case enRetard, aOrienter
  }

  let liste: Liste
  let minimum = 1

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    let contenu = liste == .enRetard ? moment.enRetard : moment.aOrienter
    return [titre(moment, contenu).coupee(a: largeur)]
      + (contenu?.demandes ?? []).map { ligne($0, moment).coupee(a: largeur) }
  }

  private func titre(_ moment: TableauMoment, _ contenu: PremieresDemandes?) -> LigneEcran {
    switch liste {
    case .enRetard:
      guard let contenu else { return LigneEcran("En retard, pour vous : non connu", .discret) }
      return LigneEcran(
        "En retard, pour vous : \(contenu.total.francais)\(contenu.estEntier ? "" : " ou plus")",
        contenu.total > 0 ? .alerte : .titre)
    case .aOrienter:
      let total = moment.etat.demandes.parEtat["aOrienter"] ?? 0
      var line = LigneEcran("À orienter : \(total.francais)", total > 0 ? .attention : .titre)
      // The count is the office's, the rows are those that this person may see.
      if total > 0, let contenu, contenu.demandes.isEmpty { line.ajouter(", pour un superviseur", .discret) }
      return line
    }
  }

  private func ligne(_ demande: Wire.Demande, _ moment: TableauMoment) -> LigneEcran {
    var line = LigneEcran()
    line.colonne(demande.numero, 11)
    line.ajouter("  ")
    switch liste {
    case .enRetard:
      line.ajouter(demande.echeance.map(Horodatage.court) ?? "", .alerte)
      line.ajouter("  ")
      line.ajouter(moment.suppleances.phrase(demande.linf) ?? demande.linf ?? Libelles.etat(demande.etat))
    case .aOrienter:
      let age = (demande.depuis ?? demande.recueLe)
      line.colonne(
        moment.secondes(depuis: age).map(Horodatage.duree) ?? "", 6, aDroite: true,
        demande.enRetard ? .alerte : .normal)
      line.ajouter("  ")
      line.ajouter(
        Libelles.raison(demande.raison, departement: demande.departement, marques: demande.marques) ?? "", .attention)
    }
    return line
  }
}
