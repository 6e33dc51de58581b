import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// Demandes of one family: found, merged, taken apart again.
enum DoublonHandler {
  static func list(
    _ request: ControlRequest, _ parameters: ListDoublons.Parameters
  ) async throws -> ListDoublons.Reply {
    let (_, demande) = try await DemandeHandler.find(parameters.numero, request)
    try await request.noteRead(count: 1)
    return ListDoublons.Reply(doublons: try await doublons(de: demande, request))
  }

  static func merge(
    _ request: ControlRequest, _ parameters: MergeDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    let motif = try ActeHandler.text(parameters.motif, "motif")
    // Where the one that stays is not there for who asks, that is told of it and not of the others.
    let (survivante, _) = try await DemandeHandler.find(parameters.dans, request)
    let fuseau = request.office.fuseau
    let parSuperviseur = request.sight == .all
    let now = request.office.clock.now()
    let numeros = try request.numeros(parameters.numeros, at: now)
    let results = try await request.fusionner(numeros.compactMap(\.self), dans: survivante.numero, at: now) {
      (demande, other, suite) throws(ActeRefuse) in
      try demande.fusionner(dans: other, motif: motif, suite: suite, fuseau: fuseau, parSuperviseur: parSuperviseur)
    }
    return try await request.resultats(parameters.numeros, numeros, results)
  }

  static func unmerge(
    _ request: ControlRequest, _ parameters: UnmergeDemandes.Parameters
  ) async throws -> Wire.ResultatsActe {
    let office = request.office
    let version = office.desk.version
    let today = office.today(office.clock.now())
    return try await request.resultats(parameters.numeros, over: version.number) { (demande) throws(ActeRefuse) in
      let jours = office.jours(depose: demande.deposeeLe, le: today)
      return try demande.defusionner(version.routeur, jours, version: version.number)
    }
  }

  static func doublons(de demande: Demande, _ request: ControlRequest) async throws -> [Wire.DoublonPossible] {
    let office = request.office
    return try await office.register.doublons(de: demande, request.rechercheDeDoublons).map { found in
      let (other, rapprochement) = (found.demande, found.rapprochement)
      return Wire.DoublonPossible(
        numero: other.numero.texte, linf: other.linf, etat: other.etat.rawValue,
        deposeeLe: office.fuseau.rfc3339(other.deposeeLe), degre: rapprochement.degre.rawValue,
        genre: rapprochement.genre.rawValue, criteres: rapprochement.criteres.map(\.rawValue),
        lie: rapprochement.estLie, par: found.par.texte)
    }
  }

  /// Those that were merged into a demande and that the caller sees, with their histories.
  static func absorbees(par numero: Numero, _ request: ControlRequest) async throws -> [Wire.Absorbee] {
    let office = request.office
    var absorbees: [Wire.Absorbee] = []
    for row in try await office.register.absorbees(par: numero) where request.sight.includes(linf: row.linf) {
      let entries = try await office.register.entries(after: 0, of: row.numero, limit: 10_000)
      absorbees.append(
        Wire.Absorbee(
          numero: row.numero.texte, reference: row.reference, linf: row.linf,
          recueLe: office.fuseau.rfc3339(row.recueLe), motif: entries.motifDeFusion,
          faits: entries.map { JournalHandler.wire($0, office) }))
    }
    return absorbees
  }

  /// Into which it was merged, where the caller sees that one too.
  static func fusionneeDans(_ demande: Demande, _ request: ControlRequest) async throws -> String? {
    guard let numero = demande.fusionneeDans else { return nil }
    let row = try await request.office.register.rows([numero]).first
    return row.flatMap { request.sight.includes(linf: $0.linf) ? $0.numero.texte : nil }
  }
}

extension [JournalEntry] {
  /// Why it was last merged.
  fileprivate var motifDeFusion: String? {
    for entry in reversed() {
      if case .fusionnee(let fusionnee) = entry.fait.evenement { return fusionnee.motif }
    }
    return nil
  }
}

extension ControlRequest {
  /// What demandes of one family are looked for among.
  var rechercheDeDoublons: RechercheDeDoublons {
    var own: [String]?
    if case .linf(let seen) = sight { own = seen.sorted() }
    return RechercheDeDoublons(
      linf: own, regle: RegleDoublons(fenetre: office.configuration.doublons.fenetre), fuseau: office.fuseau)
  }

  /// Merges demandes that the caller may see and that nobody else has in hand.
  func fusionner(
    _ numeros: [Numero], dans survivante: Numero, at now: Instant,
    _ decide: @escaping @Sendable (Demande, Demande, [Numero]) throws(ActeRefuse) -> [Evenement]
  ) async throws(RegisterError) -> [Result<ActeFait, ActeRefuse>] {
    let agent = try await desk.agents.agent(call.peer)
    return try await office.register.fusionner(
      numeros, dans: survivante, by: agent, now: now, isVisible: sight.includes(linf:)
    ) { (demande, other, suite) throws(ActeRefuse) in
      try demande.admettreLActe(de: agent, at: now)
      return try decide(demande, other, suite)
    }
  }
}
