/// Writes the days of an explanation one after the other.
struct ExplicationWriter {
  let calendrier: CalendrierOuvert
  let delai: Delai
  let start: Instant
  let end: Instant
  /// In order, apart from each other.
  let pauses: [Pause]

  private(set) var lines: [Explication.Ligne] = []
  private(set) var counted = DureeOuverte.zero
  /// Open days that the delay has counted.
  private var days = 0
  /// Whether the start has its day, after which days count.
  private var hasOwnDay = false
  /// Closed days in a row, with their reason.
  private var run: (first: DateCivile, last: DateCivile, reason: RaisonFermeture)?

  init(calendrier: CalendrierOuvert, delai: Delai, start: Instant, end: Instant, pauses: [Pause]) {
    self.calendrier = calendrier
    self.delai = delai
    self.start = start
    self.end = end
    self.pauses = pauses
  }

  /// - Parameter day: days since 1970, one more than the day before it.
  mutating func add(day: Int) {
    let jour = calendrier.jour(DateCivile(daysSince1970: day))
    if let reason = jour.raison {
      add(closed: jour.date, reason)
      return
    }
    endRun()
    let open = jour.intervalles.compactMap { $0.part(from: start, to: end) }
    let before = counted.minutes
    let paused = subtractPauses(open)
    let minutes = counted.minutes - before
    var parts = [open.map { clock($0) }.joined(separator: ", ")]
    if open.isEmpty { parts = ["après la fermeture"] }
    parts.append(DureeOuverte.phrase(minutes: minutes))
    if paused > .zero { parts.append("dont sont ôtées \(paused.phrase) de suspension") }
    if let rank = rank(of: jour) { parts.append(rank) }
    lines.append(
      Explication.Ligne(
        premier: jour.date, dernier: jour.date, minutes: minutes,
        texte: "\(jour.date.jourEtMois) : \(parts.joined(separator: ", "))"))
  }

  /// Counts the intervals without the pauses in them; gives what the pauses took.
  private mutating func subtractPauses(_ open: [IntervalleOuvert]) -> DureeOuverte {
    var taken = DureeOuverte.zero
    for interval in open {
      let paused = pauses.compactMap { interval.part(from: $0.debut, to: $0.fin ?? interval.fin)?.duree }
        .reduce(.zero, +)
      taken += paused
      counted += DureeOuverte(microseconds: interval.duree.microseconds - paused.microseconds)
    }
    return taken
  }

  private mutating func rank(of jour: JourOuvert) -> String? {
    guard case .joursOuverts(let count) = delai, let close = jour.intervalles.last?.fin else { return nil }
    guard hasOwnDay else {
      guard start <= close else { return nil }
      hasOwnDay = true
      return "jour de départ"
    }
    days += 1
    guard days <= count else { return nil }
    return days == 1 ? "1er jour" : "\(days)e jour"
  }

  /// `09:00–12:00`, and what clocks that change make of it.
  private func clock(_ interval: IntervalleOuvert) -> String {
    let zone = calendrier.fuseau
    let changed = zone.offset(at: interval.debut) != zone.offset(at: interval.fin)
    return "\(zone.heure(interval.debut))–\(zone.heure(interval.fin))\(changed ? " (changement d’heure)" : "")"
  }

  private mutating func add(closed date: DateCivile, _ reason: RaisonFermeture) {
    if let current = run, current.reason == reason {
      run = (current.first, date, reason)
    } else {
      endRun()
      run = (date, date, reason)
    }
  }

  /// Writes the closed days that are waiting for their end.
  mutating func endRun() {
    guard let closed = run else { return }
    run = nil
    let dates =
      closed.first == closed.last
      ? closed.first.jourEtMois : "du \(closed.first.jourEtMois) au \(closed.last.jourEtMois)"
    lines.append(
      Explication.Ligne(
        premier: closed.first, dernier: closed.last, minutes: 0, texte: "\(dates) : \(closed.reason.phrase)"))
  }
}

extension ExplicationWriter {
  /// What moves an échéance in calendar days.
  mutating func addPauses() {
    let zone = calendrier.fuseau
    for pause in pauses where pause.debut <= end {
      let until = pause.fin.map { " au \(zone.phrase($0))" } ?? ""
      lines.append(
        Explication.Ligne(
          premier: zone.date(of: pause.debut), dernier: zone.date(of: pause.fin ?? pause.debut), minutes: 0,
          texte: "suspendu du \(zone.phrase(pause.debut))\(until)"))
    }
  }
}

extension IntervalleOuvert {
  /// What of it lies between two instants; nil for nothing.
  func part(from start: Instant, to end: Instant) -> IntervalleOuvert? {
    let (debut, fin) = (max(self.debut, start), min(self.fin, end))
    return debut < fin ? IntervalleOuvert(debut: debut, fin: fin) : nil
  }
}
