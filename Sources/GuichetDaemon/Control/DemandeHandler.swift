import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// The demandes: the work list, and all of one.
enum DemandeHandler {
  static func list(
    _ request: ControlRequest, _ parameters: ListDemandes.Parameters, _ send: (ListDemandes.Reply) async throws -> Void
  ) async throws -> ListDemandes.Reply {
    let filter = try await filter(parameters, request)
    let numeros = filter == nil ? [] : try await request.office.register.numeros(filter ?? DemandeFilter())
    if numeros.isEmpty { try refuseUnknown(parameters, request) }
    let office = request.office
    var pages = numeros.pages(of: ControlRequest.page)
    let first = pages.removeFirst()
    async let opening = office.register.rows(first)
    try await request.noteRead(count: numeros.count)
    var rows = try await opening
    while !pages.isEmpty {
      // The next page is read while this one is written and taken.
      let page = pages.removeFirst()
      async let next = office.register.rows(page)
      try await send(reply(rows, request))
      rows = try await next
    }
    return try await reply(rows, request)
  }

  private static func reply(_ rows: [DemandeRow], _ request: ControlRequest) async throws -> ListDemandes.Reply {
    let now = request.office.clock.now()
    let logins = try await request.preneurs(of: rows, at: now)
    let closed = request.propre.suppleances(request.office)
    return ListDemandes.Reply(
      demandes: rows.map { $0.wire(now, request.office, logins) }, suppleances: closed.isEmpty ? nil : closed)
  }

  /// An empty list because of a slip of the pen is told from one because there is no work. A LINF or a commune of former
  /// days may have demandes still, so only what finds none is looked at.
  private static func refuseUnknown(_ parameters: ListDemandes.Parameters, _ request: ControlRequest) throws {
    guard let referentiel = request.office.desk.version.routeur.referentiel else { return }
    if let linf = parameters.linf { try referentiel.verifie(linf: linf) }
    if let commune = parameters.commune { _ = try referentiel.nomVerifie(commune: commune) }
  }

  static func show(
    _ request: ControlRequest, _ parameters: ShowDemande.Parameters
  ) async throws -> ShowDemande.Reply {
    let (row, demande) = try await find(parameters.numero, request)
    try await request.noteRead(count: 1)
    let office = request.office
    let entries = try await office.register.entries(after: 0, of: row.numero, limit: 10_000)
    let now = office.clock.now()
    let referentiel = office.desk.version.routeur.referentiel
    let linf = row.linf.flatMap { id in referentiel?.linf.first { $0.id == id } }
    return ShowDemande.Reply(
      demande: row.wire(now, office, try await request.preneurs(of: [row], at: now)),
      fiche: Wire.Fiche(
        formulaire: try DemandeWire.formulaire(demande, office),
        anomalies: demande.recue.anomalies.map {
          Wire.Anomalie(chemin: $0.chemin, message: $0.message, saisi: $0.saisi)
        },
        avertissements: demande.recue.avertissements.map { Wire.Constat(chemin: $0.chemin, message: $0.message) },
        commune: row.codeInsee.flatMap { referentiel?.nom(ofCommune: $0) }, linfNom: linf?.nom,
        linfTelephone: linf?.telephone, faits: entries.map { JournalHandler.wire($0, office) },
        attributions: DemandeWire.attributions(demande, entries, office),
        corrections: DemandeWire.corrections(entries, office), propose: DemandeWire.propose(demande, now, office),
        transfert: DemandeWire.transfert(demande, referentiel),
        joindre: try await JoindreWire.joindre(demande, request, at: now), etape: office.echeance(of: demande),
        notes: DemandeWire.notes(demande, entries, office), noteCloture: demande.cloture?.note,
        rendezVous: AgendaWire(office).wire(demande)))
  }

  static func explain(
    _ request: ControlRequest, _ parameters: ExplainDemande.Parameters
  ) async throws -> ExplainDemande.Reply {
    let (row, demande) = try await find(parameters.numero, request)
    try await request.noteRead(count: 1)
    let office = request.office
    guard let routage = demande.routage, let last = demande.attributions.last else {
      throw ControlError.demandeIntrouvable(numero: row.numero.texte)
    }
    let entries = try await office.register.entries(after: 0, of: row.numero, limit: 10_000)
    let isByRules = last.mode.code == .automatique
    return ExplainDemande.Reply(
      numero: row.numero.texte, linf: row.linf, raison: row.raison?.rawValue,
      version: isByRules ? routage.version : last.version,
      jour: isByRules ? routage.decision.jour.iso : office.today(last.le).iso,
      explication: routage.decision.explication, mode: last.mode.code.rawValue,
      attributions: DemandeWire.attributions(demande, entries, office),
      propose: DemandeWire.propose(demande, office.clock.now(), office), departement: row.departement,
      marques: demande.marques.map(\.rawValue), echeance: office.echeance(of: demande))
  }

  /// One that the caller may not see does not exist for it; of one that left its LINF a short while ago it is told where
  /// to turn, and nothing else.
  static func find(_ texte: String, _ request: ControlRequest) async throws -> (DemandeRow, Demande) {
    let office = request.office
    let year = office.today(office.clock.now()).annee
    guard let numero = Numero(texte: texte, anneeCourante: year) else {
      throw ControlError.demandeIntrouvable(numero: texte)
    }
    // Whole, so that who typed the rank alone sees which year was looked at.
    let row = try await office.register.rows([numero]).first
    if let row, request.sight.includes(linf: row.linf), let demande = try await office.register.demande(numero) {
      return (row, demande)
    }
    // From here on one that the caller may not see and one that is not there go the same way, and take the same time.
    if let depart = try await TransmissionHandler.depart(of: numero, request) {
      let stub = TransmissionHandler.wire(depart, office)
      throw ControlError.demandeTransmise(numero: stub.numero, le: stub.le, telephone: stub.telephone)
    }
    throw try await NumeroHandler.introuvable(numero, request)
  }

  /// Nil when the caller can see nothing of what it asks for.
  private static func filter(
    _ parameters: ListDemandes.Parameters, _ request: ControlRequest
  ) async throws -> DemandeFilter? {
    var filter = DemandeFilter()
    filter.moment = Rappel.moment(request.office.clock.now(), in: request.office.fuseau)
    switch (request.sight, parameters.linf) {
    case (.all, let linf): filter.linf = linf.map { [$0] }
    case (.linf(let own), nil): filter.linf = own.sorted()
    case (.linf(let own), let linf?): filter.linf = own.contains(linf) ? [linf] : []
    }
    if filter.linf?.isEmpty == true { return nil }
    if let code = parameters.etat {
      guard let etat = Etat(rawValue: code) else {
        throw ControlError.parametreInvalide(
          parametre: "etat",
          message: "« \(code) » n’est pas un état ; les états sont "
            + Etat.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      filter.etats = [etat]
    }
    // Past demandes keep the code that their commune had then.
    filter.communes = parameters.commune.map { code in
      request.office.desk.version.routeur.referentiel?.codes(ofCommune: code) ?? [code]
    }
    if let text = parameters.depuis {
      filter.depuis = try request.office.instant(text, "depuis")
    }
    filter.aVerifier = parameters.aVerifier
    filter.enRetard = parameters.enRetard.map { ($0, request.office.clock.now()) }
    if parameters.miennes == true {
      filter.preneur = (try await request.desk.agents.agent(request.call.peer), request.office.clock.now())
    }
    filter.recherche = try parameters.cherche.map { try recherche($0, request.office) }
    if parameters.aRappeler == true {
      filter.aRappeler = (try await request.desk.agents.agent(request.call.peer), request.office.clock.now())
    }
    return filter
  }

  private static func recherche(_ text: String, _ office: Office) throws -> Recherche {
    do {
      return try Recherche(text, annee: office.today(office.clock.now()).annee)
    } catch {
      throw ControlError.parametreInvalide(parametre: "cherche", message: error.message)
    }
  }
}

extension [Numero] {
  /// At least one, the last of which may be shorter.
  fileprivate func pages(of size: Int) -> [[Numero]] {
    isEmpty ? [[]] : stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
