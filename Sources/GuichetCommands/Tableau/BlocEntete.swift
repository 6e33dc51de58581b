import GuichetControl

/// Whose office it is, what time it is, and how fresh what is shown.
struct BlocEntete: BlocTableau {
  let minimum = 2

  /// Something comes at least every 30 s from a daemon that is well.
  private static let vieux = 30

  func lignes(_ moment: TableauMoment, largeur: Int) -> [LigneEcran] {
    let name = moment.etat.nom.map { "Guichet — \($0)" } ?? "Guichet"
    let instant = Horodatage.precis(moment.maintenant)
    return [
      deuxBords(LigneEcran(name, .titre), LigneEcran(largeur < 60 ? String(instant.suffix(8)) : instant), largeur),
      deuxBords(fraicheur(moment, largeur), LigneEcran(moment.estVivant ? "q : quitter" : "", .discret), largeur),
    ]
  }

  private func fraicheur(_ moment: TableauMoment, _ largeur: Int) -> LigneEcran {
    let age = "données d’il y a \(Horodatage.age(secondes: moment.age))"
    switch moment.liaison {
    case .etablie:
      return LigneEcran(age, moment.age > Self.vieux ? .attention : .discret)
    case .perdue(let secondes):
      let since = "guichetd absent depuis \(Horodatage.age(secondes: secondes))"
      return LigneEcran(largeur < 100 ? since : "\(since), repris dès qu’il revient ; \(age)", .alerte)
    }
  }

  private func deuxBords(_ left: LigneEcran, _ right: LigneEcran, _ largeur: Int) -> LigneEcran {
    let room = largeur - right.largeur - 1
    guard room >= 8 else { return left.coupee(a: largeur) }
    var line = left.ajustee(a: room)
    line.ajouter(" ")
    line.ajouter(right)
    return line
  }
}
