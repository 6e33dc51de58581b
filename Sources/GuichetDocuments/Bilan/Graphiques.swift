import Guichet

/// The charts of a bilan's page.
struct Graphiques {
  /// Counts side by side for each of a few classes, as upright bars.
  struct Barres {
    let id: String
    let titre: String
    let series: [String]
    let classes: [(libelle: String, valeurs: [Int])]
    /// A line after so many classes, with its words.
    var cible: (apres: Int, libelle: String)?
    var largeur = 760
    var hauteur = 300
    /// One upon the other, for parts of a whole; otherwise side by side.
    var sontEmpilees = false
    /// Whether each class follows from the one before, so that names which would run into each other may be left out.
    var seSuivent = false

    private static let (gauche, bas, haut) = (44.0, 46.0, 34.0)

    var dessin: Dessin {
      let tallest = classes.map { sontEmpilees ? $0.valeurs.reduce(0, +) : $0.valeurs.max() ?? 0 }
      let scale = Graduation(max(1, tallest.max() ?? 0))
      var drawing = Dessin(
        id: id, titre: titre, description: description, largeur: largeur, hauteur: hauteur)
      let (width, height) = (Double(largeur) - Self.gauche - 8, Double(hauteur) - Self.bas - Self.haut)
      let base = Self.haut + height
      for mark in scale.marques {
        let y = base - height * Double(mark) / Double(scale.maximum)
        drawing.trait(Self.gauche, y, Self.gauche + width, y, classe: mark == 0 ? "axe" : "grille")
        drawing.texte(francais(mark), x: Self.gauche - 6, y: y + 4, ancre: .end)
      }
      let slot = width / Double(max(1, classes.count))
      for (rank, classe) in classes.enumerated() {
        let left = Self.gauche + slot * Double(rank) + slot * 0.12
        let area = Zone(gauche: left, largeur: slot * 0.76, base: base, parUnite: height / Double(scale.maximum))
        if sontEmpilees { empiler(classe.valeurs, area, &drawing) } else { ranger(classe.valeurs, area, &drawing) }
        if rank.isMultiple(of: pas(slot)) {
          drawing.texte(classe.libelle, x: left + slot * 0.38, y: base + 18, ancre: .middle)
        }
      }
      if let cible {
        let x = Self.gauche + slot * Double(cible.apres)
        drawing.trait(x, Self.haut - 6, x, base, classe: "cible")
        drawing.texte(cible.libelle, x: x + 6, y: Self.haut + 4, classe: "cible")
      }
      Legende.ecrire(series, y: 14, in: &drawing)
      return drawing
    }

    /// The name of every how many classes is written, where each has so much room.
    private func pas(_ slot: Double) -> Int {
      guard seSuivent else { return 1 }
      let widest = Double(classes.map(\.libelle.count).max() ?? 0) * 6.7 + 3
      return max(1, Int((widest / slot).rounded(.up)))
    }

    /// Where the bars of one class stand.
    private struct Zone {
      let gauche, largeur, base, parUnite: Double
    }

    private func ranger(_ valeurs: [Int], _ area: Zone, _ drawing: inout Dessin) {
      let bar = area.largeur / Double(max(1, series.count))
      for (serie, value) in valeurs.enumerated() {
        let tall = area.parUnite * Double(value)
        let x = area.gauche + bar * Double(serie)
        drawing.rectangle(x: x, y: area.base - tall, largeur: bar - 1, hauteur: tall, classe: "serie\(serie + 1)")
        let words = francais(value)
        // What would run into its neighbour is read off the axis, and stands in the table.
        if value > 0, bar >= Double(words.count) * 6.5 {
          drawing.texte(words, x: x + bar / 2, y: area.base - tall - 4, ancre: .middle, classe: "valeur")
        }
      }
    }

    /// The sum stands above.
    private func empiler(_ valeurs: [Int], _ area: Zone, _ drawing: inout Dessin) {
      let (bar, x) = (area.largeur * 0.7, area.gauche + area.largeur * 0.15)
      var top = area.base
      for (serie, value) in valeurs.enumerated() where value > 0 {
        let tall = area.parUnite * Double(value)
        top -= tall
        drawing.rectangle(x: x, y: top, largeur: bar, hauteur: max(1, tall - 1), classe: "serie\(serie + 1)")
      }
      let sum = valeurs.reduce(0, +)
      if sum > 0 { drawing.texte(francais(sum), x: x + bar / 2, y: top - 4, ancre: .middle, classe: "valeur") }
    }

    private var description: String {
      let words = classes.filter { $0.valeurs.contains { $0 > 0 } }.map { classe in
        "\(classe.libelle) : " + zip(series, classe.valeurs).map { "\(francais($1)) \($0)" }.joined(separator: ", ")
      }
      let target = cible.map { " \($0.libelle)." } ?? ""
      return (words.isEmpty ? "Rien à montrer." : words.joined(separator: " ; ") + ".") + target
    }
  }

  /// Counts one below the other, as lying bars, for classes with long names. A count that is hidden is told as such.
  struct Rayures {
    let id: String
    let titre: String
    let series: [String]
    let classes: [(libelle: String, valeurs: [Int?])]

    private static let (largeur, gauche, ligne) = (760.0, 250.0, 18.0)

    var dessin: Dessin {
      let most = Double(max(1, classes.flatMap { $0.valeurs.compactMap(\.self) }.max() ?? 0))
      let block = Self.ligne * Double(series.count) + 8
      let top = series.count > 1 ? 30.0 : 6
      var drawing = Dessin(
        id: id, titre: titre, description: description, largeur: Int(Self.largeur),
        hauteur: Int(top + block * Double(classes.count) + 6))
      let room = Self.largeur - Self.gauche - 60
      for (rank, classe) in classes.enumerated() {
        let y = top + block * Double(rank)
        drawing.texte(
          classe.libelle, x: Self.gauche - 8, y: y + Self.ligne * Double(series.count) / 2 + 4, ancre: .end)
        for (serie, value) in classe.valeurs.enumerated() {
          let line = y + Self.ligne * Double(serie)
          let length = room * Double(value ?? 0) / most
          drawing.rectangle(
            x: Self.gauche, y: line + 1, largeur: length, hauteur: Self.ligne - 3, classe: "serie\(serie + 1)")
          drawing.texte(
            value.map(francais) ?? "masqué", x: Self.gauche + length + 5, y: line + Self.ligne - 5, classe: "valeur")
        }
      }
      if series.count > 1 { Legende.ecrire(series, y: 14, in: &drawing) }
      return drawing
    }

    private var description: String {
      classes.map { classe in
        let values = zip(series, classe.valeurs).map { name, value in
          let count = value.map(francais) ?? "masqué"
          return series.count > 1 ? "\(count) \(name)" : count
        }
        return "\(classe.libelle) : \(values.joined(separator: ", "))"
      }.joined(separator: " ; ") + "."
    }
  }

  private enum Legende {
    static func ecrire(_ series: [String], y: Double, in drawing: inout Dessin) {
      var x = 44.0
      for (rank, name) in series.enumerated() {
        drawing.rectangle(x: x, y: y - 10, largeur: 12, hauteur: 12, classe: "serie\(rank + 1)")
        drawing.texte(name, x: x + 18, y: y)
        x += 34 + Double(name.count) * 7.2
      }
    }
  }
}

/// Round marks of an axis that begins at zero.
struct Graduation {
  let marques: [Int]
  var maximum: Int { marques.last ?? 1 }

  init(_ most: Int) {
    var step = 1
    let rounds = [2, 5, 10]
    var rank = 0
    var power = 1
    while step * 5 < most {
      step = rounds[rank % 3] * power
      rank += 1
      if rank.isMultiple(of: 3) { power *= 10 }
    }
    let count = max(1, (most + step - 1) / step)
    marques = (0...count).map { $0 * step }
  }
}
