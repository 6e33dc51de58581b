/// The name of a backup, which tells when it was made: `guichet-AAAAMMJJTHHMMSSZ.sqlite`, in universal time.
package struct NomDeSauvegarde: Hashable, Comparable, Sendable {
  /// Whole seconds.
  package let instant: Instant

  /// - Parameter instant: when the copy was begun; cut to the second. Years 1 to 9999.
  package init(_ instant: Instant) {
    self.instant = Instant(microseconds: instant.seconds * 1_000_000)
  }

  /// Nil for any other name, so that what somebody else put in the folder is left alone.
  package init?(fichier: some StringProtocol) {
    let (prefix, suffix) = ("guichet-", ".sqlite")
    guard fichier.hasPrefix(prefix), fichier.hasSuffix(suffix),
      let instant = Self.instant(compact: fichier.dropFirst(prefix.count).dropLast(suffix.count))
    else { return nil }
    self.init(instant)
  }

  /// The copy of the register.
  package var fichier: String { "guichet-\(Self.compact(instant)).sqlite" }

  /// What is known of the copy, beside it.
  package var manifeste: String { "guichet-\(Self.compact(instant)).json" }

  /// What a check found wrong with the copy, beside it; there only where one did.
  package var fautive: String { "guichet-\(Self.compact(instant)).fautive.json" }

  package static func < (left: NomDeSauvegarde, right: NomDeSauvegarde) -> Bool { left.instant < right.instant }

  /// `AAAAMMJJTHHMMSSZ`: fit for a file's name, and in the order of time.
  package static func compact(_ instant: Instant) -> String {
    let text = Instant(microseconds: instant.seconds * 1_000_000).rfc3339(offsetSeconds: 0)
    // Digits and the T of « 2026-11-25T02:30:00+00:00 », or with Z.
    return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// Nil for any text that `compact` does not write.
  package static func instant(compact text: some StringProtocol) -> Instant? {
    var reader = DigitReader(text)
    guard let annee = reader.number(digits: 4), let mois = reader.number(digits: 2),
      let jour = reader.number(digits: 2), let date = DateCivile(annee: annee, mois: mois, jour: jour),
      reader.skip(UInt8(ascii: "T")), let heure = reader.number(digits: 2), heure < 24,
      let minute = reader.number(digits: 2), minute < 60, let seconde = reader.number(digits: 2), seconde < 60,
      reader.skip(UInt8(ascii: "Z")), reader.isAtEnd
    else { return nil }
    let civil = Int64(date.daysSince1970) * 86_400 + Int64(heure * 3600 + minute * 60 + seconde)
    return Instant(microseconds: civil * 1_000_000)
  }
}
