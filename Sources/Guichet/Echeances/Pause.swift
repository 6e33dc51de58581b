/// A time in which an échéance does not come nearer, with its reason kept elsewhere.
package struct Pause: Hashable, Sendable {
  package let debut: Instant
  /// Nil while it lasts.
  package let fin: Instant?

  package init(debut: Instant, fin: Instant?) {
    self.debut = debut
    self.fin = fin
  }
}

/// When the next step is due.
package enum Echeance: Hashable, Sendable {
  case le(Instant)
  /// Paused: so much open time will be left whenever it is resumed.
  case suspendue(reste: DureeOuverte)

  /// Nil while paused.
  package var instant: Instant? {
    if case .le(let instant) = self { instant } else { nil }
  }
}
