/// Lays the picture of the office out: pure, from what is known to lines that fit.
package enum TableauVue {
  /// From so many columns on, two of them stand side by side.
  private static let deuxColonnes = 100
  private static let gouttiere = 3

  /// - Parameter hauteur: lines there is room for; nil for all.
  /// - Returns: at most so many lines, none wider than `largeur`.
  static func lignes(_ moment: TableauMoment, largeur: Int, hauteur: Int?) -> [LigneEcran] {
    let entete = BlocEntete().lignes(moment, largeur: largeur).map { $0.coupee(a: largeur) }
    let reste = hauteur.map { max(0, $0 - entete.count) }
    let corps =
      largeur < deuxColonnes ? enColonne(moment, largeur, reste) : coteACote(moment, largeur, reste)
    let lines = entete + corps
    return hauteur.map { Array(lines.prefix($0)) } ?? lines
  }

  /// The same without colour.
  package static func texte(_ moment: TableauMoment, largeur: Int, hauteur: Int?) -> [String] {
    let style = TextStyle(width: largeur, hasColour: false)
    return lignes(moment, largeur: largeur, hauteur: hauteur).map { $0.rendue(style) }
  }

  private static var arrivee: [any BlocTableau] { [BlocReception(), BlocTravail()] }
  private static var aFaire: [any BlocTableau] {
    [BlocDemandes(liste: .enRetard), BlocDemandes(liste: .aOrienter), BlocRendezVous()]
  }
  private static var fil: [any BlocTableau] { [BlocEvenements()] }

  private static func enColonne(_ moment: TableauMoment, _ largeur: Int, _ hauteur: Int?) -> [LigneEcran] {
    empiler(arrivee + aFaire + fil, moment, largeur, hauteur)
  }

  private static func coteACote(_ moment: TableauMoment, _ largeur: Int, _ hauteur: Int?) -> [LigneEcran] {
    let gauche = (largeur - gouttiere) / 2
    let droite = largeur - gouttiere - gauche
    // Half of the room at most, where there is a limit: below it goes on what happens.
    let limite = hauteur.map { max($0 / 2, $0 - 12) }
    let left = empiler(arrivee, moment, gauche, limite)
    let right = empiler(aFaire, moment, droite, limite)
    let rows = (0..<max(left.count, right.count)).map { row in
      var line = (row < left.count ? left[row] : LigneEcran()).ajustee(a: gauche)
      line.ajouter(String(repeating: " ", count: gouttiere))
      if row < right.count { line.ajouter(right[row]) }
      return line
    }
    return rows + empiler(fil, moment, largeur, hauteur.map { max(0, $0 - rows.count) })
  }

  /// Blocks one below the other. Each first gets its minimum, in their order; what room is left goes round among those
  /// that have more to show.
  private static func empiler(
    _ blocs: [any BlocTableau], _ moment: TableauMoment, _ largeur: Int, _ hauteur: Int?
  ) -> [LigneEcran] {
    let tous = blocs.map { ($0.minimum, $0.lignes(moment, largeur: largeur)) }.filter { !$0.1.isEmpty }
    let (minimums, contenus) = (tous.map(\.0), tous.map(\.1))
    // A blank line before each, unless room is short.
    let isAiry = hauteur.map { $0 >= minimums.reduce(0) { $0 + $1 + 2 } } ?? true
    let parts = partager(
      contenus.map(\.count), minimums: minimums,
      hauteur.map { max(0, $0 - (isAiry ? contenus.count : 0)) })
    return zip(contenus, parts).flatMap { contenu, part in
      (isAiry && part > 0 ? [LigneEcran()] : []) + contenu.prefix(part)
    }
  }

  private static func partager(_ wanted: [Int], minimums: [Int], _ hauteur: Int?) -> [Int] {
    guard let hauteur else { return wanted }
    var rest = hauteur
    var parts = zip(wanted, minimums).map { wanted, minimum in
      let part = min(wanted, minimum, rest)
      rest -= part
      return part
    }
    while rest > 0 {
      let hungry = parts.indices.filter { parts[$0] < wanted[$0] }
      guard !hungry.isEmpty else { break }
      for index in hungry.prefix(rest) {
        parts[index] += 1
        rest -= 1
      }
    }
    return parts
  }
}
