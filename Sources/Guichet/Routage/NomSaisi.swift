/// The name of a commune as typed, and the other forms in which it may be known.
struct NomSaisi {
  let texte: String
  /// The whole name, normalised.
  let entier: NomNormalise
  private let departement: String

  /// - Parameter departement: that of the Caf, whose name people add (« Lille Nord »).
  init(_ text: String, departement: String) {
    texte = text
    entier = NomNormalise(text)
    self.departement = departement
  }

  /// It names a CEDEX, whose postal codes are not in the official file.
  var estUnCedex: Bool { entier.mots.contains { $0.elementsEqual("CEDEX".utf8) } }

  /// The name without what people add to it: CEDEX and its number, the département, an arrondissement. The shortest is
  /// the last; none when nothing was added.
  var autresFormes: [NomNormalise] {
    var forms: [NomNormalise] = []
    var words = entier.mots
    if let cut = words.dropFirst().firstIndex(where: { $0.elementsEqual("CEDEX".utf8) }) {
      words.removeSubrange(cut...)
    }
    while words.count > 1, let last = words.last, Self.arrondissement.contains(Array(last)) { words.removeLast() }
    if words.count > 1, let last = words.last, let number = Self.numero(last) {
      words.removeLast()
      forms.append(NomNormalise(mots: words + [Array(pad(number, 2).utf8)[...]]))
    }
    forms.append(NomNormalise(mots: words))
    for added in [Departement.nom(departement), "France"] {
      if let shorter = Self.sans(added, words) { forms.append(NomNormalise(mots: shorter)) }
    }
    var seen: Set = [entier]
    return forms.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The words before the name of a département at their end; nil when it is not there or nothing else is.
  private static func sans(_ name: String?, _ words: [ArraySlice<UInt8>]) -> ArraySlice<ArraySlice<UInt8>>? {
    guard let name else { return nil }
    let ending = NomNormalise(name).mots
    guard words.count > ending.count, zip(words.suffix(ending.count), ending).allSatisfy({ $0.elementsEqual($1) })
    else { return nil }
    return words.dropLast(ending.count)
  }

  /// `9`, `1ER`, `2E`, `3EME`, `59`.
  private static func numero(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard (1...2).contains(digits.count), ordinaux.contains(Array(word.dropFirst(digits.count))) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  private static let ordinaux = Set(["", "E", "ER", "EME", "ND", "NDE", "RE"].map { Array($0.utf8) })
  private static let arrondissement = Set(["ARRONDISSEMENT", "ARRDT", "ARROND", "ARR", "ARDT"].map { Array($0.utf8) })
}
