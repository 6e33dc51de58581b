import Guichet
import GuichetRegister

/// What each day on which rattachements changed came to, for the journal.
///
/// Drawn from what the demandes are when all has been routed again, so that a stop in the middle takes nothing from it.
struct ChangeReport: Sendable {
  let office: Office
  let version: Int
  let routeur: Routeur

  private static let lot = 256

  /// A day with the communes that change on it.
  private struct Day {
    let jour: DateCivile
    let debut: Instant
    let communes: [String]
    /// Every code under which a demande of them may stand.
    let codes: Set<String>
    var deplacees: [Numero] = []
    var verrouillees: [Numero] = []
    var avancees: [Numero] = []
  }

  /// One for each day of change after the first day and not after the last; none where it is not known what was before.
  @concurrent
  func changes(after first: DateCivile?, upTo last: DateCivile) async throws(RegisterError) -> [RattachementsChanges] {
    guard let first, let referentiel = routeur.referentiel else { return [] }
    var days: [Day] = []
    var day = first
    while let next = referentiel.prochainChangement(apres: day), next <= last {
      let communes = referentiel.communesChangeant(apres: next.advanced(byDays: -1), jusquau: next).sorted()
      days.append(
        Day(
          jour: next, debut: office.fuseau.start(of: next), communes: communes,
          codes: Set(communes.flatMap(referentiel.codes(ofCommune:)))))
      day = next
    }
    guard let earliest = days.first else { return [] }
    let settled = try await office.register.settled(inCommunes: days.reduce(into: []) { $0.formUnion($1.codes) })
    let moved = try await office.register.moved(since: earliest.debut)
    var rest = Set(settled).union(moved).sorted()[...]
    while !rest.isEmpty {
      let lot = Array(rest.prefix(Self.lot))
      rest = rest.dropFirst(lot.count)
      for demande in try await office.register.demandes(lot) { sort(demande, into: &days) }
    }
    return days.map {
      RattachementsChanges(
        jour: $0.jour, version: version, communes: $0.communes, deplacees: $0.deplacees,
        verrouillees: $0.verrouillees, avancees: $0.avancees)
    }
  }

  /// Late, it may have followed several days at once: it is told on the last of them.
  private func sort(_ demande: Demande, into days: inout [Day]) {
    let depot = office.today(demande.deposeeLe)
    for index in days.indices.reversed() {
      if let commune = demande.codeInsee, !days[index].codes.contains(commune) { continue }
      switch demande.suite(du: days[index].jour, debut: days[index].debut, depot: depot, routeur) {
      case .deplacee:
        days[index].deplacees.append(demande.numero)
        return
      case .verrouillee: days[index].verrouillees.append(demande.numero)
      case .avancee: days[index].avancees.append(demande.numero)
      case nil: break
      }
    }
  }
}
