package import Guichet

extension Bilan {
  /// The bilan as one page that needs nothing else: figures, charts, and every table beneath the chart that shows it.
  ///
  /// For a screen of any width, light or dark, and for A4. What a chart shows stands beside it in words and as a table.
  ///
  /// - Parameter arrete: the moment of which it tells, as people of the Caf's time zone read it.
  package func page(arrete: String) -> String {
    var page = PageHTML(titre: "Bilan \(annee), \(nom)", style: StyleDuBilan.css)
    page.ouvrir("main")
    page.ouvrir("header")
    page.texte("p", "Bilan \(annee)", classe: "annee")
    page.texte("h1", nom)
    page.texte(
      "p",
      "Demandes d’information sur les modes d’accueil enregistrées en \(annee). Arrêté au "
        + "\(arrete), fait \(seq) du journal.")
    if illisibles > 0 {
      page.texte("p", "\(illisibles) demande(s) illisible(s) ne sont dans aucun chiffre.", classe: "alerte")
    }
    page.fermer("header")
    enBref(&page)
    graphiques(&page)
    autres(&page)
    if tableaux.contains(where: { $0.lignes.contains { $0.valeurs.contains(nil) } }) {
      page.texte(
        "p",
        "« • » : moins de \(PetitesCellules.seuil), ou ce qui le donnerait par différence ; masqué pour qu’aucune "
          + "famille ne s’y reconnaisse.", classe: "note")
    }
    page.fermer("main")
    return page.html
  }

  private func enBref(_ page: inout PageHTML) {
    page.ouvrir("section")
    page.texte("h2", "En bref")
    page.ouvrir("dl")
    for chiffre in chiffres {
      page.ouvrir("div")
      page.texte("dt", chiffre.code.libelle)
      page.texte("dd", chiffre.montre)
      page.fermer("div")
    }
    page.fermer("dl")
    page.fermer("section")
  }

  private func graphiques(_ page: inout PageHTML) {
    if let mois = tableau(.mois) {
      let months = mois.lignes.map { (Self.abrege($0.intitule.libelle), [$0.valeurs[0] ?? 0, $0.valeurs[1] ?? 0]) }
      figure(
        &page, mois,
        Graphiques.Barres(
          id: "mois", titre: mois.code.libelle, series: ["reçues", "répondues"],
          classes: months
        ).dessin)
    }
    if let delais = tableau(.delais) {
      let classes = zip(Self.classesDeDelai, delais.lignes).map { ($0, $1.valeurs.map { $0 ?? 0 }) }
      var chart = Graphiques.Barres(
        id: "delais", titre: delais.code.libelle, series: delais.colonnes.map(\.libelle), classes: classes)
      if let objectif, objectif <= 5 {
        chart.cible = (
          objectif + 1, "objectif : \(objectif) jour\(objectif > 1 ? "s" : "") ouvert\(objectif > 1 ? "s" : "")"
        )
      }
      figure(&page, delais, chart.dessin)
    }
    if let modes = tableau(.modes) { rayures(&page, modes, [0, 2]) }
    if let communes = tableau(.nonCouvertsParAge) {
      let last = communes.colonnes.count - 1
      rayures(&page, communes, [last], sansTotal: true)
    }
    if let etats = tableau(.etats) { rayures(&page, etats, [0]) }
  }

  /// As calendars in France shorten the names of months: `janv.`, `févr.`, `oct.`.
  private static func abrege(_ mois: String) -> String {
    guard mois.count > 5 else { return mois }
    return mois.prefix(["o", "n", "d"].contains(mois.first) ? 3 : 4) + "."
  }

  private static let classesDeDelai = ["même jour", "1 j", "2 j", "3 j", "4 j", "5 j", "6 à 10 j", "plus"]

  /// Rows that a chart shows; the others stand in its table.
  private static let rayuresAuPlus = 25

  /// - Parameter columns: the ranks of those that are drawn.
  private func rayures(_ page: inout PageHTML, _ tableau: Tableau, _ columns: [Int], sansTotal: Bool = false) {
    var rows = tableau.lignes.filter { ligne in
      !(sansTotal && ligne.intitule == .total) && columns.contains { ligne.valeurs[$0] != 0 }
    }
    if rows.count > Self.rayuresAuPlus, let first = columns.first {
      // The greatest, in the order of the table; what is hidden is small.
      let least = rows.map { $0.valeurs[first] ?? 0 }.sorted(by: >)[Self.rayuresAuPlus - 1]
      rows = Array(rows.filter { ($0.valeurs[first] ?? 0) >= least }.prefix(Self.rayuresAuPlus))
    }
    figure(
      &page, tableau,
      rows.isEmpty
        ? nil
        : Graphiques.Rayures(
          id: tableau.code.rawValue, titre: tableau.code.libelle, series: columns.map { tableau.colonnes[$0].libelle },
          classes: rows.map { ligne in (ligne.intitule.libelle, columns.map { ligne.valeurs[$0] }) }
        ).dessin)
  }

  private func figure(_ page: inout PageHTML, _ tableau: Tableau, _ dessin: Dessin?) {
    page.ouvrir("section")
    page.texte("h2", tableau.code.libelle)
    if let dessin {
      // On a phone the chart scrolls by itself, by keyboard too.
      page.ouvrir("figure", attributs: ["tabindex": "0", "aria-label": tableau.code.libelle])
      page.dessin(dessin)
      page.fermer("figure")
      page.ouvrir("details")
      page.texte("summary", "Les chiffres")
      table(&page, tableau)
      page.fermer("details")
    } else {
      page.texte("p", "Rien à montrer.")
    }
    page.fermer("section")
  }

  /// The tables that have no chart; one without any count is left out.
  private func autres(_ page: inout PageHTML) {
    let drawn: Set<CodeDeTableau> = [.mois, .delais, .modes, .nonCouvertsParAge, .etats]
    for tableau in tableaux where !drawn.contains(tableau.code) {
      guard tableau.lignes.contains(where: { $0.valeurs.contains { $0 != 0 } }) else { continue }
      page.ouvrir("section")
      page.texte("h2", tableau.code.libelle)
      table(&page, tableau)
      page.fermer("section")
    }
  }

  private func table(_ page: inout PageHTML, _ tableau: Tableau) {
    // A wide table scrolls by itself, by keyboard too, and the page does not.
    page.ouvrir(
      "div", classe: "large", attributs: ["tabindex": "0", "role": "region", "aria-label": tableau.code.libelle])
    page.ouvrir("table")
    page.ouvrir("thead")
    page.ouvrir("tr")
    page.ouvrir("td")
    page.fermer("td")
    for colonne in tableau.colonnes { page.texte("th", colonne.libelle, attributs: ["scope": "col"]) }
    page.fermer("tr")
    page.fermer("thead")
    page.ouvrir("tbody")
    for ligne in tableau.lignes where tableau.code == .mois || ligne.valeurs.contains(where: { $0 != 0 }) {
      page.ouvrir("tr", classe: ligne.intitule == .total ? "total" : nil)
      page.texte("th", ligne.intitule.libelle, attributs: ["scope": "row"])
      for valeur in ligne.valeurs { page.texte("td", valeur.map(francais) ?? "•") }
      page.fermer("tr")
    }
    page.fermer("tbody")
    page.fermer("table")
    page.fermer("div")
  }
}

extension Bilan.Chiffre {
  /// `2 jours ouverts`, `6 h 30`, `2,5`.
  package var montre: String {
    guard let valeur else { return "–" }
    return switch code.unite {
    case .minutes: DureeOuverte(heures: 0, minutes: valeur).phrase
    case .joursOuverts: "\(francais(valeur)) jour\(valeur > 1 ? "s" : "") ouvert\(valeur > 1 ? "s" : "")"
    case .centiemes: "\(francais(valeur / 100)),\(valeur % 100 < 10 ? "0" : "")\(valeur % 100)"
    case .nombre: francais(valeur)
    }
  }
}
