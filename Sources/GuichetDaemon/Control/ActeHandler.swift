import Guichet
import GuichetControl
import GuichetRegister
import StrictJSON
import Varlink

/// What persons do about where demandes stand, and about what their forms say.
enum ActeHandler {
  static func assign(
    _ request: ControlRequest, _ parameters: AssignDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    let office = request.office
    let version = office.desk.version
    let motif = try text(parameters.motif, "motif")
    let linf = try parameters.linf.map { id in
      guard let linf = version.routeur.referentiel?.linf(id) else {
        throw ControlError.linfInconnu(id, parmi: version.routeur.referentiel)
      }
      guard motif != nil else {
        throw ControlError.parametreInvalide(
          parametre: "motif", message: "Le motif manque : dites pourquoi ces demandes vont à ce LINF.")
      }
      return linf
    }
    let today = office.today(office.clock.now())
    return try await request.resultats(parameters.numeros, over: version.number) { (demande) throws(ActeRefuse) in
      let jours = office.jours(depose: demande.deposeeLe, le: today)
      guard let linf, let motif else {
        return try demande.rendreAuxRegles(version.routeur, jours, version: version.number)
      }
      return try demande.attribuer(
        a: linf, motif: motif, version: version.number,
        isHabilite: version.routeur.admet(linf, origine: demande.formulaire.origine, jourDepot: jours.depot))
    }
  }

  static func decline(
    _ request: ControlRequest, _ parameters: DeclineDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    guard let raison = RaisonDeclin(rawValue: parameters.raison) else {
      throw ControlError.parametreInvalide(
        parametre: "raison",
        message: "« \(parameters.raison) » n’est pas une raison de décliner ; les raisons sont "
          + RaisonDeclin.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let note = try text(parameters.note, "note")
    let office = request.office
    let version = office.desk.version
    let today = office.today(office.clock.now())
    return try await request.resultats(parameters.numeros, over: version.number) { (demande) throws(ActeRefuse) in
      try demande.decliner(
        raison, note: note, version.routeur, office.jours(depose: demande.deposeeLe, le: today),
        version: version.number)
    }
  }

  static func accept(
    _ request: ControlRequest, _ parameters: AcceptRoutages.Parameters
  ) async throws -> Wire.ResultatsActe {
    let office = request.office
    let version = office.desk.version
    let today = office.today(office.clock.now())
    return try await request.resultats(parameters.numeros, over: version.number) { (demande) throws(ActeRefuse) in
      try demande.accepter(
        version.routeur, office.jours(depose: demande.deposeeLe, le: today), version: version.number)
    }
  }

  static func refuse(
    _ request: ControlRequest, _ parameters: RefuseRoutages.Parameters
  ) async throws -> Wire.ResultatsActe {
    guard let motif = try text(parameters.motif, "motif") else {
      throw ControlError.parametreInvalide(
        parametre: "motif", message: "Le motif manque : dites pourquoi ces demandes restent où elles sont.")
    }
    let version = request.office.desk.version.number
    return try await request.resultats(parameters.numeros, over: version) { (demande) throws(ActeRefuse) in
      try demande.garder(motif: motif, version: version)
    }
  }

  static func correct(
    _ request: ControlRequest, _ parameters: CorrectDemande.Parameters
  ) async throws -> CorrectDemande.Reply {
    let office = request.office
    let version = office.desk.version
    let (_, demande) = try await DemandeHandler.find(parameters.numero, request)
    let now = office.clock.now()
    let correction: Correction
    do {
      correction = try Correction(
        try JSON.parse(parameters.correction.bytes()), of: demande.formulaire, now: now)
    } catch let refusal as CorrectionRefusee {
      throw ControlError.correctionInvalide(
        erreurs: refusal.erreurs.map { Wire.Constat(chemin: $0.chemin, message: $0.message) })
    }
    let jours = office.jours(depose: demande.deposeeLe, le: office.today(now))
    let outcome = try await request.act(on: [demande.numero], at: now, over: version.number) {
      (demande, _) throws(ActeRefuse) in
      try demande.corriger(correction, version.routeur, jours, version: version.number)
    }
    switch outcome.first {
    case .success(let fait):
      return reply(fait, correction)
    case .failure(let refusal) where refusal.code != .introuvable:
      if let prise = refusal.prise { throw try await request.enMain(demande.numero, prise) }
      throw ControlError.correctionInvalide(erreurs: [Wire.Constat(chemin: "", message: refusal.message)])
    case .failure, nil:
      throw ControlError.demandeIntrouvable(numero: demande.numero.texte)
    }
  }

  private static func reply(_ fait: ActeFait, _ correction: Correction) -> CorrectDemande.Reply {
    let demande = fait.demande
    // What an earlier correction led to is not asked again.
    var propose: Routee?
    if case .corrigee(let corrigee) = fait.evenements.first, corrigee.propose != nil { propose = demande.proposition }
    return CorrectDemande.Reply(
      numero: demande.numero.texte, champs: correction.champs, linf: demande.linf, raison: demande.raison?.rawValue,
      verrou: demande.estVerrouillee, propose: propose.map { RoutageHandler.wire($0.decision, $0.version) },
      deplacee: fait.evenements.contains { if case .routee(let routee) = $0 { !routee.reste } else { false } },
      marques: demande.marques.map(\.rawValue))
  }

  /// What a person wrote, without blanks around it; nil where it wrote nothing.
  static func text(_ text: String?, _ parametre: String) throws -> String? {
    do {
      return try TexteDActe.lire(text)
    } catch {
      throw ControlError.parametreInvalide(parametre: parametre, message: error.message)
    }
  }
}
