/// One call to a family, whose is not told.
package struct AppelPasse: Hashable, Sendable {
  package let survenuLe: Instant
  package let resultat: ResultatContact

  package init(survenuLe: Instant, resultat: ResultatContact) {
    self.survenuLe = survenuLe
    self.resultat = resultat
  }
}

/// How often families answer in one half-day of the week, from the office's own calls.
package struct Joignabilite: Hashable, Sendable {
  package let jour: JourDeSemaine
  package let moment: DemiJournee.Moment
  package let tentatives: Int
  /// Those that the family itself answered.
  package let joints: Int

  /// How many days of calls count.
  package static let jours = 90
  /// Calls below which nothing is claimed of a half-day: with fewer, one answer more or less is ten points.
  package static let minimum = 10

  /// In percent; nil where there are too few calls to claim anything.
  package var part: Int? { tentatives < Self.minimum ? nil : (joints * 100 + tentatives / 2) / tentatives }

  /// In the order of the week; half-days without a call are left out. A wrong number says nothing of when a family answers.
  package static func demiJournees(_ appels: [AppelPasse], _ fuseau: Fuseau) -> [Joignabilite] {
    var counts: [Int: (tentatives: Int, joints: Int)] = [:]
    for appel in appels where appel.resultat != .fauxNumero {
      let half = DemiJournee(appel.survenuLe, fuseau)
      let rank = half.jour.jourDeSemaine.rang * 2 + (half.moment == .matin ? 0 : 1)
      counts[rank, default: (0, 0)].tentatives += 1
      if appel.resultat.estUneReponse { counts[rank, default: (0, 0)].joints += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { rank, count in
      Joignabilite(
        jour: JourDeSemaine.allCases[rank / 2], moment: rank.isMultiple(of: 2) ? .matin : .apresMidi,
        tentatives: count.tentatives, joints: count.joints)
    }
  }
}
