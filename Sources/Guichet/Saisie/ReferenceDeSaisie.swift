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
}
