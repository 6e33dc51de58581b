/// What happened last, newest first: as much as there is room for.
struct BlocEvenements: BlocTableau {
  let minimum = 2

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    guard !moment.faits.isEmpty else { return [LigneEcran("Derniers événements : aucun", .discret).coupee(a: largeur)] }
    return [LigneEcran("Derniers événements", .titre).coupee(a: largeur)]
      + moment.faits.map { LigneDEvenement.ligne($0, largeur: largeur) }
  }
}
