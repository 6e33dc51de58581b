// When a family is reminded of its rendez-vous: on the eve, at the same hour, in the hours in which people are written to.

/// The reminder of a rendez-vous that is still to be sent.
package struct RappelDu: Hashable, Sendable {
  package let rendezVous: RendezVous
  /// When.
  package let le: Instant
}

/// What becomes of a reminder that has fallen due.
package enum SuiteDuRappel: Hashable, Sendable {
  /// What to record.
  case fait(RappelRendezVous)
  /// Nobody is written to at this hour: it is sent then.
  case remis(Instant)
}

extension Fuseau {
  /// Seconds of the civil day between which families are written to.
  private static let heuresDeRappel = 8 * 3600...20 * 3600

  /// The eve of a rendez-vous, at the time of day at which it begins, or the nearest at which families are written to.
  package func rappel(du debut: Instant) -> Instant {
    let eve = date(of: debut).advanced(byDays: -1)
    let bounds = Self.heuresDeRappel
    return instant(on: eve, min(max(secondOfDay(of: debut), bounds.lowerBound), bounds.upperBound))
  }

  /// The next moment at which families are written to, from that one on.
  func prochaineHeureDeRappel(_ now: Instant) -> Instant {
    let (day, second) = (date(of: now), secondOfDay(of: now))
    if Self.heuresDeRappel.contains(second) { return now }
    let next = second < Self.heuresDeRappel.lowerBound ? day : day.advanced(byDays: 1)
    return instant(on: next, Self.heuresDeRappel.lowerBound)
  }

  private func secondOfDay(of instant: Instant) -> Int {
    Int((instant.seconds + Int64(offset(at: instant))).flooredDivision(by: 86_400).remainder)
  }

  private func instant(on day: DateCivile, _ second: Int) -> Instant {
    Instant(microseconds: firstSecond(reaching: Int64(day.daysSince1970) * 86_400 + Int64(second)) * 1_000_000)
  }
}

extension Demande {
  /// Where the family is written to; nil where it has no address to which every mail program sends: some of those with
  /// international letters are not for all.
  package var courrielDeLaFamille: String? {
    formulaire.demandeur.courriel.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil }
  }

  /// Whether the family may be reminded of that rendez-vous: it is still to come to that place at that time, can be
  /// written to, and has not asked for silence. What goes to another LINF is to be moved first.
  package func seRappelle(_ rendezVous: RendezVous) -> Bool {
    rendezVous.statut == .prevu && rendezVous.linf == linf && !estSilencieuse && courrielDeLaFamille != nil
  }

  /// Whether that rendez-vous, as it stands now, has had its reminder.
  private func estRappele(_ rendezVous: RendezVous) -> Bool {
    rappelsDeRendezVous.contains { $0.id == rendezVous.id && $0.sequence == rendezVous.sequence }
  }

  /// The reminder that is still to come; nil where there is none, or nothing to remind of: who was told of that time less
  /// than a day before has not forgotten it.
  ///
  /// - Parameter linf: the ids of the LINF in whose name families are written to.
  package func rappelDu(_ linf: Set<String>, in fuseau: Fuseau) -> RappelDu? {
    guard let prevu = rendezVousPrevu, linf.contains(prevu.linf), seRappelle(prevu), !estRappele(prevu) else {
      return nil
    }
    let due = fuseau.rappel(du: prevu.debut)
    // One that is ahead was last touched when it was fixed, or moved: what counts is the last invitation.
    guard prevu.modifieLe < due, prevu.modifieLe.advanced(bySeconds: 86_400) <= prevu.debut else { return nil }
    return RappelDu(rendezVous: prevu, le: due)
  }
}

extension RappelDu {
  /// Seconds before the rendez-vous from which on it is too late.
  private static let preavis: Int64 = 2 * 3600
  /// Seconds within which it counts as sent at its time, whatever the hour is.
  private static let tolerance: Int64 = 3600

  /// Nil where it is not due yet.
  package func suite(at now: Instant, in fuseau: Fuseau) -> SuiteDuRappel? {
    guard le <= now else { return nil }
    let (id, sequence) = (rendezVous.id, rendezVous.sequence)
    if rendezVous.debut <= now { return .fait(RappelRendezVous(id: id, sequence: sequence, cause: .commence)) }
    if rendezVous.debut < now.advanced(bySeconds: Self.preavis) {
      return .fait(RappelRendezVous(id: id, sequence: sequence, cause: .tropProche))
    }
    let next = fuseau.prochaineHeureDeRappel(now)
    guard next <= now || now < le.advanced(bySeconds: Self.tolerance) else { return .remis(next) }
    return .fait(RappelRendezVous(id: id, sequence: sequence))
  }
}
