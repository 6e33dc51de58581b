import StrictJSON

/// By what a refused file can be told to be of certain families: their references, e-mails and phone numbers, unless it
/// bears another name. It may be the only copy of what another family sent, under a reference or a number of theirs.
package struct TracesDeFamille: Hashable, Sendable {
  /// Lower case, as they stand in a file.
  private let textes: [[UInt8]]
  /// The national digits of phone numbers, without their first zero.
  private let numeros: [[UInt8]]
  /// The words of their names.
  private let noms: Set<String>

  /// Shorter references are found in files that have nothing to do with them.
  private static let shortest = 6

  package init(_ formulaires: [Formulaire]) {
    var texts: Set<[UInt8]> = []
    var numbers: Set<[UInt8]> = []
    var names: Set<String> = []
    for formulaire in formulaires {
      if formulaire.reference.utf8.count >= Self.shortest { texts.insert(Self.quoted(formulaire.reference)) }
      let demandeur = formulaire.demandeur
      for nom in [demandeur.nom, demandeur.autreParent?.nom].compactMap(\.self) {
        names.formUnion(LettresPliees.mots(nom))
      }
      for courriel in [demandeur.courriel, demandeur.autreParent?.courriel].compactMap(\.self) {
        texts.insert(Array(courriel.lowercased().utf8))
      }
      for e164 in [demandeur.telephone?.e164, demandeur.autreParent?.telephone?.e164].compactMap(\.self) {
        numbers.insert(Array(e164.utf8.filter(Self.isDigit).suffix(9)))
      }
    }
    textes = texts.sorted { $0.lexicographicallyPrecedes($1) }
    noms = names
    numeros = numbers.filter { $0.count == 9 }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether one of them stands in these bytes, however its letters are cased and its digits are grouped, under no other
  /// family's name.
  package func sont(dans bytes: [UInt8]) -> Bool {
    seTrouvent(dans: bytes) && !estDUnAutreNom(bytes)
  }

  /// It is read well enough to tell a name, which has no word in common with theirs.
  private func estDUnAutreNom(_ bytes: [UInt8]) -> Bool {
    let json: JSON
    do {
      json = try JSON.parse(bytes)
    } catch {
      return false
    }
    guard let nom = json["demandeur"]?["nom"]?.string else { return false }
    let mots = LettresPliees.mots(nom)
    return !mots.isEmpty && noms.isDisjoint(with: mots)
  }

  private func seTrouvent(dans bytes: [UInt8]) -> Bool {
    let lower = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    if textes.contains(where: { Self.contains(lower, $0) }) { return true }
    guard !numeros.isEmpty else { return false }
    let digits = bytes.filter { !" .-/()".utf8.contains($0) }
    return numeros.contains { Self.contains(digits, $0) }
  }

  /// A reference as a JSON string: a longer one that begins like it is another's.
  private static func quoted(_ text: String) -> [UInt8] { Array("\"\(text.lowercased())\"".utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while let at = bytes[start...].firstIndex(of: first), at + wanted.count <= bytes.count {
        if bytes[at..<at + wanted.count].elementsEqual(wanted) { return true }
        start = at + 1
      }
      return false
    }
  }
}
