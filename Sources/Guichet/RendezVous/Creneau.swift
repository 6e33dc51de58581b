/// A free slot in which a rendez-vous can be put.
package struct Creneau: Hashable, Sendable {
  package let debut: Instant
  package let fin: Instant
  /// How many advisers are free all the while; 1 or more.
  package let postes: Int
  /// Where, when not at the LINF's own address.
  package let lieu: String?
}

extension PostesOuverts {
  /// The most days that one search goes through.
  package static let joursMaximum = 92

  /// The free slots that begin on these days and not before an instant, in order.
  ///
  /// They follow each other from each opening on; a rendez-vous fixed at another time takes those that it meets.
  ///
  /// - Parameters:
  ///   - jours: at most `joursMaximum` of them are looked at.
  ///   - duree: minutes.
  ///   - occupes: what is taken of those days.
  package func creneaux(
    _ jours: ClosedRange<DateCivile>, apres: Instant, duree: Int, _ occupes: [PosteOccupe], limite: Int = .max
  ) -> [Creneau] {
    let first = jours.lowerBound.daysSince1970
    let last = min(jours.upperBound.daysSince1970, first + Self.joursMaximum - 1)
    var found: [Creneau] = []
    for day in first...last where found.count < limite {
      let stretches = plages(DateCivile(daysSince1970: day))
      for open in calendrier.intervals(day: day) {
        var start = open.debut
        while true {
          let end = start.advanced(bySeconds: Int64(duree) * 60)
          guard end <= open.fin else { break }
          if apres <= start, let creneau = creneau(start, end, stretches, occupes) { found.append(creneau) }
          start = end
        }
      }
    }
    return Array(found.prefix(limite))
  }

  /// The free slots nearest to an instant, and not before another, the nearest first: looked for on the days around it.
  package func creneauxProches(
    de instant: Instant, apres: Instant, duree: Int, _ occupes: [PosteOccupe], nombre: Int = 3
  ) -> [Creneau] {
    let day = calendrier.fuseau.date(of: instant)
    let near = creneaux(
      day.advanced(byDays: -Self.joursAutour)...day.advanced(byDays: Self.joursAutour), apres: apres, duree: duree,
      occupes)
    func distance(_ creneau: Creneau) -> Int64 { abs(creneau.debut.microseconds - instant.microseconds) }
    return Array(near.sorted { (distance($0), $0.debut) < (distance($1), $1.debut) }.prefix(nombre))
  }

  /// How many days before and after an instant are looked at for others.
  package static let joursAutour = 30

  private func creneau(
    _ start: Instant, _ end: Instant, _ stretches: [Plage], _ occupes: [PosteOccupe]
  ) -> Creneau? {
    let met = stretches.filter { $0.debut < end && start < $0.fin }
    guard let postes = met.map(\.postes).min(), let first = met.first else { return nil }
    let taken = Set(occupes.filter { $0.rencontre(start, end) }.map(\.poste))
    let free = (1...postes).count { !taken.contains($0) }
    guard free > 0 else { return nil }
    return Creneau(
      debut: start, fin: end, postes: free, lieu: met.allSatisfy { $0.lieu == first.lieu } ? first.lieu : nil)
  }
}
