import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// Erases what has passed its time, as the door does it.
enum ConservationHandler {
  static func purge(
    _ request: ControlRequest, _ parameters: PurgeDemandes.Parameters,
    _ send: (PurgeDemandes.Reply) async throws -> Void
  ) async throws -> PurgeDemandes.Reply {
    let office = request.office
    let mois = office.configuration.rgpd.conservation
    let desk = ConservationDesk(office: office, effacements: request.desk.effacements)
    let (now, executer) = (office.clock.now(), parameters.executer)
    let agent = try await request.desk.agents.agent(request.call.peer)
    do {
      let echues = try await LongWork.run(
        until: request.desk.changes,
        { tell in
          tell(.effacement)
          let echues = try await desk.echues(at: now, mois: mois)
          if executer { try await desk.effacer(echues, by: agent) }
          return echues
        }, saying: { etape in try await send(PurgeDemandes.Reply(etape: etape.rawValue, mois: mois)) })
      let demandes = echues.demandes.sorted()
      return PurgeDemandes.Reply(
        etape: nil, mois: mois, total: demandes.count,
        demandes: demandes.prefix(PurgeDemandes.Reply.maximum).map(\.texte), totalOuvertes: echues.ouvertes.count,
        ouvertes: echues.ouvertes.sorted().prefix(PurgeDemandes.Reply.maximum).map(\.texte))
    } catch let refusal as EffacementRefuse {
      throw ControlError.indisponible(message: refusal.message)
    }
  }
}
