/// How long it is remembered who has read the data of families: twelve months, then whole months go.
package enum ConservationDesAcces {
  package static let mois = 12

  /// The first day whose reads are all kept on that day: the beginning of its month, a year before.
  package static func premierJourGarde(le jour: DateCivile) -> DateCivile {
    // A year before the beginning of a month, or the day after where 29 February lies between.
    jour.debutDeMois.advanced(byDays: -365).debutDeMois
  }

  /// The first day of the month after that day's.
  package static func moisSuivant(de jour: DateCivile) -> DateCivile {
    jour.debutDeMois.advanced(byDays: 31).debutDeMois
  }
}

extension DateCivile {
  fileprivate var debutDeMois: DateCivile { advanced(byDays: 1 - jour) }
}
