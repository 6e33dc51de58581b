/// What a person typed to find a family again: a name, a phone, an e-mail, or the sender's reference.
///
/// It is taken in each way in which it can be meant, and finds what any of them does.
package struct Recherche: Hashable, Sendable {
  /// The beginnings of a family's name and of a first name.
  package struct Nom: Hashable, Sendable {
    package let nom: String
    /// Empty where only the family's name was given.
    package let prenom: String
  }

  package let noms: [Nom]
  /// By telephone and by e-mail, see `CleDoublon`: a number that was corrected since still finds.
  package let cles: [CleDoublon]
  package let references: [String]

  /// The greatest length of what is typed, in UTF-8 bytes.
  package static let longueur = 200

  package enum Faute: Error, Hashable, Sendable {
    case vide
    case tropLong
    /// A single letter would find half the town.
    case tropCourt

    /// What is wrong and what to type instead, one French sentence.
    package var message: String {
      switch self {
      case .vide: "Rien n’est donné à chercher ; donnez un nom, un téléphone, un courriel ou une référence."
      case .tropLong: "Ce texte est trop long pour un nom, un téléphone, un courriel ou une référence."
      case .tropCourt: "Donnez au moins deux lettres du nom à chercher."
      }
    }
  }

  package init(_ saisi: String) throws(Faute) {
    guard saisi.utf8.count <= Self.longueur else { throw .tropLong }
    let text = Self.sansBords(saisi)
    guard !text.isEmpty else { throw .vide }
    let noms = Self.noms(text)
    let cles = Self.cles(text)
    guard !cles.isEmpty || noms.first.map({ $0.nom.utf8.count > 1 }) ?? true else { throw .tropCourt }
    self.noms = cles.isEmpty ? noms : []
    self.cles = cles
    // Our own references are in capitals, which nobody takes the pains to type.
    references = text == text.uppercased() ? [text] : [text, text.uppercased()]
  }

  private static func sansBords(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  private static func cles(_ text: String) -> [CleDoublon] {
    if case .success(let e164) = Telephone.lire(text) { return [CleDoublon(.telephone, [e164])] }
    if case .success(let courriel) = Courriel.lire(text) { return [CleDoublon(.courriel, [courriel.lowercased()])] }
    return []
  }

  /// The words parted in every way into a family's name and a first name, each order tried: nobody tells which is which,
  /// nor how many words the name has.
  private static func noms(_ text: String) -> [Nom] {
    let mots = NomNormalise.plie(text.utf8).split(separator: UInt8(ascii: " ")).prefix(motsAuPlus)
    func uni(_ part: ArraySlice<ArraySlice<UInt8>>) -> String {
      String(decoding: Array(part.joined()), as: UTF8.self)
    }
    guard !mots.isEmpty else { return [] }
    var noms = [Nom(nom: uni(mots[...]), prenom: "")]
    for place in mots.indices.dropFirst() {
      let (left, right) = (uni(mots[..<place]), uni(mots[place...]))
      noms += [Nom(nom: left, prenom: right), Nom(nom: right, prenom: left)]
    }
    return noms.reduce(into: []) { unique, nom in if !unique.contains(nom) { unique.append(nom) } }
  }

  /// More words than any name has are left out, so that nobody makes a query of a thousand parts.
  private static let motsAuPlus = 8
}
