/// On which days an informed family is asked what it found: a value that follows from what it is made of.
///
/// Days after the information, days before the wished start, at the start, and days after it; in order, none on or before
/// the day from which they are counted, and none within a week of another.
package struct CalendrierDesRelances: Hashable, Sendable {
  /// The day from which it is counted: of the information, or of the reopening after it.
  package let depuis: DateCivile
  /// The family was heard on that day: it was informed then.
  package let estEntendueAlors: Bool
  package let relances: [Relance]

  /// Days within which two relances are one, and within which a family that was heard is not asked again.
  package static let semaine = 7
  /// Calendar days after the wished start at which it is asked for the last time.
  package static let apresDebut = 15
  /// Calendar days after the last of it all by which somebody concludes.
  package static let avantConclusion = 15

  /// - Parameters:
  ///   - candidates: in any order.
  ///   - debut: the wished start, after which nothing is put off by being one with another.
  ///   - autres: what else is to be asked on a day of its own, such as after a commission.
  package init(
    depuis: DateCivile, estEntendueAlors: Bool = true, debut: DateCivile?, _ candidates: [Relance],
    autres: [Relance] = []
  ) {
    self.depuis = depuis
    self.estEntendueAlors = estEntendueAlors
    let due = (candidates + autres).filter { depuis < $0.jour }.sorted { $0.jour < $1.jour }
    relances = due.reduce(into: []) { kept, relance in
      guard let last = kept.last, relance.jour.daysSince1970 - last.jour.daysSince1970 < Self.semaine else {
        kept.append(relance)
        return
      }
      // The later of the two, but for what it would put off beyond the start.
      if debut.map({ relance.jour <= $0 }) ?? true { kept[kept.count - 1] = relance }
    }
  }
}

extension CalendrierDesRelances {
  /// What is to be done next, after what took place. There always is something.
  ///
  /// A relance is done by anything on its day or after it, and there is no need of it where the family was heard within the
  /// week before; those that were missed are not caught up with once a later one was made.
  ///
  /// - Parameter passages: in order.
  package func prochaine(apres passages: some BidirectionalCollection<Passage>) -> EtapeDeSuivi {
    let last = passages.last?.jour
    let heard = passages.last(where: \.estEntendu)?.jour
    let pending = relances.first { relance in
      if let last, relance.jour <= last { return false }
      return !estInutile(relance, heard)
    }
    if let pending { return .relance(pending) }
    let end = max(last ?? depuis, relances.last?.jour ?? depuis, depuis)
    return .conclusion(end.advanced(byDays: Self.avantConclusion))
  }

  /// The attempts that answered what was due, each with what that was, since the family was last heard.
  package func tentees(_ passages: [Passage]) -> [(etape: EtapeDeSuivi, jour: DateCivile)] {
    var attempts: [(etape: EtapeDeSuivi, jour: DateCivile)] = []
    for (index, passage) in passages.enumerated() {
      if passage.estEntendu { attempts = [] }
      guard passage.estTentative else { continue }
      let due = prochaine(apres: passages[..<index])
      if due.jour <= passage.jour { attempts.append((due, passage.jour)) }
    }
    return attempts
  }

  /// What was said when it was informed leaves a delay counted from then alone.
  private func estInutile(_ relance: Relance, _ heard: DateCivile?) -> Bool {
    var heard = heard
    if heard == nil, estEntendueAlors {
      if case .apresInformation = relance.motif { return false }
      heard = depuis
    }
    guard let heard else { return false }
    return relance.jour.daysSince1970 - heard.daysSince1970 < Self.semaine
  }
}
