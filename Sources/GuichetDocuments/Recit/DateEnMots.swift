package import Guichet

extension DateCivile {
  private static let nomsDesMois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]

  /// `25 novembre 2026`, `1er mars 2027`.
  package var enToutesLettres: String {
    "\(jour == 1 ? "1er" : String(jour)) \(Self.nomsDesMois[mois - 1]) \(annee)"
  }

  /// `mercredi 25 novembre 2026`.
  package var avecJourEnLettres: String { "\(jourDeSemaine.rawValue) \(enToutesLettres)" }
}

extension Fuseau {
  /// `14 h 05`, as clocks of the zone show it.
  func heureEnMots(_ instant: Instant) -> String {
    let text = heure(instant)
    let hour = text.prefix(2)
    return "\(hour.first == "0" ? hour.dropFirst() : hour) h \(text.suffix(2))"
  }

  /// `mercredi 25 novembre 2026 à 14 h 05`.
  func enMots(_ instant: Instant) -> String {
    "\(date(of: instant).avecJourEnLettres) à \(heureEnMots(instant))"
  }
}
