/// What became of a demande on a day on which its place went to another LINF.
package enum SuiteDuJour: Hashable, Sendable {
  /// It followed its place.
  case deplacee
  /// It stayed: a person put it where it is.
  case verrouillee
  /// It stayed with who knows the family.
  case avancee
}

extension Demande {
  /// What that day made of it; nil where its place did not change hands on it, or it was there already.
  ///
  /// - Parameters:
  ///   - debut: the first moment of the day; what the rules moved since then, they moved because of it.
  ///   - depot: the day on which the family filed it.
  package func suite(du jour: DateCivile, debut: Instant, depot: DateCivile, _ routeur: Routeur) -> SuiteDuJour? {
    let eve = decider(routeur, JoursDeRoutage(decision: jour.advanced(byDays: -1), depot: depot)).linf
    let then = decider(routeur, JoursDeRoutage(decision: jour, depot: depot)).linf
    guard eve != then else { return nil }
    if attributions.contains(where: { $0.le >= debut && $0.de != $0.vers && $0.mode.suitLaTable }) { return .deplacee }
    guard etat != .close, linf != then else { return nil }
    return switch mobility(in: routeur.referentiel) {
    case .locked: .verrouillee
    case .advanced: .avancee
    case .free, .orphan, .lockLost, .awaitsPerson, .proposed: nil
    }
  }
}

extension Attribution.Mode {
  /// The rules moved it because a référentiel or a day changed the table.
  fileprivate var suitLaTable: Bool {
    guard case .automatique(let cause, _) = self else { return false }
    return switch cause {
    case .referentiel, .jour, .transfert: true
    case .reception, .correction, .acceptation, .agent: false
    }
  }
}
