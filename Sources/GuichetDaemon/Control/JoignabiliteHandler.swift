import Guichet
import GuichetControl
import GuichetRegister

/// At which half-days families answer.
enum JoignabiliteHandler {
  static func show(
    _ request: ControlRequest, _ parameters: ShowJoignabilite.Parameters
  ) async throws -> ShowJoignabilite.Reply {
    let office = request.office
    let first = office.today(office.clock.now()).advanced(byDays: -Joignabilite.jours)
    let linf = request.linf(named: parameters.linf)
    let appels =
      linf?.isEmpty == true
      ? [] : try await office.register.appels(of: linf, since: office.fuseau.start(of: first))
    if appels.isEmpty, let named = parameters.linf {
      try office.desk.version.routeur.referentiel?.verifie(linf: named)
    }
    return ShowJoignabilite.Reply(
      depuis: first.iso, minimum: Joignabilite.minimum,
      demiJournees: Joignabilite.demiJournees(appels, office.fuseau).map {
        Wire.Joignabilite(
          jour: $0.jour.rawValue, moment: $0.moment.rawValue, tentatives: $0.tentatives, joints: $0.joints,
          part: $0.part)
      })
  }
}
