import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import Varlink

/// Refused files: seen, and put back as they are or mended.
enum RejetHandler {
  static func list(
    _ request: ControlRequest, _ parameters: Wire.Rien, _ send: (ListRejets.Reply) async throws -> Void
  ) async throws -> ListRejets.Reply {
    var after = ""
    while true {
      let rows = try await request.office.register.rejets(after: after, limit: ControlRequest.page)
      // Names that producers chose, and what they wrote wrongly, may be a family's.
      try await request.noteRead(count: rows.count)
      let reply = ListRejets.Reply(rejets: rows.map { wire($0, request.office) })
      guard rows.count == ControlRequest.page, let last = rows.last?.rejet.id else { return reply }
      try await send(reply)
      after = last
    }
  }

  static func show(_ request: ControlRequest, _ parameters: ShowRejet.Parameters) async throws -> ShowRejet.Reply {
    let row = try await find(parameters.id, request)
    try await request.noteRead(count: 1)
    let contenu: [UInt8]?
    do throws(SpoolError) {
      contenu = try request.office.spool.content(of: parameters.id, limit: ReplayRejet.maximum)
    } catch .rejetIntrouvable {
      // The row stays when the file has gone back or has expired.
      contenu = nil
    }
    return ShowRejet.Reply(rejet: wire(row, request.office), contenu: contenu)
  }

  static func replay(_ request: ControlRequest, _ parameters: ReplayRejet.Parameters) async throws -> Wire.Rien {
    let office = request.office
    let row = try await find(parameters.id, request)
    guard !row.estRejoue else {
      throw ControlError.sansObjet(
        parametre: "id", message: "Le rejet « \(parameters.id) » a déjà été rejoué ; voyez la liste des demandes.")
    }
    let agent = try await request.desk.agents.agent(request.call.peer)
    do throws(SpoolError) {
      _ = try office.spool.replay(parameters.id, contenu: parameters.contenu)
    } catch .rejetIntrouvable {
      throw ControlError.rejetIntrouvable(id: parameters.id)
    } catch .system(let error) {
      throw error
    }
    try await office.register.recordReplay(
      RejetRejoue(id: parameters.id, corrige: parameters.contenu != nil), by: agent, now: office.clock.now())
    try office.spool.forget(parameters.id)
    request.desk.gate.nudge()
    return Wire.Rien()
  }

  private static func find(_ id: String, _ request: ControlRequest) async throws -> RejetRow {
    guard let row = try await request.office.register.rejet(id) else { throw ControlError.rejetIntrouvable(id: id) }
    return row
  }

  private static func wire(_ row: RejetRow, _ office: Office) -> Wire.Rejet {
    Wire.Rejet(
      id: row.rejet.id, fichier: row.rejet.fichier, recuLe: office.fuseau.rfc3339(row.recuLe),
      sha256: row.rejet.empreinte, code: row.rejet.motif.code.rawValue,
      erreurs: row.rejet.motif.erreurs.map { Wire.Constat(chemin: $0.chemin, message: $0.message) },
      etat: row.estRejoue ? "rejoue" : "ouvert", auDepot: row.rejet.auDepot)
  }
}
