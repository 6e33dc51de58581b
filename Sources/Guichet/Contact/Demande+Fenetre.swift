extension Demande {
  /// When to try next: the time for which the family asked; else an open half-day in which nobody has tried yet, inside
  /// the times that suit it where one comes within seven open days, and rather an afternoon after a morning.
  ///
  /// Nil once the family was reached or wants nothing, where it must not be called, or where nothing opens.
  ///
  /// - Parameter calendrier: of the LINF that has it.
  package func prochaineFenetre(_ calendrier: CalendrierOuvert, at now: Instant) -> FenetreDAppel? {
    guard effaceeLe == nil else { return nil }
    let last = contactsIci.max { ($0.survenuLe, $0.seq) < ($1.survenuLe, $1.seq) }?.contact
    if let moment = last?.aRappelerLe { return calendrier.fenetreConvenue(moment) }
    if last?.resultat == .joint || last?.resultat == .refus { return nil }
    guard !tousNumerosFaux, formulaire.demandeur.rappel?.canal != .ecritSeulement else { return nil }
    let tried = Set(tentatives.map { DemiJournee($0.survenuLe, calendrier.fuseau) })
    let free = calendrier.demiJourneesOuvertes(from: now, jours: Self.horizon).filter {
      !tried.contains($0.demiJournee)
    }
    let creneaux = formulaire.demandeur.rappel?.creneaux ?? []
    let preferred = free.flatMap { half in
      creneaux.compactMap { creneau in half.dans(creneau, calendrier.fuseau) }
    }
    if let best = preferred.min(by: { $0.debut < $1.debut }) { return best }
    let lastMoment = tentatives.last.map { DemiJournee($0.survenuLe, calendrier.fuseau).moment }
    // Not for long: another morning comes before an afternoon of next week.
    let soon = free.prefix(4)
    let other = soon.first { $0.demiJournee.moment != lastMoment } ?? free.first
    return other.map { FenetreDAppel(debut: $0.intervalle.debut, fin: $0.intervalle.fin, origine: .ouverte) }
  }

  /// Open days in which a time that suits the family is waited for.
  private static let horizon = 7
}

/// The open time of one half-day.
private struct DemiJourneeOuverte {
  let demiJournee: DemiJournee
  let intervalle: IntervalleOuvert

  /// What of it lies in a créneau of the family; nil for less than a quarter of an hour.
  func dans(_ creneau: Rappel.Creneau, _ fuseau: Fuseau) -> FenetreDAppel? {
    if let jour = creneau.jour, jour != demiJournee.jour.jourDeSemaine { return nil }
    guard let moment = creneau.moment else {
      return FenetreDAppel(debut: intervalle.debut, fin: intervalle.fin, origine: .preferee)
    }
    let (from, to) = moment.heures
    let midnight = Int64(demiJournee.jour.daysSince1970) * 86_400
    func instant(_ hour: Int) -> Instant {
      Instant(microseconds: fuseau.firstSecond(reaching: midnight + Int64(hour) * 3600) * 1_000_000)
    }
    let (start, end) = (max(intervalle.debut, instant(from)), min(intervalle.fin, instant(to)))
    guard start.advanced(bySeconds: 15 * 60) <= end else { return nil }
    return FenetreDAppel(debut: start, fin: end, origine: .preferee)
  }
}

extension Rappel.Moment {
  /// The hours that families mean by it, from one until before the other.
  package var heures: (Int, Int) {
    switch self {
    case .matin: (0, 12)
    case .midi: (12, 14)
    case .apresMidi: (13, 18)
    case .soir: (17, 24)
    }
  }
}

extension CalendrierOuvert {
  /// The half-days with open time left from an instant on, in order, until so many days were open.
  fileprivate func demiJourneesOuvertes(from start: Instant, jours: Int) -> [DemiJourneeOuverte] {
    var found: [DemiJourneeOuverte] = []
    // An office that is closed for weeks opens again all the same.
    var days = 0
    var day = day(of: start)
    for _ in 0...JamaisOuvert.limite where days < jours {
      let halves = intervals(day: day).flatMap { parts(of: $0, day: day) }.filter { start < $0.intervalle.fin }
      if !halves.isEmpty { days += 1 }
      found += halves.map { half in
        DemiJourneeOuverte(
          demiJournee: half.demiJournee,
          intervalle: IntervalleOuvert(debut: max(half.intervalle.debut, start), fin: half.intervalle.fin))
      }
      day += 1
    }
    return found
  }

  /// One that goes on through noon belongs to both.
  private func parts(of open: IntervalleOuvert, day: Int) -> [DemiJourneeOuverte] {
    let civil = Int64(day) * 86_400 + Int64(DemiJournee.partage)
    let noon = Instant(microseconds: fuseau.firstSecond(reaching: civil) * 1_000_000)
    let date = DateCivile(daysSince1970: day)
    let parts = [
      (open.debut, min(open.fin, noon), DemiJournee.Moment.matin), (max(open.debut, noon), open.fin, .apresMidi),
    ]
    return parts.compactMap { start, end, moment in
      guard start < end else { return nil }
      return DemiJourneeOuverte(
        demiJournee: DemiJournee(jour: date, moment: moment), intervalle: IntervalleOuvert(debut: start, fin: end))
    }
  }

  /// From the time that was agreed until the office closes; that time alone where it is closed then.
  fileprivate func fenetreConvenue(_ moment: Instant) -> FenetreDAppel {
    let open = intervals(day: day(of: moment)).first { $0.debut <= moment && moment < $0.fin }
    return FenetreDAppel(debut: moment, fin: open?.fin ?? moment, origine: .convenue)
  }
}
