/// The weekly hours of an office, dated, merged for the clock: two advisers at work do not make time run twice.
struct SemainesDatees: Sendable {
  /// Minutes of a civil day, from one until before the other.
  typealias Minutes = Range<Int>

  /// By parity of the week, then weekday: the open hours of fourteen days, in order, none touching the next.
  private let quinzaines: SuiteDatee<[[Minutes]]>

  /// - Parameter usage: only the rows that hold for this use; nil for all rows.
  init(_ horaires: [Horaire], usage: Horaire.Usage?) {
    let rows = horaires.filter { usage == nil || $0.usage == nil || $0.usage == usage }
    quinzaines = SuiteDatee(rows.map(\.periode)) { day in
      let valid = rows.filter { $0.periode.contient(jourDepuis1970: day) }
      return [Horaire.Semaine.paire, .impaire].flatMap { parity in
        JourDeSemaine.allCases.map { weekday in
          Self.merged(valid.filter { $0.plage.jour == weekday && ($0.semaine ?? parity) == parity }.map(\.plage))
        }
      }
    }
  }

  /// - Parameter day: days since 1970.
  func minutes(day: Int) -> [Minutes] {
    let fortnight = quinzaines[day]
    let weekday = (day + 3).flooredDivision(by: 7).remainder
    guard fortnight[weekday] != fortnight[7 + weekday] else { return fortnight[weekday] }
    return fortnight[DateCivile.numeroDeSemaine(daysSince1970: day) % 2 * 7 + weekday]
  }

  private static func merged(_ plages: [Plage]) -> [Minutes] {
    plages.sorted { $0.de < $1.de }.reduce(into: []) { merged, plage in
      if let last = merged.last, plage.de <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, plage.a)
      } else {
        merged.append(plage.de..<plage.a)
      }
    }
  }
}
