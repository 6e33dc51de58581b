/// What was received today, beside what is received on such a day.
package struct RecuesDuJour: Hashable, Sendable {
  package let jour: DateCivile
  /// The civil hour that runs, 0 to 23.
  package let heure: Int
  /// By civil hour, from midnight; none in those to come.
  package let parHeure: [Int]
  /// The median of each hour on the same weekday of the last weeks; empty where no week is known.
  package let habitude: [Int]
  /// The median of what had been received by this time of the day; nil where no week is known.
  package let habituel: Int?
  /// Over how many weeks, `semainesAuPlus` or fewer.
  package let semaines: Int
  /// The public holiday of that day; nil on any other.
  package let ferie: String?

  package static let semainesAuPlus = 8

  package init(
    jour: DateCivile, heure: Int, parHeure: [Int], habitude: [Int], habituel: Int?, semaines: Int,
    ferie: String? = nil
  ) {
    self.jour = jour
    self.heure = heure
    self.parHeure = parHeure
    self.habitude = habitude
    self.habituel = habituel
    self.semaines = semaines
    self.ferie = ferie
  }

  /// - Parameters:
  ///   - aujourdhui: when each demande of today was received.
  ///   - passees: the same of the weekday in each known week before, whole days.
  ///   - ferie: what is celebrated today; nil on any other day.
  package init(
    at now: Instant, _ fuseau: Fuseau, aujourdhui: [Instant], passees: [[Instant]], ferie: String? = nil
  ) {
    let second = fuseau.secondOfDay(now)
    let weeks = passees.map { day in Self.parHeure(day, fuseau) }
    self.init(
      jour: fuseau.date(of: now), heure: second / 3600, parHeure: Self.parHeure(aujourdhui, fuseau),
      habitude: weeks.isEmpty ? [] : (0..<24).map { hour in CalculDeBilan.mediane(weeks.map { $0[hour] }) ?? 0 },
      habituel: CalculDeBilan.mediane(passees.map { day in day.count { fuseau.secondOfDay($0) <= second } }),
      semaines: passees.count, ferie: ferie)
  }

  package var total: Int { parHeure.reduce(0, +) }

  private static func parHeure(_ instants: [Instant], _ fuseau: Fuseau) -> [Int] {
    instants.reduce(into: Array(repeating: 0, count: 24)) { $0[fuseau.secondOfDay($1) / 3600] += 1 }
  }

  /// The same weekday of the weeks before, last first, without those that were a public holiday where this one is none,
  /// or the other way round: families file less on a holiday, and such days say nothing of each other.
  package static func joursComparables(a jour: DateCivile, ferie: (DateCivile) -> String?) -> [DateCivile] {
    let isHoliday = ferie(jour) != nil
    return (1...semainesAuPlus).map { jour.advanced(byDays: -7 * $0) }.filter { (ferie($0) != nil) == isHoliday }
  }
}

extension Fuseau {
  /// Seconds since midnight that clocks of the zone show, 0 to 86 399.
  package func secondOfDay(_ instant: Instant) -> Int {
    Int((instant.seconds + Int64(offset(at: instant))).flooredDivision(by: 86_400).remainder)
  }
}
