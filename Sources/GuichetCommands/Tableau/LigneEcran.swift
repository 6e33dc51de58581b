/// One line of a screen, in pieces of one tone each. What is put in is data: nothing in it drives the terminal.
struct LigneEcran: Hashable {
  private struct Morceau: Hashable {
    var texte: String
    let ton: TextStyle.Ton
  }

  private var morceaux: [Morceau] = []

  init() {}

  init(_ texte: String, _ ton: TextStyle.Ton = .normal) {
    ajouter(texte, ton)
  }

  mutating func ajouter(_ texte: String, _ ton: TextStyle.Ton = .normal) {
    morceaux.append(Morceau(texte: TerminalSafety.line(texte), ton: ton))
  }

  mutating func ajouter(_ ligne: LigneEcran) { morceaux += ligne.morceaux }

  /// A text in a column of that width, cut with … where it is longer; the gap behind it is not part of it.
  mutating func colonne(_ texte: String, _ largeur: Int, aDroite: Bool = false, _ ton: TextStyle.Ton = .normal) {
    let cut = DisplayWidth.cut(TerminalSafety.line(texte), to: largeur)
    let blanks = String(repeating: " ", count: max(0, largeur - DisplayWidth.of(cut)))
    if aDroite { ajouter(blanks) }
    ajouter(cut, ton)
    if !aDroite { ajouter(blanks) }
  }

  /// Columns of the terminal that it takes.
  var largeur: Int { morceaux.reduce(0) { $0 + DisplayWidth.of($1.texte) } }

  /// The line cut to that many columns, with … for what is missing.
  func coupee(a limite: Int) -> LigneEcran {
    guard largeur > limite else { return self }
    guard limite > 0 else { return LigneEcran() }
    var cut = LigneEcran()
    for morceau in morceaux {
      let rest = limite - cut.largeur
      guard DisplayWidth.of(morceau.texte) >= rest else {
        cut.morceaux.append(morceau)
        continue
      }
      // One that ends just there gives its last column up: something is missing all the same.
      cut.ajouter(DisplayWidth.cut("\(morceau.texte) ", to: rest), morceau.ton)
      break
    }
    return cut
  }

  /// The line cut or filled up with blanks to just that many columns.
  func ajustee(a largeur: Int) -> LigneEcran {
    var line = coupee(a: largeur)
    line.ajouter(String(repeating: " ", count: max(0, largeur - line.largeur)))
    return line
  }

  /// Without blanks at its end.
  func rendue(_ style: TextStyle) -> String {
    var pieces = morceaux[...]
    while let last = pieces.last, last.texte.allSatisfy({ $0 == " " }) { pieces.removeLast() }
    return pieces.map { style.colour($0.texte, $0.ton) }.joined()
  }

  /// A sentence over as many lines as it takes, broken between words.
  static func paragraphe(_ texte: String, largeur: Int, retrait: Int = 0, _ ton: TextStyle.Ton = .normal)
    -> [LigneEcran]
  {
    let room = max(1, largeur - retrait)
    var lines: [String] = []
    for word in TerminalSafety.line(texte).split(separator: " ") {
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(String(word)) <= room {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { text in
      var line = LigneEcran(String(repeating: " ", count: retrait))
      line.ajouter(text, ton)
      return line.coupee(a: largeur)
    }
  }
}
