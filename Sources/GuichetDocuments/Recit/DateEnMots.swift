package import Guichet

extension DateCivile {
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
