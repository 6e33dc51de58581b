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
      var avenir = AvenirDeDemande(demande, self, today)
      avenir.foresee(on: days, changing) { moves.insert($0) }
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

  /// The demandes received in the last days that the two référentiels send to different LINF on the day when they came,
  /// the latest first; and how many were looked at.
  @concurrent
  func rejouer(jours: Int) async throws(RegisterError) -> (examinees: Int, ailleurs: Deplacements) {
    let since = office.clock.now().advanced(bySeconds: -Int64(jours) * 86_400)
    var count = 0
    var moves = Deplacements()
    try await each(try await office.register.received(since: since, limit: 1_000_000)) { demande in
      count += 1
      let (formulaire, day) = (demande.recue.formulaire, office.today(demande.recueLe))
      let depot = office.today(demande.deposeeLe)
      // Not where it went then: that may have been without a référentiel, or by one that has long been replaced.
      let de = current.decider(formulaire: formulaire, jour: day, jourDepot: depot).linf
      let vers = other.decider(formulaire: formulaire, jour: day, jourDepot: depot)
      if vers.linf != de { moves.append(Deplacement(demande, le: day, de: de, vers: vers)) }
    }
    return (count, moves)
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
