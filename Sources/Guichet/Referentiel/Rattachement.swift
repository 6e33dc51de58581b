/// The dated link between a place and its LINF, as the index holds it. Indices point into `TableReferentiel`.
struct Rattachement: Hashable, Sendable {
  /// Numbers of a street that a rattachement is for.
  struct Numeros: Hashable, Sendable {
    enum Cote: String, Sendable {
      case pair
      case impair
    }

    var de: Int32?
    var a: Int32?
    var cote: Cote?

    static let tous = Numeros()

    /// Tells any two apart, for a fixed order of rows.
    fileprivate var ordre: Int64 {
      let side: Int64 = cote == nil ? 0 : cote == .pair ? 1 : 2
      return (Int64(de ?? -1) + 1) << 34 | (Int64(a ?? -1) + 1) << 2 | side
    }

    var sontTous: Bool { self == .tous }

    func contiennent(_ number: Int) -> Bool {
      if let de, number < de { return false }
      if let a, number > a { return false }
      guard let cote else { return true }
      return number.isMultiple(of: 2) == (cote == .pair)
    }

    func chevauchent(_ other: Numeros) -> Bool {
      if let cote, let theirs = other.cote, cote != theirs { return false }
      let first = max(de ?? 0, other.de ?? 0)
      let last = min(a ?? .max, other.a ?? .max)
      guard first <= last else { return false }
      // A single common number may be on the other side of the street than one of the two is for.
      return first < last || (contiennent(Int(first)) && other.contiennent(Int(first)))
    }

    /// ` (numéros pairs de 2 à 50)`, empty when it is the whole street.
    var phrase: String {
      guard !sontTous else { return "" }
      var text = " (numéros"
      switch cote {
      case .pair: text += " pairs"
      case .impair: text += " impairs"
      case nil: break
      }
      if let de { text += " de \(de)" } else if a != nil { text += " de 1" }
      if let a { text += " à \(a)" } else if de != nil { text += " à la fin" }
      return text + ")"
    }
  }

  let linf: Int32
  let commune: Int32
  /// Delegated or associated commune, or arrondissement; nil for the whole commune.
  let sous: Int32?
  let codePostal: CodePostal?
  let voie: Int32?
  let numeros: Numeros
  let periode: Periode
  /// Line in `rattachements.csv`.
  let ligne: Int32

  /// The most precise thing that it names decides: rattachements of one commune compete level by level.
  var regle: Regle {
    if voie != nil { return .voie }
    if codePostal != nil { return .codePostal }
    return sous != nil ? .communeAssociee : .commune
  }

  /// By commune, the most precise first. Beyond that by what rows say, and not by their lines: whichever of several rows
  /// of one LINF is quoted for a place, it is the same in whatever order they were written.
  ///
  /// - Parameter voies: what the rows' streets point into.
  static func precede(_ left: Rattachement, _ right: Rattachement, _ voies: [Voie]) -> Bool {
    if left.commune != right.commune { return left.commune < right.commune }
    if left.regle != right.regle { return left.regle.precision < right.regle.precision }
    if let street = left.voie, let other = right.voie, street != other {
      return voies[Int(street)].texte < voies[Int(other)].texte
    }
    let mine = (left.codePostal?.indice ?? 0, left.sous ?? -1, left.numeros.ordre, left.periode.ordre)
    let theirs = (right.codePostal?.indice ?? 0, right.sous ?? -1, right.numeros.ordre, right.periode.ordre)
    return mine == theirs ? (left.linf, left.ligne) < (right.linf, right.ligne) : mine < theirs
  }
}
