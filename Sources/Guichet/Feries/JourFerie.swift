/// A public holiday of a zone in one year: one day off, whatever feasts fall on it.
package struct JourFerie: Hashable, Sendable {
  package let date: DateCivile
  /// One, or two where they meet: 1 May and Ascension in 2008.
  package let noms: [String]

  /// `1er mai et Ascension`.
  package var nom: String { noms.joined(separator: " et ") }
}

extension ZoneFeries {
  /// The public holidays of a year by the State's own calendar, in the order of the year.
  ///
  /// Computed by rule, for any year from 1583: a list ends one day, and the year after has none.
  ///
  /// - Parameter territoire: with the days that the territory's own law adds and the State's calendar leaves out
  ///   (Nouvelle-Calédonie, Polynésie française, Wallis-et-Futuna); no one works then, so that clocks count them too.
  package func feries(_ annee: Int, territoire: Bool = false) -> [JourFerie] {
    let easter = DateCivile.paques(annee)
    var names: [Int: [String]] = [:]
    for rule in RegleFerie.nationales + propres where territoire || rule.origine == .etat {
      if let day = rule.day(in: annee, easter: easter) { names[day, default: []].append(rule.nom) }
    }
    return names.sorted { $0.key < $1.key }.map {
      JourFerie(date: DateCivile(daysSince1970: $0.key), noms: $0.value)
    }
  }
}

/// The public holidays of a zone, the territory's own with them, ready for clocks that ask for thousands of days.
struct FeriesCalcules: Sendable {
  private let zone: ZoneFeries
  /// Names by days since 1970, over the years of `known`.
  private let names: [Int: String]

  /// The years that are computed at once; any other on demand.
  private static let known = 2000...2060

  init(_ zone: ZoneFeries) {
    self.zone = zone
    names = Dictionary(
      Self.known.flatMap { zone.feries($0, territoire: true) }.map { ($0.date.daysSince1970, $0.nom) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is celebrated on that day; nil when it is no public holiday.
  func name(day: Int) -> String? {
    let date = DateCivile(daysSince1970: day)
    if Self.known.contains(date.annee) { return names[day] }
    return zone.feries(date.annee, territoire: true).first { $0.date == date }?.nom
  }
}
