/// What becomes of the alerts of a demande that have fallen due.
package enum SuiteDesAlertes: Hashable, Sendable {
  /// What to record; nothing where none is due any more.
  case faits([Evenement])
  /// Its office is closed: they are told when it opens.
  case remise(Instant)
}

extension Demande {
  /// The next alert of its échéance: what was told of it is not told again, nor what would have come before it began.
  package func prochaineAlerte(_ etape: EtapeDue?) -> EtapeDue.Alerte? {
    aVenir(etape).first
  }

  /// The alerts that are due at an instant. Where several are, only the last is told, the others are left out; so is the
  /// announcement of an échéance that has passed.
  package func alertes(at now: Instant, _ horloges: Horloges) -> SuiteDesAlertes {
    let etape = horloges.etape(of: self)
    guard let etape, let due = etape.echeance.instant else { return .faits([]) }
    let fallen = aVenir(etape).filter { $0.le <= now }
    guard let last = fallen.last else { return .faits([]) }
    // What is told in time falls into open hours by itself; what is late waits for them.
    if last.le < now, let opening = ouverture(now, etape, horloges), now < opening { return .remise(opening) }
    return .faits(
      fallen.map { alerte in
        let isTold = alerte == last && (alerte.niveau != .avant || now < due)
        return .escalade(Escalade(niveau: alerte.niveau, echeance: due, estOmise: !isTold))
      })
  }

  private func aVenir(_ etape: EtapeDue?) -> [EtapeDue.Alerte] {
    guard let etape, let due = etape.echeance.instant else { return [] }
    let told = escalades.filter { $0.echeance == due }.map(\.niveau.rang).max() ?? -1
    return etape.alertes.filter { alerte in
      alerte.niveau.rang > told && (alerte.niveau != .avant || debutDEtape < alerte.le)
    }
  }

  /// The next opening of the office in whose hours it is told of.
  private func ouverture(_ now: Instant, _ etape: EtapeDue, _ horloges: Horloges) -> Instant? {
    let calendar = etape.estALaCaf ? horloges.heures.calendrier : horloges.calendrier(of: linf)
    do throws(JamaisOuvert) {
      return try calendar.nextOpening(from: now)
    } catch {
      return nil
    }
  }
}
