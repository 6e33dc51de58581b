import Guichet
import GuichetControl
import GuichetRegister

/// Contacts with families: entered, and taken back.
enum ContactHandler {
  static func add(_ request: ControlRequest, _ parameters: AddContact.Parameters) async throws -> AddContact.Reply {
    let office = request.office
    let now = office.clock.now()
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    let contact = try contact(parameters, linf: row.linf, office)
    let moment = try parameters.survenuLe.map { try office.momentDAppel($0) } ?? now
    let isRelance = parameters.suivi == true
    let demande = try await act(
      on: row.numero, request, at: now, survenus: [.contact: moment]
    ) { [fuseau = office.fuseau] (demande, agent) throws(ActeRefuse) in
      if isRelance { try demande.admettreUneRelance() }
      return try demande.noter(contact, survenuLe: moment, par: agent, at: now, fuseau: fuseau)
    }
    try await request.noteRead(count: 1)
    return AddContact.Reply(
      demande: try await ligne(demande, request, at: now), sequence: Int(demande.contacts.last?.seq ?? 0),
      joindre: try await JoindreWire.joindre(demande, request, at: now))
  }

  static func cancel(
    _ request: ControlRequest, _ parameters: CancelContact.Parameters
  ) async throws -> CancelContact.Reply {
    let now = request.office.clock.now()
    let (row, _) = try await DemandeHandler.find(parameters.numero, request)
    let demande = try await act(on: row.numero, request, at: now) {
      [fuseau = request.office.fuseau] (demande, agent) throws(ActeRefuse) in
      try demande.annulerContact(Int64(parameters.sequence), par: agent, at: now, fuseau: fuseau)
    }
    return CancelContact.Reply(demande: try await ligne(demande, request, at: now))
  }

  /// What the demande has become; or why nothing was done.
  private static func act(
    on numero: Numero, _ request: ControlRequest, at now: Instant, survenus: [NatureFait: Instant] = [:],
    _ decide: @escaping @Sendable (Demande, Int64) throws(ActeRefuse) -> [Evenement]
  ) async throws -> Demande {
    switch try await request.act(on: [numero], at: now, survenus: survenus, decide).first {
    case .success(let fait): return fait.demande
    case .failure(let refusal) where refusal.code != .introuvable:
      if let prise = refusal.prise { throw try await request.enMain(numero, prise) }
      throw ControlError.sansObjet(parametre: "numero", message: refusal.message)
    case .failure, nil: throw ControlError.demandeIntrouvable(numero: numero.texte)
    }
  }

  private static func ligne(_ demande: Demande, _ request: ControlRequest, at now: Instant) async throws -> Wire.Demande
  {
    let rows = try await request.office.register.rows([demande.numero])
    guard let row = rows.first else { throw ControlError.demandeIntrouvable(numero: demande.numero.texte) }
    return row.wire(now, request.office, try await request.preneurs(of: rows, at: now), demande)
  }

  private static func contact(
    _ parameters: AddContact.Parameters, linf: String?, _ office: Office
  ) throws -> Contact {
    func code<Code: CodeLibelle>(_ parametre: String, _ text: String, _: Code.Type) throws -> Code {
      guard let code = Code(rawValue: text) else {
        throw ControlError.parametreInvalide(
          parametre: parametre,
          message: "« \(text) » n’est pas un des codes possibles : "
            + Code.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return code
    }
    var themes: [ThemeContact] = []
    for text in parameters.themes ?? [] {
      let theme = try code("themes", text, ThemeContact.self)
      if !themes.contains(theme) { themes.append(theme) }
    }
    let note: String?
    do {
      note = try TexteDActe.lire(parameters.note)
    } catch {
      throw ControlError.parametreInvalide(parametre: "note", message: error.message)
    }
    return Contact(
      sens: try code("sens", parameters.sens ?? SensContact.sortant.rawValue, SensContact.self),
      canal: try code("canal", parameters.canal ?? CanalContact.telephone.rawValue, CanalContact.self),
      resultat: try code("resultat", parameters.resultat, ResultatContact.self), themes: themes, note: note,
      aRappelerLe: try parameters.aRappelerLe.map { try office.rappel($0, linf: linf) },
      numeroAppele: try parameters.numeroAppele.map(numero))
  }

  private static func numero(_ typed: String) throws -> String {
    switch Telephone.lire(typed) {
    case .success(let e164): return e164
    case .failure(let faute): throw ControlError.parametreInvalide(parametre: "numeroAppele", message: faute.message)
    }
  }
}

extension Office {
  /// When a contact happened, as it was typed: with its time, since half-days count.
  fileprivate func momentDAppel(_ text: String) throws -> Instant {
    guard DateCivile(iso: text) == nil, DateCivile(francaise: text) == nil else {
      throw ControlError.parametreInvalide(
        parametre: "survenuLe",
        message: "Il manque l’heure de ce contact, dont dépend la demi-journée ; écrivez \(text) 10:00.")
    }
    return try instant(text, "survenuLe")
  }

  /// The time for which a family asked; a day alone is when its LINF opens on it.
  fileprivate func rappel(_ text: String, linf: String?) throws -> Instant {
    let moment = try instant(text, "aRappelerLe")
    guard DateCivile(iso: text) != nil || DateCivile(francaise: text) != nil, let linf else { return moment }
    let first = heuresDAppel(linf: linf).jour(today(moment)).intervalles.first
    return first?.debut ?? moment
  }
}
