/// What two demandes of one family have in common, as 64-bit keys to look matches up by.
///
/// A key never decides: it finds candidates, which are then compared by what they say. Criteria: telephone, e-mail, full
/// name with a child's date, address with a child's date.
package struct CleDoublon: Hashable, Sendable {
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
    // FNV-1a, 64 bits: the same on every machine and in every release, which the standard library's Hasher is not.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    mix(critere.rawValue)
    for part in parts {
      for byte in part.utf8 { mix(byte) }
      mix(0)
    }
    valeur = Int64(bitPattern: hash)
  }
}

extension CleDoublon {
  /// The keys of a formulaire, without repetition; none for what the family did not give.
  package static func keys(of formulaire: Formulaire) -> [CleDoublon] {
    let demandeur = formulaire.demandeur
    var keys: [CleDoublon] = []
    func add(_ critere: Critere, _ parts: [String]) {
      let key = CleDoublon(critere, parts)
      if !keys.contains(key) { keys.append(key) }
    }
    if let telephone = demandeur.telephone?.e164 { add(.telephone, [telephone]) }
    if let courriel = demandeur.courriel { add(.courriel, [courriel.lowercased()]) }
    let nom = [demandeur.nom, demandeur.prenom].compactMap { $0 }.map(Self.plain)
    let adresse = [demandeur.adresse?.voie, demandeur.adresse?.codePostal].compactMap { $0 }.map(Self.plain)
    for enfant in formulaire.enfants {
      guard let date = enfant.etape?.date.iso else { continue }
      if nom.count == 2 { add(.nomEnfant, nom + [date]) }
      if adresse.count == 2 { add(.adresseEnfant, adresse + [date]) }
    }
    return keys
  }

  /// What tells two names or address lines apart: letters without accents or case, and digits.
  private static func plain(_ text: String) -> String {
    String(decoding: NomNormalise.plie(text.utf8), as: UTF8.self)
  }
}
