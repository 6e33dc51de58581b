/// A public holiday as the law describes it: a day of the year, or of the weeks around Easter, in the years in which the
/// law that made it a holiday is in force.
package struct RegleFerie: Hashable, Sendable {
  enum Jour: Hashable, Sendable {
    case fixe(mois: Int, jour: Int)
    /// Days after Easter Sunday; negative before.
    case apresPaques(Int)
  }

  /// Who made it a holiday.
  package enum Origine: Sendable {
    /// The Code du travail of the Republic: the day stands in the State's own calendar.
    case etat
    /// The law of a territory that has its own Code du travail: the State's calendar does not list the day.
    case territoire
  }

  /// In French, as the State's calendar names it where it does.
  package let nom: String
  package let origine: Origine
  let jour: Jour
  /// Both years included.
  let annees: ClosedRange<Int>

  init(_ nom: String, _ jour: Jour, _ annees: ClosedRange<Int>, _ origine: Origine = .etat) {
    self.nom = nom
    self.jour = jour
    self.annees = annees
    self.origine = origine
  }

  /// Without a last year.
  init(_ nom: String, _ jour: Jour, depuis annee: Int, _ origine: Origine = .etat) {
    self.init(nom, jour, annee...9999, origine)
  }

  /// Days since 1970 of the holiday in that year; nil when the law has none.
  ///
  /// - Parameter easter: Easter Sunday of the year.
  func day(in year: Int, easter: Int) -> Int? {
    guard annees.contains(year) else { return nil }
    return switch jour {
    case .fixe(let month, let day): DateCivile.days(toYear: year, month: month, day: day)
    case .apresPaques(let days): easter + days
    }
  }
}
