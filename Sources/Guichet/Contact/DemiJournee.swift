/// A morning or an afternoon of a civil day: what attempts to reach a family are told apart by.
package struct DemiJournee: Hashable, Comparable, Sendable {
  package enum Moment: String, CodeLibelle {
    case matin
    case apresMidi

    /// As shown to people.
    package var libelle: String {
      switch self {
      case .matin: "matin"
      case .apresMidi: "après-midi"
      }
    }
  }

  package let jour: DateCivile
  package let moment: Moment

  package init(jour: DateCivile, moment: Moment) {
    self.jour = jour
    self.moment = moment
  }

  /// Seconds after midnight at which the afternoon begins: 13:00, in the pause of most offices, so that a call just
  /// before noon and one just after are not two half-days.
  static let partage = 13 * 3600

  /// The one that an instant lies in.
  package init(_ instant: Instant, _ fuseau: Fuseau) {
    let local = instant.seconds + Int64(fuseau.offset(at: instant))
    let (days, second) = local.flooredDivision(by: 86_400)
    self.init(jour: DateCivile(daysSince1970: Int(days)), moment: second < Self.partage ? .matin : .apresMidi)
  }

  package static func < (left: DemiJournee, right: DemiJournee) -> Bool {
    (left.jour, left.moment == .matin ? 0 : 1) < (right.jour, right.moment == .matin ? 0 : 1)
  }

  /// `mercredi 25/11 matin`.
  package var phrase: String { "\(jour.jourEtMois) \(moment.libelle)" }
}
