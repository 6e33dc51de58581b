import Guichet
import GuichetRegister

/// Foresees what a référentiel does to the demandes of the register, without touching any.
struct Prevision: Sendable {
  let office: Office
  /// The référentiel in force.
  let current: Routeur
  /// The one that is looked at.
  let other: Routeur

  private static let lot = 500

  init(_ office: Office, current: Routeur, other: Referentiel) {
    self.office = office
    self.current = current
    self.other = Routeur(referentiel: other, sansHabilitation: current.sansHabilitation, lieu: current.lieu)
  }

  /// The open demandes that would go elsewhere: at once, and on each later day of change.
  @concurrent
  func deplacements() async throws(RegisterError) -> Deplacements {
    let today = office.today(office.clock.now())
    let days = laterDays(after: today)
    let communes = days.last.flatMap { other.referentiel?.communesChangeant(apres: today, jusquau: $0) } ?? []
    let changing = Set(communes.flatMap { other.referentiel?.codes(ofCommune: $0) ?? [$0] })
    var moves = Deplacements()
    try await each(try await office.register.open()) { demande in
      self.foresee(demande, today, days, changing, &moves)
    }
    return moves
  }

  private func laterDays(after today: DateCivile) -> [DateCivile] {
    var days: [DateCivile] = []
    var day = today
    while let next = other.referentiel?.prochainChangement(apres: day) {
      days.append(next)
      day = next
    }
    return days
  }

  private func foresee(
    _ demande: Demande, _ today: DateCivile, _ days: [DateCivile], _ changing: Set<String>,
    _ moves: inout Deplacements
  ) {
    let mobility = demande.mobility(in: other.referentiel)
    let reste: Deplacement.Reste?
    switch mobility {
    // It waits for a person, whatever the table says.
    case .awaitsPerson: return
    case .locked: reste = .verrou
    case .advanced: reste = .avancee
    case .proposed: reste = .proposition
    case .free, .orphan, .lockLost: reste = nil
    }
    func add(_ day: DateCivile, from: String?, to decision: Decision) {
      // Who stays is told only where its place goes to somebody else.
      guard decision.linf != from, reste == nil || decision.linf != demande.linf else { return }
      moves.insert(
        Deplacement(
          demande, le: day, de: from, vers: decision, reste: reste,
          motif: mobility == .orphan || mobility == .lockLost ? .linfRetire : nil))
    }
    let now = demande.suivre(other, jours(demande, today)) ?? demande.decider(other, jours(demande, today))
    // Who stays is told only of a change of the table, not of having stayed before.
    let before = reste == nil ? demande.linf : demande.decider(current, jours(demande, today)).linf
    add(today, from: before, to: now)
    // One that has no single commune may be concerned by any day; one that will wait for a person by none.
    if mobility == .lockLost { return }
    if let commune = now.codeInsee, !changing.contains(commune) { return }
    var eve = now
    for day in days {
      let next = demande.decider(other, jours(demande, day))
      add(day, from: eve.linf, to: next)
      eve = next
    }
  }

  /// The demandes received in the last days that would have gone elsewhere when they came, the latest first; and how many
  /// were looked at.
  @concurrent
  func rejouer(jours: Int) async throws(RegisterError) -> (examinees: Int, ailleurs: Deplacements) {
    let since = office.clock.now().advanced(bySeconds: -Int64(jours) * 86_400)
    var count = 0
    var moves = Deplacements()
    try await each(try await office.register.received(since: since, limit: 1_000_000)) { demande in
      count += 1
      let day = office.today(demande.recueLe)
      let then = demande.attributions.first?.vers
      let decision = other.decider(
        formulaire: demande.recue.formulaire, jour: day, jourDepot: office.today(demande.deposeeLe))
      if decision.linf != then { moves.append(Deplacement(demande, le: day, de: then, vers: decision)) }
    }
    return (count, moves)
  }

  private func jours(_ demande: Demande, _ day: DateCivile) -> JoursDeRoutage {
    office.jours(depose: demande.deposeeLe, le: day)
  }

  /// Hands over each demande, a lot being in memory at a time.
  private func each(_ numeros: [Numero], _ body: (Demande) -> Void) async throws(RegisterError) {
    var rest = numeros[...]
    while !rest.isEmpty {
      let lot = Array(rest.prefix(Self.lot))
      rest = rest.dropFirst(lot.count)
      for demande in try await office.register.demandes(lot) { body(demande) }
    }
  }
}
