/// What two demandes of one family have in common, as 64-bit keys to look matches up by.
///
/// A key never decides: it finds candidates, which are then compared by what they say, see `RegleDoublons`.
package struct CleDoublon: Hashable, Sendable {
  package let critere: Critere
  /// The key, to be stored and compared.
  package let valeur: Int64

  /// By which criterion two demandes that share a key match.
  package enum Critere: UInt8, CaseIterable, Sendable {
    case telephone = 1
    case courriel
    case nomEnfant
    case adresseEnfant
  }

  /// - Parameter parts: what is the same in both, already normalised; joined unambiguously.
  package init(_ critere: Critere, _ parts: [String]) {
    self.critere = critere
    valeur = Self.hash(critere, parts)
  }

  /// The address with a span of fourteen days: the spans before and after it are the integers before and after the key.
  private init(adresse parts: [String], _ date: DateCivile) {
    critere = .adresseEnfant
    let span = date.daysSince1970.flooredDivision(by: Self.ecartDesDates).quotient
    valeur = Self.hash(.adresseEnfant, parts) &+ Int64(span)
  }

  /// How far apart the dates of one child may be at one address, days: a birth that was expected, and the one that came.
  package static let ecartDesDates = 14

  /// Under which keys another demande that matches by this one may stand.
  package var voisines: [Int64] {
    critere == .adresseEnfant ? [valeur, valeur &- 1, valeur &+ 1] : [valeur]
  }

  private static func hash(_ critere: Critere, _ parts: [String]) -> Int64 {
    // FNV-1a, 64 bits: the same on every machine and in every release, which the standard library's Hasher is not.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    mix(critere.rawValue)
    for part in parts {
      for byte in part.utf8 { mix(byte) }
      mix(0)
    }
    return Int64(bitPattern: hash)
  }
}

extension CleDoublon {
  /// The keys of a formulaire, without repetition; none for what the family did not give.
  package static func keys(of formulaire: Formulaire) -> [CleDoublon] {
    guard !formulaire.estEfface else { return [] }
    let demandeur = formulaire.demandeur
    var keys: [CleDoublon] = []
    func add(_ key: CleDoublon) { if !keys.contains(key) { keys.append(key) } }
    if let telephone = demandeur.telephone?.e164 { add(CleDoublon(.telephone, [telephone])) }
    if let courriel = demandeur.courriel { add(CleDoublon(.courriel, [courriel.lowercased()])) }
    guard formulaire.enfants.contains(where: { $0.etape != nil }) else { return keys }
    let nom = MotsDeNom.entier(demandeur.nom, demandeur.prenom)
    let adresse = AdresseComparee(demandeur.adresse)
    for date in formulaire.enfants.compactMap(\.etape?.date) {
      if let nom { add(CleDoublon(.nomEnfant, [nom, date.iso])) }
      if let adresse { add(CleDoublon(adresse: [adresse.voie, adresse.codePostal], date)) }
    }
    return keys
  }
}

extension [CleDoublon] {
  /// Their values as they stand beside the row of a demande: `-17,42`.
  package var texte: String { map { String($0.valeur) }.joined(separator: ",") }
}

/// An address line in the form in which two are compared.
struct AdresseComparee: Hashable {
  let voie: String
  let codePostal: String

  /// Nil where it does not tell a street and a postal code.
  init?(_ adresse: Adresse?) {
    guard let voie = adresse?.voie, let codePostal = adresse?.codePostal else { return nil }
    self.voie = Self.plain(voie)
    self.codePostal = Self.plain(codePostal)
    // A line of signs alone would be the same as any other such line.
    if self.voie.isEmpty || self.codePostal.isEmpty { return nil }
  }

  /// Letters without accents or case, and digits.
  private static func plain(_ text: String) -> String {
    String(decoding: NomNormalise.plie(text.utf8), as: UTF8.self)
  }
}
