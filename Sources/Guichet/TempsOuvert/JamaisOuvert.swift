/// An office that has no open hour within the years that are searched: its hours have ended, or it is closed for good.
package struct JamaisOuvert: Error, Hashable, Sendable {
  /// Whose hours, as people know it.
  package let nom: String
  /// The day from which the search went.
  package let depuis: DateCivile
  /// Whether it went back in time.
  package let avant: Bool

  /// Days without any open hour after which a search ends: three years.
  static let limite = 1096

  /// One French sentence, and what to do.
  package var message: String {
    "\(nom) : aucune heure ouverte dans les trois ans \(avant ? "avant" : "après") le \(depuis.francaise) ; "
      + "complétez horaires.csv ou corrigez fermetures.csv."
  }
}
