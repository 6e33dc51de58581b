extension JourDeSemaine {
  /// The weekday of the day this many days after 1970-01-01, which was a Thursday.
  package init(daysSince1970 days: Int) {
    self = Self.allCases[(days + 3).flooredDivision(by: 7).remainder]
  }
}

extension JourDeSemaine {
  /// 0 for lundi to 6 for dimanche.
  package var rang: Int {
    switch self {
    case .lundi: 0
    case .mardi: 1
    case .mercredi: 2
    case .jeudi: 3
    case .vendredi: 4
    case .samedi: 5
    case .dimanche: 6
    }
  }
}

extension DateCivile {
  /// The number of the day's week (ISO 8601): weeks begin on Monday, and the first of a year has its first Thursday.
  ///
  /// 52 or 53 for the first days of January that belong to the last week of the year before, 1 for the last of December
  /// that belong to the first week of the next.
  package var numeroDeSemaine: Int { Self.numeroDeSemaine(daysSince1970: daysSince1970) }

  static func numeroDeSemaine(daysSince1970 days: Int) -> Int {
    let thursday = days + 3 - (days + 3).flooredDivision(by: 7).remainder
    let year = DateCivile(daysSince1970: thursday).annee
    return (thursday - Self.days(toYear: year, month: 1)) / 7 + 1
  }
}
