import Guichet
import GuichetRegister

/// A demande that a référentiel takes elsewhere, now or on a later day.
struct Deplacement: Sendable {
  enum Reste: String, Sendable {
    /// A person put it where it is.
    case verrou
    /// It is further on than « à contacter »: it stays with who knows the family.
    case avancee
  }

  let numero: Numero
  let etat: Etat
  let le: DateCivile
  /// Id of the LINF that has it, or that would have had it on the eve.
  let de: String?
  let vers: Decision
  /// Why it stays where it is all the same.
  let reste: Reste?
}

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

  /// The open demandes that would go elsewhere, by day and then by numero: at once, and on each later day of change.
  @concurrent
  func deplacements() async throws(RegisterError) -> [Deplacement] {
    let today = office.today(office.clock.now())
    let days = laterDays(after: today)
    let communes = days.last.flatMap { other.referentiel?.communesChangeant(apres: today, jusquau: $0) } ?? []
    let changing = Set(communes.flatMap { other.referentiel?.codes(ofCommune: $0) ?? [$0] })
    var moves: [Deplacement] = []
    try await each(try await office.register.open()) { demande in
      moves += self.deplacements(demande, today, days, changing)
    }
    return moves.sorted { ($0.le, $0.numero) < ($1.le, $1.numero) }
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

  private func deplacements(
    _ demande: Demande, _ today: DateCivile, _ days: [DateCivile], _ changing: Set<String>
  ) -> [Deplacement] {
    var moves: [Deplacement] = []
    let reste: Deplacement.Reste? =
      demande.estVerrouillee ? .verrou : demande.etat == .aOrienter || demande.etat == .aContacter ? nil : .avancee
    let now = decision(demande, other, today)
    // Who stays is told only of a change of the table, not of having stayed before.
    let before = reste == nil ? demande.linf : decision(demande, current, today).linf
    if now.linf != before {
      moves.append(
        Deplacement(numero: demande.numero, etat: demande.etat, le: today, de: before, vers: now, reste: reste))
    }
    // One that has no single commune may be concerned by any.
    if let commune = now.codeInsee, !changing.contains(commune) { return moves }
    var eve = now
    for day in days {
      let next = decision(demande, other, day)
      if next.linf != eve.linf {
        moves.append(
          Deplacement(numero: demande.numero, etat: demande.etat, le: day, de: eve.linf, vers: next, reste: reste))
      }
      eve = next
    }
    return moves
  }

  /// The demandes received in the last days that would have gone elsewhere when they came, the latest first; and how many
  /// were looked at.
  @concurrent
  func rejouer(jours: Int) async throws(RegisterError) -> (examinees: Int, ailleurs: [Deplacement]) {
    let since = office.clock.now().advanced(bySeconds: -Int64(jours) * 86_400)
    var count = 0
    var moves: [Deplacement] = []
    try await each(try await office.register.received(since: since, limit: 1_000_000)) { demande in
      count += 1
      let day = office.today(demande.recueLe)
      let then = demande.attributions.first?.vers
      let decision = other.decider(
        formulaire: demande.recue.formulaire, jour: day, jourDepot: office.today(demande.deposeeLe))
      if decision.linf != then {
        moves.append(
          Deplacement(numero: demande.numero, etat: demande.etat, le: day, de: then, vers: decision, reste: nil))
      }
    }
    return (count, moves)
  }

  private func decision(_ demande: Demande, _ routeur: Routeur, _ day: DateCivile) -> Decision {
    demande.decider(routeur, office.jours(depose: demande.deposeeLe, le: day))
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
