import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// Rendez-vous given to families, moved, called off, and filled in.
enum RendezVousHandler {
  static func book(_ request: ControlRequest, _ parameters: BookRendezVous.Parameters) async throws
    -> BookRendezVous.Reply
  {
    let demarche = Demarche(
      numero: parameters.numero, debut: parameters.debut, mode: parameters.mode, duree: parameters.duree,
      lieu: parameters.lieu, horsHoraires: parameters.horsHoraires ?? false)
    let (rendezVous, avertissement) = try await put(request, demarche) {
      (demande, souhait, ouverts, occupes, now) throws(ActeRefuse) in
      try demande.fixer(souhait, ouverts, occupes, now: now)
    }
    return .init(rendezVous: rendezVous, avertissement: avertissement)
  }

  static func move(_ request: ControlRequest, _ parameters: MoveRendezVous.Parameters) async throws
    -> MoveRendezVous.Reply
  {
    let demarche = Demarche(
      numero: parameters.numero, debut: parameters.debut, mode: parameters.mode, duree: parameters.duree,
      lieu: parameters.lieu, horsHoraires: parameters.horsHoraires ?? false)
    let (rendezVous, avertissement) = try await put(request, demarche) {
      (demande, souhait, ouverts, occupes, now) throws(ActeRefuse) in
      try demande.deplacer(souhait, ouverts, occupes, now: now)
    }
    return .init(rendezVous: rendezVous, avertissement: avertissement)
  }

  static func cancel(_ request: ControlRequest, _ parameters: CancelRendezVous.Parameters) async throws
    -> CancelRendezVous.Reply
  {
    guard ["famille", "linf"].contains(parameters.par) else {
      throw ControlError.parametreInvalide(
        parametre: "par", message: "« \(parameters.par) » n’annule pas de rendez-vous ; c’est famille ou linf.")
    }
    let (_, demande) = try await DemandeHandler.find(parameters.numero, request)
    let parLaFamille = parameters.par == "famille"
    let outcome = try await act(request, demande) { (demande, _) throws(ActeRefuse) in
      try demande.annulerRendezVous(parLaFamille: parLaFamille)
    }
    return .init(rendezVous: try await reply(outcome, demande, request))
  }

  static func record(_ request: ControlRequest, _ parameters: RecordRendezVous.Parameters) async throws
    -> RecordRendezVous.Reply
  {
    guard let resultat = ResultatRendezVous(rawValue: parameters.resultat) else {
      throw ControlError.parametreInvalide(
        parametre: "resultat",
        message: "« \(parameters.resultat) » n’est pas un résultat ; les résultats sont "
          + ResultatRendezVous.allCases.map(\.rawValue).joined(separator: ", ") + ".")
    }
    let office = request.office
    let now = office.clock.now()
    let (_, demande) = try await DemandeHandler.find(parameters.numero, request)
    let given = try parameters.survenuLe.map { try office.instant($0, "survenuLe") }
    if let given, given > now {
      throw ControlError.parametreInvalide(
        parametre: "survenuLe", message: "Le \(office.fuseau.phrase(given)) n’est pas encore passé.")
    }
    // What was kept took place at its own time; an excuse comes when it is told.
    let survenuLe = given ?? (resultat == .excuse ? nil : demande.rendezVousPrevu.map { min($0.debut, now) })
    let outcome = try await act(request, demande, survenuLe: survenuLe) { (demande, _) throws(ActeRefuse) in
      try demande.renseigner(resultat, in: office.fuseau, now: now)
    }
    return .init(rendezVous: try await reply(outcome, demande, request))
  }

  /// A rendez-vous as a call wishes for it.
  private struct Demarche {
    let numero: String
    let debut: String
    let mode: String?
    let duree: Int?
    let lieu: String?
    let horsHoraires: Bool
  }

  private static func put(
    _ request: ControlRequest, _ demarche: Demarche,
    _ decide:
      @escaping @Sendable (Demande, RendezVousSouhaite, PostesOuverts, [PosteOccupe], Instant)
      throws(ActeRefuse) -> [Evenement]
  ) async throws -> (rendezVous: Wire.RendezVous, avertissement: String?) {
    let office = request.office
    let now = office.clock.now()
    let version = office.desk.version.number
    let (_, demande) = try await DemandeHandler.find(demarche.numero, request)
    guard DateCivile(iso: demarche.debut) == nil, DateCivile(francaise: demarche.debut) == nil else {
      throw ControlError.parametreInvalide(
        parametre: "debut",
        message: "Il manque l’heure du rendez-vous ; écrivez « 25/11/2026 10:00 » ou 2026-11-25T10:00.")
    }
    let debut = try office.instant(demarche.debut, "debut")
    let before = demande.rendezVousPrevu?.place
    guard let mode = try demarche.mode.map(CreneauHandler.mode) ?? before?.mode else {
      throw refus(ActeRefuse(.sansRendezVous, "Elle n’a pas de rendez-vous prévu ; fixez-en un."), demande, [], office)
    }
    guard let linf = demande.linf, let ouverts = AgendaDesk(office: office).ouverts(linf) else {
      throw refus(
        ActeRefuse(.sansLinf, "Aucun LINF du référentiel ne l’a : il faut d’abord l’orienter."), demande, [], office)
    }
    let duree = try demarche.duree ?? before?.duree ?? CreneauHandler.duree(nil, linf, office)
    let lieu = try ActeHandler.text(demarche.lieu, "lieu")
    let souhait = RendezVousSouhaite(
      debut: debut, duree: duree, mode: mode,
      lieu: lieu ?? (mode == before?.mode ? before?.lieu : nil) ?? (mode == .surSite ? ouverts.lieu(le: debut) : nil),
      horsHoraires: demarche.horsHoraires)
    let outcome = try await act(
      request, demande, linf: linf, autour: debut..<max(debut, souhait.fin), over: version
    ) { (current, occupes) throws(ActeRefuse) in
      guard current.linf == linf else {
        throw ActeRefuse(.changee, "Elle vient d’aller à un autre LINF ; regardez-la à nouveau.")
      }
      return try decide(current, souhait, ouverts, occupes, now)
    }
    if case .failure(let refusal) = outcome, [.horsHoraires, .complet, .rendezVousPasse].contains(refusal.code) {
      let near = try await CreneauHandler.proches(of: linf, ouverts, de: max(debut, now), duree: duree, office)
      throw refus(refusal, demande, near, office)
    }
    let rendezVous = try await reply(outcome, demande, request)
    guard case .success(let fait) = outcome, let given = fait.demande.rendezVousDe(fait.evenements) else {
      return (rendezVous, nil)
    }
    return (rendezVous, office.register.horloges?.avertissement(given, de: demande, at: now))
  }

  private static func act(
    _ request: ControlRequest, _ demande: Demande, linf: String? = nil, autour: Range<Instant>? = nil,
    over version: Int? = nil, survenuLe: Instant? = nil,
    _ decide: @escaping @Sendable (Demande, [PosteOccupe]) throws(ActeRefuse) -> [Evenement]
  ) async throws -> Result<ActeFait, ActeRefuse> {
    let now = request.office.clock.now()
    let agent = try await request.desk.agents.agent(request.call.peer)
    let sight = request.sight
    return try await request.office.register.actOnRendezVous(
      of: demande.numero, linf: linf, autour: autour ?? now..<now, by: agent, now: now, over: version,
      survenuLe: survenuLe
    ) { (current, occupes) throws(ActeRefuse) in
      guard sight.includes(linf: current.linf) else { throw ActeRefuse.introuvable }
      try current.admettreLActe(de: agent, at: now)
      return try decide(current, occupes)
    }
  }

  private static func reply(
    _ outcome: Result<ActeFait, ActeRefuse>, _ demande: Demande, _ request: ControlRequest
  ) async throws -> Wire.RendezVous {
    let office = request.office
    switch outcome {
    case .success(let fait):
      guard let rendezVous = fait.demande.rendezVousDe(fait.evenements) else {
        throw ControlError.demandeIntrouvable(numero: demande.numero.texte)
      }
      // Who acted knows the family: its name would only be one more read of it.
      return AgendaWire(office).wire(
        LigneDAgenda(numero: demande.numero, chez: fait.demande.linf, rendezVous: rendezVous), famille: nil)
    case .failure(let refusal):
      if let prise = refusal.prise { throw try await request.enMain(demande.numero, prise) }
      if refusal.code == .introuvable { throw ControlError.demandeIntrouvable(numero: demande.numero.texte) }
      throw refus(refusal, demande, [], office)
    }
  }

  private static func refus(
    _ refusal: ActeRefuse, _ demande: Demande, _ near: [Creneau], _ office: Office
  ) -> ControlError {
    .rendezVousRefuse(
      numero: demande.numero.texte, code: refusal.code.rawValue, message: refusal.message,
      proches: near.map { CreneauHandler.wire($0, office) })
  }
}
