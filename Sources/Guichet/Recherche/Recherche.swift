/// What a person typed to find a family again: a name, a phone, an e-mail, the sender's reference, or a numero.
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
  package let numero: Numero?

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
      case .vide: "Rien n’est donné à chercher ; donnez un nom, un téléphone, un courriel, une référence ou un numéro."
      case .tropLong: "Ce texte est trop long pour un nom, un téléphone, un courriel, une référence ou un numéro."
      case .tropCourt: "Donnez au moins deux lettres du nom à chercher."
      }
    }
  }

  /// - Parameter annee: the current one, that of a rank typed alone; nil where nothing is looked up, only judged.
  package init(_ saisi: String, annee: Int? = nil) throws(Faute) {
    guard saisi.utf8.count <= Self.longueur else { throw .tropLong }
    let text = Self.sansBords(saisi)
    guard !text.isEmpty else { throw .vide }
    let noms = Self.noms(text)
    let cles = Self.cles(text)
    numero = Numero(texte: text, anneeCourante: annee ?? Self.derniereAnnee)
    guard !cles.isEmpty || numero != nil || noms.first.map({ Self.suffit($0.nom) }) ?? true else { throw .tropCourt }
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
    // Copied from where numbers stand without « + »; ten digits or fewer would be no French number with its code.
    let digits = text.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if digits > 10, case .success(let e164) = Telephone.lire("+" + text) { return [CleDoublon(.telephone, [e164])] }
    return []
  }

  /// Whether so much of a name does not find half the town: two letters, or one sign of a script whose signs are words.
  private static func suffit(_ nom: String) -> Bool {
    nom.unicodeScalars.count > 1 || nom.unicodeScalars.contains { $0.value >= 0x2E80 }
  }

  /// In which nothing is registered.
  private static let derniereAnnee = 9999

  /// The words parted in every way into a family's name and a first name, each order tried: nobody tells which is which,
  /// nor how many words the name has. A family's name is taken as it stands and without its particles, as it is kept.
  private static func noms(_ text: String) -> [Nom] {
    let mots = LettresPliees.mots(text).prefix(motsAuPlus)
    guard !mots.isEmpty else { return [] }
    var noms: [Nom] = []
    func add(_ nom: ArraySlice<String>, _ prenom: ArraySlice<String>) {
      let bare = Particules.ote(nom).joined()
      for debut in [nom.joined(), bare] where debut == nom.joined() || suffit(bare) {
        let nom = Nom(nom: debut, prenom: prenom.joined())
        if !noms.contains(nom) { noms.append(nom) }
      }
    }
    add(mots[...], [])
    for place in mots.indices.dropFirst() {
      add(mots[..<place], mots[place...])
      add(mots[place...], mots[..<place])
    }
    return noms
  }

  /// More words than any name has are left out, so that nobody makes a query of a thousand parts.
  private static let motsAuPlus = 8
}
