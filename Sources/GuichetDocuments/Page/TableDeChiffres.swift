/// A table of figures that scrolls by itself, by keyboard too, where the screen is narrower.
struct TableDeChiffres {
  let titre: String
  /// What the names at the head of the rows are.
  let premiere: String
  let colonnes: [String]
  let lignes: [Ligne]

  struct Ligne {
    let nom: String
    let cellules: [Cellule]
    let estTotal: Bool

    init(_ nom: String, _ cellules: [Cellule], estTotal: Bool = false) {
      self.nom = nom
      self.cellules = cellules
      self.estTotal = estTotal
    }
  }

  enum Cellule {
    case nombre(Int)
    /// A number that somebody should look at, beside the greatest of its column.
    case alerte(Int, sur: Int)
    case texte(String)
  }

  func ecrire(_ page: inout PageHTML) {
    page.ouvrir(
      "div", classe: "large", attributs: ["tabindex": "0", "role": "region", "aria-label": "Les chiffres : \(titre)"])
    page.ouvrir("table")
    page.ouvrir("thead")
    page.ouvrir("tr")
    for colonne in [premiere] + colonnes { page.texte("th", colonne, attributs: ["scope": "col"]) }
    page.fermer("tr")
    page.fermer("thead")
    page.ouvrir("tbody")
    for ligne in lignes {
      page.ouvrir("tr", classe: ligne.estTotal ? "total" : nil)
      page.texte("th", ligne.nom, attributs: ["scope": "row"])
      for cellule in ligne.cellules {
        switch cellule {
        case .nombre(0), .alerte(0, _): page.texte("td", "0", classe: "zero")
        case .nombre(let count): page.texte("td", francais(count))
        case .alerte(let count, let most):
          page.texte(
            "td", francais(count), classe: "retard", attributs: ["style": "--part: \(count * 100 / max(1, most))%"])
        case .texte(let text): page.texte("td", text)
        }
      }
      page.fermer("tr")
    }
    page.fermer("tbody")
    page.fermer("table")
    page.fermer("div")
  }
}
