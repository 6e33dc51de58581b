/// A chart in a page: an inline SVG that says in words what it shows, for those who do not see it.
///
/// Colours are the page's own, by class: `serie1`, `serie2`, `axe`, `cible`.
struct Dessin {
  private let titre: String
  private let description: String
  private let id: String
  private let largeur, hauteur: Int
  private var corps = ""

  /// - Parameters:
  ///   - id: unique in its page.
  ///   - description: what there is to see, in a sentence or two.
  init(id: String, titre: String, description: String, largeur: Int, hauteur: Int) {
    self.id = id
    self.titre = titre
    self.description = description
    self.largeur = largeur
    self.hauteur = hauteur
  }

  mutating func rectangle(x: Double, y: Double, largeur: Double, hauteur: Double, classe: String) {
    corps +=
      "<rect class=\"\(classe)\" x=\"\(nombre(x))\" y=\"\(nombre(y))\" width=\"\(nombre(largeur))\" "
      + "height=\"\(nombre(hauteur))\"/>\n"
  }

  mutating func trait(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, classe: String) {
    corps +=
      "<line class=\"\(classe)\" x1=\"\(nombre(x1))\" y1=\"\(nombre(y1))\" x2=\"\(nombre(x2))\" y2=\"\(nombre(y2))\"/>\n"
  }

  /// Where the text is held, from the point given.
  enum Ancre: String {
    case start, middle, end
  }

  mutating func texte(_ texte: String, x: Double, y: Double, ancre: Ancre = .start, classe: String = "etiquette") {
    corps +=
      "<text class=\"\(classe)\" x=\"\(nombre(x))\" y=\"\(nombre(y))\" text-anchor=\"\(ancre.rawValue)\">"
      + "\(PageHTML.echappe(texte))</text>\n"
  }

  var svg: String {
    """
    <svg viewBox="0 0 \(largeur) \(hauteur)" role="img" aria-labelledby="\(id)-t \(id)-d">
    <title id="\(id)-t">\(PageHTML.echappe(titre))</title>
    <desc id="\(id)-d">\(PageHTML.echappe(description))</desc>
    \(corps)</svg>

    """
  }

  /// With one decimal, which is finer than any screen.
  private func nombre(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
