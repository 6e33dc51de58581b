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
    var numeros = filter == nil ? [] : try await request.office.register.numeros(filter ?? DemandeFilter())
    if parameters.doublons == true { numeros = try await avecDoublon(numeros, request) }
    if numeros.isEmpty { try refuseUnknown(parameters, request) }
    var pages = numeros.pages(of: ControlRequest.page)
    let first = pages.removeFirst()
    async let opening = page(first, request)
    try await request.noteRead(count: numeros.count)
    var rows = try await opening
    while !pages.isEmpty {
      // The next page is read while this one is written and taken.
      let page = pages.removeFirst()
      async let next = Self.page(page, request)
      try await send(reply(rows, request, suivi: parameters.suivi))
      rows = try await next
    }
    return try await reply(rows, request, suivi: parameters.suivi)
  }

  /// The rows of one message, and which of them may have a doublon.
  private static func page(
    _ numeros: [Numero], _ request: ControlRequest
  ) async throws(RegisterError) -> ([DemandeRow], Set<Numero>) {
    let rows = try await request.office.register.rows(numeros)
    return (rows, try await request.office.register.avecDoublon(rows, request.rechercheDeDoublons))
  }

  private static func avecDoublon(
    _ numeros: [Numero], _ request: ControlRequest
  ) async throws(RegisterError) -> [Numero] {
    var found: [Numero] = []
    for numeros in numeros.pages(of: ControlRequest.page) {
      let (_, marked) = try await page(numeros, request)
      found += numeros.filter(marked.contains)
    }
    return found
  }

  private static func reply(
    _ page: ([DemandeRow], Set<Numero>), _ request: ControlRequest, suivi: Bool?
  ) async throws -> ListDemandes.Reply {
    let (rows, marked) = page
    let office = request.office
    let now = office.clock.now()
    let logins = try await request.preneurs(of: rows, at: now)
    // Only where it is asked for: each is made of its facts.
    let demandes = suivi == true ? try await office.register.demandes(rows.map(\.numero)) : []
    let known = Dictionary(demandes.map { ($0.numero, $0) }, uniquingKeysWith: { first, _ in first })
    let closed = request.propre.suppleances(office)
    return ListDemandes.Reply(
      demandes: rows.map {
        $0.wire(now, office, logins, aUnDoublon: marked.contains($0.numero), known[$0.numero])
      }, suppleances: closed.isEmpty ? nil : closed)
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
    let (row, found) = try await find(parameters.numero, request)
    let demande = found.montree
    try await request.noteRead(count: 1)
    let office = request.office
    let entries = try await office.register.entries(after: 0, of: row.numero, limit: 10_000)
    let now = office.clock.now()
    let referentiel = office.desk.version.routeur.referentiel
    let linf = row.linf.flatMap { id in referentiel?.linf.first { $0.id == id } }
    return ShowDemande.Reply(
      demande: row.wire(now, office, try await request.preneurs(of: [row], at: now), demande),
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
        rendezVous: AgendaWire(office).wire(demande), enfants: try await EnfantsWire.enfants(demande, request, at: now),
        cloture: demande.cloturePossible?.rawValue,
        doublons: try await DoublonHandler.doublons(de: demande, request),
        fusionneeDans: try await DoublonHandler.fusionneeDans(demande, request),
        absorbees: try await DoublonHandler.absorbees(par: row.numero, request),
        conflits: try await ConflitWire.conflits(demande, request)))
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
    if parameters.suivi == true {
      guard filter.etats.isEmpty || filter.etats == [.enSuivi] else { return nil }
      filter.etats = [.enSuivi]
      filter.urgentesDAbord = false
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
