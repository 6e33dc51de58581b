import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import Varlink

/// Demandes that persons of the office type in for families.
enum SaisieHandler {
  /// Drops the form into `depot/` and lets the intake take it, so that it goes the way of all others; then notes who typed
  /// it in.
  ///
  /// While the intake is paused nothing is dropped. Where it pauses between, the form is safe under its reference: the
  /// caller is told so, and sending the same again, then or later, finds it.
  static func enter(_ request: ControlRequest, _ parameters: EnterDemande.Parameters) async throws -> EnterDemande.Reply
  {
    let office = request.office
    let now = office.clock.now()
    let saisi = try await FormulaireSaisi(parameters.formulaire, office, now: now)
    let known = try await office.register.row(origine: saisi.origine, reference: saisi.reference)
    let found = if let known { known } else { try await taken(saisi, request) }
    guard let row = found else {
      throw ControlError.saisieEnAttente(reference: saisi.reference)
    }
    guard row.empreinte == saisi.empreinte else { throw ControlError.referencePrise(reference: saisi.reference) }
    let agent = try await request.desk.agents.agent(request.call.peer)
    // Whoever the demande went to, who typed it in is in its history.
    _ = try await office.register.act(on: [row.numero], by: agent, now: now) { $0.noterSaisie(saisi.origine) }
    try await request.noteRead(count: 1)
    return reply(row, saisi.jugement, office, deja: known != nil)
  }

  /// Nil where the intake has not taken it.
  private static func taken(_ saisi: FormulaireSaisi, _ request: ControlRequest) async throws -> DemandeRow? {
    let office = request.office
    if let pause = office.intake.snapshot.pause { throw ControlError.indisponible(message: pause) }
    try office.spool.enter(saisi.bytes, reference: saisi.reference)
    await request.desk.gate.settle()
    return try await office.register.row(origine: saisi.origine, reference: saisi.reference)
  }

  private static func reply(_ row: DemandeRow, _ jugement: Jugement, _ office: Office, deja: Bool) -> EnterDemande.Reply
  {
    let linf = row.linf.flatMap { office.desk.version.routeur.referentiel?.linf($0) }
    return EnterDemande.Reply(
      numero: row.numero.texte, reference: row.reference, linf: row.linf, linfNom: linf?.nom,
      linfTelephone: linf?.telephone, raison: row.raison?.rawValue,
      anomalies: jugement.anomalies.map { Wire.Anomalie(chemin: $0.chemin, message: $0.message, saisi: $0.saisi) },
      avertissements: jugement.avertissements.map { Wire.Constat(chemin: $0.chemin, message: $0.message) }, deja: deja)
  }
}
