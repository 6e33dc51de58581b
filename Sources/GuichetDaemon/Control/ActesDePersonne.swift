import Guichet
import GuichetControl
import GuichetRegister
import Varlink

// Acts of the person who calls, on demandes that it may see and that nobody else has in hand.

extension ControlRequest {
  /// Does one thing to each of these demandes, in one transaction.
  ///
  /// The one place where a person's act meets what another is at work on; the rules' own acts do not come this way.
  /// - Parameters:
  ///   - version: the référentiel that decides; nil where none does.
  ///   - survenus: when the facts of these natures happened, where that is not now.
  ///   - estLibre: whether it is done whoever has the demande in hand.
  ///   - decide: the facts to record, given the id of who acts.
  func act(
    on numeros: [Numero], at now: Instant, over version: Int? = nil, survenus: [NatureFait: Instant] = [:],
    quiQueLAit estLibre: Bool = false, _ decide: @escaping @Sendable (Demande, Int64) throws(ActeRefuse) -> [Evenement]
  ) async throws(RegisterError) -> [Result<ActeFait, ActeRefuse>] {
    let agent = try await desk.agents.agent(call.peer)
    // Another LINF's demande is not forbidden, it is not there.
    return try await office.register.act(
      on: numeros, by: agent, now: now, over: version, survenus: survenus, isVisible: sight.includes(linf:)
    ) { (demande) throws(ActeRefuse) in
      if !estLibre { try demande.admettreLActe(de: agent, at: now) }
      return try decide(demande, agent)
    }
  }

  /// The same for numeros as they were typed, and what to tell of each, in order.
  func resultats(
    _ texts: [String], over version: Int? = nil, quiQueLAit estLibre: Bool = false,
    _ decide: @escaping @Sendable (Demande, Int64, Instant) throws(ActeRefuse) -> [Evenement]
  ) async throws -> Wire.ResultatsActe {
    let now = office.clock.now()
    let numeros = try numeros(texts, at: now)
    let results = try await act(on: numeros.compactMap(\.self), at: now, over: version, quiQueLAit: estLibre) {
      (demande, agent) throws(ActeRefuse) in try decide(demande, agent, now)
    }
    return try await resultats(texts, numeros, results)
  }

  /// Numeros as they were typed; nil for what is none.
  func numeros(_ texts: [String], at now: Instant) throws -> [Numero?] {
    guard texts.count <= AssignDemandes.maximum else {
      throw ControlError.parametreInvalide(
        parametre: "numeros",
        message: "\(texts.count) demandes en un appel ; donnez-en au plus \(AssignDemandes.maximum) à la fois.")
    }
    let year = office.today(now).annee
    return texts.map { Numero(texte: $0, anneeCourante: year) }
  }

  /// What to tell of each, given what each numero that is one came to, in order.
  func resultats(
    _ texts: [String], _ numeros: [Numero?], _ results: [Result<ActeFait, ActeRefuse>]
  ) async throws -> Wire.ResultatsActe {
    let logins = try await desk.agents.logins(of: Set(results.compactMap(\.prise?.agent)))
    var rest = results[...]
    var resultats: [Wire.ResultatActe] = []
    for (text, numero) in zip(texts, numeros) {
      guard let numero, let result = rest.popFirst() else {
        resultats.append(Wire.ResultatActe(text, refuse: .introuvable, office, logins))
        continue
      }
      switch result {
      case .success(let fait): resultats.append(Wire.ResultatActe(fait, office))
      case .failure(.introuvable):
        // Of one that left its LINF a short while ago it is told where to turn, and nothing else.
        let depart = try await TransmissionHandler.depart(of: numero, self)
        let refusal = depart.map { TransmissionHandler.refus($0, office) } ?? .introuvable
        resultats.append(Wire.ResultatActe(numero.texte, refuse: refusal, office, logins))
      case .failure(let refusal): resultats.append(Wire.ResultatActe(numero.texte, refuse: refusal, office, logins))
      }
    }
    return Wire.ResultatsActe(resultats: resultats)
  }

  func resultats(
    _ texts: [String], over version: Int, _ decide: @escaping @Sendable (Demande) throws(ActeRefuse) -> [Evenement]
  ) async throws -> Wire.ResultatsActe {
    try await resultats(texts, over: version) { (demande, _, _) throws(ActeRefuse) in try decide(demande) }
  }

  /// The logins of who has any of these demandes in hand at that instant, by agent.
  func preneurs(of rows: [DemandeRow], at now: Instant) async throws(RegisterError) -> [Int64: String] {
    var agents: Set<Int64> = []
    for row in rows {
      if let prise = row.prise, prise.court(at: now) { agents.insert(prise.agent) }
    }
    return agents.isEmpty ? [:] : try await desk.agents.logins(of: agents)
  }

  /// The error that says who has it in hand.
  func enMain(_ numero: Numero, _ prise: Prise) async throws(RegisterError) -> ControlError {
    let logins = try await desk.agents.logins(of: [prise.agent])
    return .enMain(
      numero: numero.texte, login: logins[prise.agent] ?? "", jusqua: office.fuseau.rfc3339(prise.jusqua))
  }
}

extension Result<ActeFait, ActeRefuse> {
  /// The lease that refused it.
  fileprivate var prise: Prise? {
    switch self {
    case .success: nil
    case .failure(let refusal): refusal.prise
    }
  }
}
