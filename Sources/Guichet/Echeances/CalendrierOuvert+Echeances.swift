extension CalendrierOuvert {
  /// The instant by which a delay has passed.
  package func echeance(_ delai: Delai, from start: Instant) throws(JamaisOuvert) -> Instant {
    switch delai {
    case .joursOuverts(let days): try adding(openDays: days, to: start)
    case .heuresOuvertes(let hours): try adding(DureeOuverte(heures: hours), to: start)
    case .joursCalendaires(let days): adding(calendarDays: days, to: start)
    }
  }

  /// The same with pauses: each moves the échéance by the open time that it lasted, to the minute, and by nothing where
  /// the office was closed all along. It is computed from the facts each time, so that another delay or other hours lose no
  /// pause.
  ///
  /// Pauses need not be in order and may overlap. One that begins once the échéance has passed changes nothing: what is
  /// late stays late.
  package func echeance(
    _ delai: Delai, from start: Instant, pauses: [Pause]
  ) throws(JamaisOuvert) -> Echeance {
    var due = try echeance(delai, from: start)
    for pause in Pause.merged(pauses, from: start) {
      guard pause.debut < due else { break }
      guard let end = pause.fin else { return .suspendue(reste: left(delai, from: pause.debut, to: due)) }
      switch delai {
      case .joursOuverts, .heuresOuvertes:
        due = try adding(openTime(from: pause.debut, to: end), to: due)
      case .joursCalendaires:
        due.microseconds += end.microseconds - pause.debut.microseconds
      }
    }
    return .le(due)
  }

  private func left(_ delai: Delai, from start: Instant, to end: Instant) -> DureeOuverte {
    if case .joursCalendaires = delai { return IntervalleOuvert(debut: start, fin: end).duree }
    return openTime(from: start, to: end)
  }
}

extension Pause {
  /// In order and apart from each other, without what lies before the start.
  static func merged(_ pauses: [Pause], from start: Instant) -> [Pause] {
    let sorted = pauses.map { Pause(debut: max($0.debut, start), fin: $0.fin) }
      .filter { $0.fin.map { end in start < end } ?? true }
      .sorted { $0.debut < $1.debut }
    return sorted.reduce(into: []) { merged, pause in
      guard let last = merged.last, last.fin.map({ pause.debut <= $0 }) ?? true else {
        merged.append(pause)
        return
      }
      let end = last.fin.flatMap { first in pause.fin.map { max(first, $0) } }
      merged[merged.count - 1] = Pause(debut: last.debut, fin: end)
    }
  }
}
