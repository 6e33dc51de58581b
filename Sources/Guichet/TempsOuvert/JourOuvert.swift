/// A stretch of open time, from its opening until before its close.
package struct IntervalleOuvert: Hashable, Sendable {
  package let debut: Instant
  package let fin: Instant

  package var duree: DureeOuverte { DureeOuverte(microseconds: fin.microseconds - debut.microseconds) }
}

/// Why an office is closed all day.
package enum RaisonFermeture: Hashable, Sendable {
  /// Public holiday, with its name.
  case ferie(String)
  /// One of its fermetures, with its motif.
  case fermeture(String?)
  /// A day without hours, such as most Sundays.
  case sansHoraire

  /// `férié (Toussaint)`, `fermé (congés d’été)`, `fermé`.
  package var phrase: String {
    switch self {
    case .ferie(let name): "férié (\(name))"
    case .fermeture(let motif?): "fermé (\(motif))"
    case .fermeture(nil), .sansHoraire: "fermé"
    }
  }
}

/// One civil day of an office.
package struct JourOuvert: Hashable, Sendable {
  package let date: DateCivile
  /// In order, none touching the next; empty when closed all day.
  package let intervalles: [IntervalleOuvert]
  /// Nil when open.
  package let raison: RaisonFermeture?
}
