/// When an office is open: its dated weekly hours, without its fermetures and the public holidays of its zone, in the time
/// zone of the Caf.
///
/// A value without clock or file; every answer follows from what it was made of. Instants are instants: an interval on a
/// day on which clocks change is as long as it really is.
package struct CalendrierOuvert: Sendable {
  /// Whose hours, as people know it.
  package let nom: String
  package let fuseau: Fuseau
  private let semaines: SemainesDatees
  private let feries: FeriesCalcules
  private let fermetures: SuiteDatee<Fermeture?>

  init(nom: String, fuseau: Fuseau, feries: FeriesCalcules, semaines: SemainesDatees, fermetures: [Fermeture]) {
    self.nom = nom
    self.fuseau = fuseau
    self.feries = feries
    self.semaines = semaines
    // Its own closure says more than that of all.
    let sorted = fermetures.filter { $0.linf != nil } + fermetures.filter { $0.linf == nil }
    self.fermetures = SuiteDatee(sorted.map(\.periode)) { day in
      sorted.first { $0.periode.contient(jourDepuis1970: day) }
    }
  }

  /// The day as the office works it.
  package func jour(_ date: DateCivile) -> JourOuvert {
    let day = date.daysSince1970
    let open = intervals(day: day)
    return JourOuvert(date: date, intervalles: open, raison: open.isEmpty ? closure(day: day) : nil)
  }

  /// The fermeture that holds on that day, with its suppleant.
  package func fermeture(_ date: DateCivile) -> Fermeture? { fermetures[date.daysSince1970] }

  private func closure(day: Int) -> RaisonFermeture {
    if let fermeture = fermetures[day] { return .fermeture(fermeture.motif) }
    // A holiday on a day without hours closes nothing.
    guard !semaines.minutes(day: day).isEmpty, let name = feries.name(day: day) else { return .sansHoraire }
    return .ferie(name)
  }

  /// The open time of a civil day, in order; empty when closed.
  ///
  /// - Parameter day: days since 1970.
  func intervals(day: Int) -> [IntervalleOuvert] {
    let minutes = semaines.minutes(day: day)
    guard !minutes.isEmpty, fermetures[day] == nil, feries.name(day: day) == nil else { return [] }
    let midnight = Int64(day) * 86_400
    // Offsets that agree on both sides of the day, as on all but a few, spare a search for each bound.
    let offset = fuseau.offset(atSecond: midnight - 86_400)
    let isConstant = offset == fuseau.offset(atSecond: midnight + 2 * 86_400)
    func instant(_ minute: Int) -> Instant {
      let civil = midnight + Int64(minute) * 60
      let second = isConstant ? civil - Int64(offset) : fuseau.firstSecond(reaching: civil)
      return Instant(microseconds: second * 1_000_000)
    }
    return minutes.compactMap { range in
      let open = IntervalleOuvert(debut: instant(range.lowerBound), fin: instant(range.upperBound))
      // Hours that clocks skip are no hours.
      return open.debut < open.fin ? open : nil
    }
  }

  /// The civil day of an instant, as days since 1970.
  func day(of instant: Instant) -> Int {
    let local = instant.seconds + Int64(fuseau.offset(at: instant))
    return Int(local.flooredDivision(by: 86_400).quotient)
  }
}
