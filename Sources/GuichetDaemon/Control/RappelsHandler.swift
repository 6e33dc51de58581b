import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// Whom to call now, and in which order.
enum RappelsHandler {
  /// Families that asked for a time which has come first, since they wait; then the work list. Left out is who asked for
  /// a later time, who was tried in this half-day already, and who somebody else has in hand.
  static func list(_ request: ControlRequest, _ parameters: ListRappels.Parameters) async throws -> ListRappels.Reply {
    let office = request.office
    let now = office.clock.now()
    // Before anything is looked at: what happens from here on is told by the facts.
    let sequence = Int(office.register.head.seq)
    let linf = request.linfAAppeler(named: parameters.linf)
    if linf?.isEmpty == true { return ListRappels.Reply(numeros: [], plusTard: 0, enMain: 0) }
    var filter = DemandeFilter()
    filter.linf = linf
    filter.etats = [.aContacter]
    let all =
      try await office.register.rappelsConvenus(of: linf, until: now) + office.register.numeros(filter)
    if all.isEmpty, let named = parameters.linf {
      try office.desk.version.routeur.referentiel?.verifie(linf: named)
    }
    let agent = try await request.desk.agents.agent(request.call.peer)
    let lasts = try await office.register.derniersContacts(all)
    var tri = Tri(now: now, demiJournee: DemiJournee(now, office.fuseau))
    for row in try await office.register.rows(all) {
      if let prise = row.prise, prise.court(at: now), prise.agent != agent {
        tri.enMain += 1
      } else {
        tri.ranger(row, lasts[row.numero], office.fuseau)
      }
    }
    return ListRappels.Reply(
      numeros: tri.numeros.map(\.texte), plusTard: tri.plusTard, enMain: tri.enMain,
      prochain: tri.prochain.map(office.fuseau.rfc3339), sequence: sequence,
      suppleances: request.propre.suppleances(office))
  }

  private struct Tri {
    let now: Instant
    let demiJournee: DemiJournee
    private var attendus: [(moment: Instant, numero: Numero)] = []
    private var autres: [Numero] = []
    var plusTard = 0
    var enMain = 0
    var prochain: Instant?

    init(now: Instant, demiJournee: DemiJournee) {
      self.now = now
      self.demiJournee = demiJournee
    }

    /// Who has waited longest for the time that was agreed comes first.
    var numeros: [Numero] {
      attendus.sorted { ($0.moment, $0.numero) < ($1.moment, $1.numero) }.map(\.numero) + autres
    }

    mutating func ranger(_ row: DemandeRow, _ last: DernierContact?, _ fuseau: Fuseau) {
      if let moment = last?.aRappelerLe {
        if moment <= now { return attendus.append((moment, row.numero)) }
        prochain = min(prochain ?? moment, moment)
        plusTard += 1
      } else if row.etat != .aContacter {
        // Somebody has called since the time that was agreed.
      } else if let last,
        last.resultat == .refus
          || last.sens == .sortant && DemiJournee(last.survenuLe, fuseau) == demiJournee
      {
        plusTard += 1
      } else {
        autres.append(row.numero)
      }
    }
  }
}

extension ControlRequest {
  /// The LINF of which the caller may ask; without a name those that it sees, nil for all.
  func linf(named: String?) -> [String]? {
    switch (sight, named) {
    case (.all, let named): named.map { [$0] }
    case (.linf(let own), nil): own.sorted()
    case (.linf(let own), let named?): own.contains(named) ? [named] : []
    }
  }

  /// The same, with those for which the named one stands in today.
  fileprivate func linfAAppeler(named: String?) -> [String]? {
    guard let named, let own = linf(named: named), !own.isEmpty else { return linf(named: named) }
    return own + office.suppleances(par: [named]).map(\.linf)
  }
}
