/// What happened last, newest first: as much as there is room for.
struct BlocEvenements: BlocTableau {
  let minimum = 2

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    guard let faits = moment.faits, !faits.isEmpty else {
      let none = moment.faits == nil ? "non connus" : "aucun"
      return [LigneEcran("Derniers événements : \(none)", .discret).coupee(a: largeur)]
    }
    return [LigneEcran("Derniers événements", .titre).coupee(a: largeur)]
      + faits.map { LigneDEvenement.ligne($0, largeur: largeur, suppleances: moment.suppleances) }
  }
}
