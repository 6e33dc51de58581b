/// The reference that a demande gets when a person of the office types it in: `GU-20261125-7K3QX9PM`.
///
/// Made once for each, so that sending it again after a lost connection enters it once.
package enum ReferenceDeSaisie {
  /// Letters and digits that nobody takes for each other when they are read out or written by hand: no I, L, O, U
  /// (Crockford's base 32).
  private static let signes = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// How many random bytes one takes: eight signs, a million million choices a day.
  package static let aleas = 8

  /// - Parameters:
  ///   - jour: on which it is typed in.
  ///   - alea: `aleas` random bytes.
  package static func texte(_ jour: DateCivile, alea: [UInt8]) -> String {
    let hasard = String(decoding: alea.map { signes[Int($0) % signes.count] }, as: UTF8.self)
    return "GU-\(jour.iso.filter { $0 != "-" })-\(hasard)"
  }

  /// Whether a text is one as they are made here.
  package static func estTelle(_ texte: String) -> Bool {
    let parts = texte.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("GU".utf8), parts[1].count == 8, parts[2].count == aleas else {
      return false
    }
    return parts[1].allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) && parts[2].allSatisfy(signes.contains)
  }

  /// Whether a form with that reference looks as if a person of the office typed it in, which a fact says only later.
  package static func estDeSaisie(_ reference: String, origine: Origine?) -> Bool {
    origine.map(Origine.saisissables.contains) == true && estTelle(reference)
  }
}
