import Guichet
import GuichetControl
import GuichetRegister

/// What families found for their children, entered and taken back; and the children themselves.
enum SolutionHandler {
  static func add(_ request: ControlRequest, _ parameters: AddSolution.Parameters) async throws -> AddSolution.Reply {
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    let issue = try issue(parameters, request.office)
    return try await act(on: row.numero, request) { (demande) throws(ActeRefuse) in
      try demande.noter(issue, enfant: parameters.enfant, remplace: parameters.remplace ?? [])
    }
  }

  static func cancel(
    _ request: ControlRequest, _ parameters: CancelSolution.Parameters
  ) async throws -> CancelSolution.Reply {
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    return try await act(on: row.numero, request) { (demande) throws(ActeRefuse) in
      try demande.annulerIssue(parameters.id)
    }
  }

  static func confirm(
    _ request: ControlRequest, _ parameters: ConfirmEnfant.Parameters
  ) async throws -> ConfirmEnfant.Reply {
    let office = request.office
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    let born = try office.jour(parameters.naissance, "naissance")
    let today = office.today(office.clock.now())
    guard (born != nil) != (parameters.plusAttendu ?? false) else {
      throw ControlError.parametreInvalide(
        parametre: "naissance", message: "Donnez le jour de sa naissance, ou dites qu’il n’est plus attendu.")
    }
    return try await act(on: row.numero, request) { (demande) throws(ActeRefuse) in
      guard let born else { return try demande.neSeraPas(enfant: parameters.enfant) }
      return try demande.confirmer(enfant: parameters.enfant, naissance: born, le: today)
    }
  }

  static func addEnfant(_ request: ControlRequest, _ parameters: AddEnfant.Parameters) async throws -> AddEnfant.Reply {
    let office = request.office
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    let etapes = [
      try office.jour(parameters.naissance, "naissance").map(Enfant.Etape.naissance),
      try office.jour(parameters.naissancePrevue, "naissancePrevue").map(Enfant.Etape.naissancePrevue),
      try office.jour(parameters.adoptionPrevue, "adoptionPrevue").map(Enfant.Etape.adoptionPrevue),
    ].compactMap(\.self)
    guard etapes.count == 1 else {
      throw ControlError.parametreInvalide(
        parametre: "naissance",
        message: "Donnez une date à cet enfant, et une seule : sa naissance, ou celle qui est prévue.")
    }
    let prenom: String?
    do {
      prenom = try Enfant.lire(prenom: parameters.prenom)
    } catch {
      throw ControlError.parametreInvalide(parametre: "prenom", message: error.message)
    }
    let today = office.today(office.clock.now())
    return try await act(on: row.numero, request) { (demande) throws(ActeRefuse) in
      try demande.ajouter(Enfant(prenom: prenom, etape: etapes[0]), le: today)
    }
  }

  static func removeEnfant(
    _ request: ControlRequest, _ parameters: RemoveEnfant.Parameters
  ) async throws -> RemoveEnfant.Reply {
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    return try await act(on: row.numero, request) { (demande) throws(ActeRefuse) in
      try demande.retirer(enfant: parameters.enfant)
    }
  }

  /// What the demande has become; or why nothing was done.
  private static func act(
    on numero: Numero, _ request: ControlRequest,
    _ decide: @escaping @Sendable (Demande) throws(ActeRefuse) -> [Evenement]
  ) async throws -> Wire.EnfantsSuivis {
    let now = request.office.clock.now()
    let outcome = try await request.act(on: [numero], at: now) { (demande, _) throws(ActeRefuse) in
      try decide(demande)
    }
    switch outcome.first {
    case .success(let fait): return try await reply(fait, request, at: now)
    case .failure(let refusal) where refusal.code != .introuvable:
      if let prise = refusal.prise { throw try await request.enMain(numero, prise) }
      throw ControlError.sansObjet(parametre: "numero", message: refusal.message)
    case .failure, nil: throw ControlError.demandeIntrouvable(numero: numero.texte)
    }
  }

  private static func reply(
    _ fait: ActeFait, _ request: ControlRequest, at now: Instant
  ) async throws -> Wire.EnfantsSuivis {
    let demande = fait.demande
    try await request.noteRead(count: 1)
    let rows = try await request.office.register.rows([demande.numero])
    guard let row = rows.first else { throw ControlError.demandeIntrouvable(numero: demande.numero.texte) }
    var id: Int?
    switch fait.evenements.first {
    case .solution(let notee): id = notee.id
    case .solutionAnnulee(let annulee): id = annulee.id
    default: break
    }
    return Wire.EnfantsSuivis(
      demande: row.wire(now, request.office, try await request.preneurs(of: rows, at: now)), id: id,
      enfants: try await EnfantsWire.enfants(demande, request, at: now), cloture: demande.cloturePossible?.rawValue)
  }

  private static func issue(_ parameters: AddSolution.Parameters, _ office: Office) throws -> IssueDeRecherche {
    let mode = try code("mode", parameters.mode, ModeDAccueil.self)
    let attente = try code("attente", parameters.attente, Attente.Nature.self)
    let raison = try code("sansSolution", parameters.sansSolution, BesoinNonCouvert.self)
    let le = try office.jour(parameters.le, "le")
    switch (mode, attente, raison) {
    case (let mode, let attente?, nil):
      guard attente != .commission || le != nil else {
        throw ControlError.parametreInvalide(parametre: "le", message: "Il manque le jour de la commission.")
      }
      return .attente(Attente(attente, le: le, mode: mode))
    case (nil, nil, let raison?): return .sansSolution(raison)
    case (let mode?, nil, nil):
      if let hours = parameters.heuresParSemaine, !Solution.heures.contains(hours) {
        throw ControlError.parametreInvalide(
          parametre: "heuresParSemaine", message: "\(hours) heures par semaine ne se peut pas ; donnez de 1 à 168.")
      }
      return .solution(
        Solution(
          mode: mode, debut: try office.jour(parameters.debut, "debut"),
          heuresParSemaine: parameters.heuresParSemaine, commune: try parameters.commune.map(office.commune),
          estProvisoire: parameters.provisoire ?? false, souhaitDit: parameters.souhaitee))
    default:
      throw ControlError.parametreInvalide(
        parametre: "mode",
        message: "Dites ce que la famille a trouvé (mode), ce qu’elle attend (attente), ou pourquoi elle est sans "
          + "solution (sansSolution), une seule de ces choses.")
    }
  }

  private static func code<Code: CodeLibelle>(_ parametre: String, _ text: String?, _: Code.Type) throws -> Code? {
    guard let text else { return nil }
    guard let code = Code(rawValue: text) else {
      throw ControlError.parametreInvalide(
        parametre: parametre,
        message: "« \(text) » n’est pas un des codes possibles : "
          + Code.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return code
  }
}

extension Office {
  /// A day of the calendar as it was typed.
  fileprivate func jour(_ text: String?, _ parametre: String) throws -> DateCivile? {
    guard let text else { return nil }
    guard let jour = DateCivile(iso: text) ?? DateCivile(francaise: text) else {
      throw ControlError.parametreInvalide(
        parametre: parametre,
        message: "« \(text) » n’est pas un jour du calendrier ; écrivez 2026-11-25 ou 25/11/2026.")
    }
    return jour
  }
}
