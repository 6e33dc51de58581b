extension DateCivile {
  /// `mercredi 25/11`, for days of which the year is clear.
  var jourEtMois: String { "\(jourDeSemaine.rawValue) \(pad(jour, 2))/\(pad(mois, 2))" }

  /// `mercredi 25/11/2026`.
  package var avecJour: String { "\(jourDeSemaine.rawValue) \(francaise)" }

  /// `25 novembre 2026`, `1er décembre 2026`.
  package var enToutesLettres: String { "\(jour == 1 ? "1er" : String(jour)) \(Self.nomsDesMois[mois - 1]) \(annee)" }

  static let nomsDesMois = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
}

extension Fuseau {
  /// `14:00`, as clocks of the zone show it, the minute that runs.
  package func heure(_ instant: Instant) -> String {
    let local = instant.seconds + Int64(offset(at: instant))
    let minute = Int(local.flooredDivision(by: 60).quotient.flooredDivision(by: 1440).remainder)
    return "\(pad(minute / 60, 2)):\(pad(minute % 60, 2))"
  }

  /// `mercredi 25/11/2026 à 14:00`.
  package func phrase(_ instant: Instant) -> String { "\(date(of: instant).avecJour) à \(heure(instant))" }
}
