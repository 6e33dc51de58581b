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
    let now = request.office.clock.now()
    let entete = try EnTeteSaisi(parameters.formulaire, request.office, request.sight, now: now)
    // One at a time under one reference, so that what is dropped is never dropped over another.
    let reference = entete.reference ?? ""
    await request.desk.saisies.begin(reference)
    do {
      let reply = try await enter(entete, request, now)
      await request.desk.saisies.end(reference)
      return reply
    } catch {
      await request.desk.saisies.end(reference)
      throw error
    }
  }

  private static func enter(
    _ entete: EnTeteSaisi, _ request: ControlRequest, _ now: Instant
  ) async throws -> EnterDemande.Reply {
    let office = request.office
    let agent = try await request.desk.agents.agent(request.call.peer)
    var known: DemandeRow?
    if let origine = entete.origine, let reference = entete.reference {
      known = try await office.register.row(origine: origine, reference: reference)
    }
    let isTold = if let known { try await mayBeTold(of: known, agent, request) } else { true }
    // The moment that it was given the first time, so that sending it again is sending the same; to nobody else.
    let second = Instant(microseconds: now.seconds * 1_000_000)
    let saisi = try FormulaireSaisi(
      entete, deposeeLe: isTold ? known?.deposeeLe ?? second : second, office, now: now)
    // Whatever it says: what another typed in is not compared for who may not see it.
    guard isTold else { throw ControlError.referencePrise(reference: saisi.reference) }
    if known == nil, case .accepte(let form) = saisi.jugement.verdict, try await office.register.estEffacee(form) {
      throw ControlError.referencePrise(reference: saisi.reference)
    }
    let found = if let known { known } else { try await taken(saisi, request) }
    guard let row = found else {
      throw ControlError.saisieEnAttente(reference: saisi.reference)
    }
    guard row.empreinte == saisi.empreinte else { throw ControlError.referencePrise(reference: saisi.reference) }
    // Whoever the demande went to, who typed it in is in its history.
    _ = try await office.register.act(on: [row.numero], by: agent, now: now) { $0.noterSaisie(saisi.origine) }
    guard let demande = try await office.register.demande(row.numero) else { throw RegisterError.introuvable }
    try await request.noteRead(count: 1)
    return reply(row, demande, saisi.jugement, request, deja: known != nil)
  }

  /// Whether the caller learns of that demande by its reference: one that it sees, one that it typed in itself, and one
  /// that nobody is known to have typed in yet, which is its own if it sends the same content: the daemon went down, or
  /// the intake paused, before the author could be noted.
  private static func mayBeTold(of row: DemandeRow, _ agent: Int64, _ request: ControlRequest) async throws -> Bool {
    if request.sight.includes(linf: row.linf) { return true }
    let typed = try await request.office.register.faits(of: row.numero).first { $0.nature == .saisie }
    return typed.map { $0.auteur == agent } ?? true
  }

  /// Nil where the intake has not taken it.
  private static func taken(_ saisi: FormulaireSaisi, _ request: ControlRequest) async throws -> DemandeRow? {
    let office = request.office
    if let pause = office.intake.snapshot.pause { throw ControlError.indisponible(message: pause) }
    try office.spool.enter(saisi.bytes, reference: saisi.reference)
    await request.desk.gate.settle()
    return try await office.register.row(origine: saisi.origine, reference: saisi.reference)
  }

  /// Who no longer sees it is told where it went at first, as long as it is there, and nothing of where it went since.
  private static func reply(
    _ row: DemandeRow, _ demande: Demande, _ jugement: Jugement, _ request: ControlRequest, deja: Bool
  ) -> EnterDemande.Reply {
    let isTold = request.sight.includes(linf: row.linf) || demande.attributions.count <= 1
    let id = isTold ? row.linf : nil
    let linf = id.flatMap { request.office.desk.version.routeur.referentiel?.linf($0) }
    return EnterDemande.Reply(
      numero: row.numero.texte, reference: row.reference, linf: id, linfNom: linf?.nom,
      linfTelephone: linf?.telephone, raison: isTold ? row.raison?.rawValue : nil,
      anomalies: jugement.anomalies.map { Wire.Anomalie(chemin: $0.chemin, message: $0.message, saisi: $0.saisi) },
      avertissements: jugement.avertissements.map { Wire.Constat(chemin: $0.chemin, message: $0.message) }, deja: deja)
  }
}
