/// The name of a commune as typed, and the other forms in which it may be known.
struct NomSaisi {
  let texte: String
  /// The whole name, normalised; then without what people add to it: CEDEX and its number, the département, an
  /// arrondissement. Only the first when nothing was added.
  let formes: [NomNormalise]

  /// - Parameter departement: the name of that of the Caf, which people add (« Lille Nord »).
  init(_ text: String, departement: NomNormalise?) {
    texte = text
    let whole = NomNormalise(text)
    formes = Self.formes(whole, departement)
  }

  /// The name without anything added.
  var plusCourt: NomNormalise { formes[formes.count - 1] }

  /// It names a CEDEX, whose postal codes are not in the official file.
  var estUnCedex: Bool { formes[0].mots.contains { $0.elementsEqual(Self.cedex) } }

  // MARK: What people add

  /// Every form is the beginning of the whole name, or such a beginning and a number, so nothing is made where nothing
  /// was added.
  private static func formes(_ whole: NomNormalise, _ departement: NomNormalise?) -> [NomNormalise] {
    var forms = [whole]
    func ajouter(_ bytes: ArraySlice<UInt8>) {
      let form = NomNormalise(dejaNormalise: bytes)
      if !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    var name = avantLeCedex(whole.octets)
    while let (before, last) = dernierMot(name), arrondissement.contains(where: { last.elementsEqual($0) }) {
      name = before
    }
    if let (before, last) = dernierMot(name), let number = numero(last) {
      name = before
      ajouter(before + [UInt8(ascii: " "), UInt8(ascii: "0") + number / 10, UInt8(ascii: "0") + number % 10])
    }
    if name.count < whole.octets.count { ajouter(name) }
    for added in [departement?.octets, france] {
      if let added, let shorter = sans(added, name) { ajouter(shorter) }
    }
    return forms
  }

  /// What stands before the word CEDEX; the whole name where there is no such word, or nothing before it.
  private static func avantLeCedex(_ name: [UInt8]) -> ArraySlice<UInt8> {
    for blank in name.indices where name[blank] == UInt8(ascii: " ") {
      let rest = name[(blank + 1)...]
      guard rest.starts(with: cedex) else { continue }
      if rest.count == cedex.count || rest[rest.startIndex + cedex.count] == UInt8(ascii: " ") { return name[..<blank] }
    }
    return name[...]
  }

  /// The last word and what stands before it; nil for a single word.
  private static func dernierMot(
    _ name: ArraySlice<UInt8>
  ) -> (before: ArraySlice<UInt8>, last: ArraySlice<UInt8>)? {
    guard let blank = name.lastIndex(of: UInt8(ascii: " ")) else { return nil }
    return (name[..<blank], name[(blank + 1)...])
  }

  /// The words before the name of a département at their end; nil when it is not there or nothing else is.
  private static func sans(_ added: [UInt8], _ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let end = name.endIndex - added.count - 1
    guard end > name.startIndex, name[end] == UInt8(ascii: " "), name[(end + 1)...].elementsEqual(added) else {
      return nil
    }
    return name[..<end]
  }

  /// `9`, `1ER`, `2E`, `3EME`, `59`.
  private static func numero(_ word: ArraySlice<UInt8>) -> UInt8? {
    let digits = word.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let ending = word[digits.endIndex...]
    guard (1...2).contains(digits.count), ordinaux.contains(where: { ending.elementsEqual($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + ($1 - UInt8(ascii: "0")) }
  }

  private static let cedex = Array("CEDEX".utf8)
  private static let france = Array("FRANCE".utf8)
  private static let ordinaux = ["", "E", "ER", "EME", "ND", "NDE", "RE"].map { Array($0.utf8) }
  private static let arrondissement = ["ARRONDISSEMENT", "ARRDT", "ARROND", "ARR", "ARDT"].map { Array($0.utf8) }
}
