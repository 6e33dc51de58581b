import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import Varlink

/// Erases families, as the door does it.
enum EffacementHandler {
  static func erase(
    _ request: ControlRequest, _ parameters: EraseDemandes.Parameters,
    _ send: (EraseDemandes.Reply) async throws -> Void
  ) async throws -> EraseDemandes.Reply {
    let now = request.office.clock.now()
    let numeros = try request.numeros(parameters.numeros, at: now)
    let agent = try await request.desk.agents.agent(request.call.peer)
    let (desk, recherche) = (request.desk.effacements, request.rechercheDeDoublons)
    do {
      let ensemble = try await desk.ensemble(numeros.compactMap(\.self))
      try await request.noteRead(count: ensemble.demandes.count)
      var lignes = try await lignes(
        parameters, numeros, ensemble, proches: proches(ensemble, recherche, request.office), now)
      lignes += jointes(ensemble, parameters.executer, now)
      guard parameters.executer else {
        return EraseDemandes.Reply(etape: nil, demandes: lignes, rejets: ensemble.rejets)
      }
      let isComplete = try await LongWork.run(
        until: request.desk.changes,
        { tell in
          tell(.effacement)
          try await desk.effacer(ensemble, by: agent)
          // What was written for others is taken back before it is answered that nothing is left.
          try await request.desk.agendas?.bringUpToDate()
          try await request.desk.courriels?.bringUpToDate()
          guard parameters.toutDeSuite == true else { return request.office.register.head.effacements.incomplets == 0 }
          tell(.nettoyage)
          return try await desk.nettoyer()
        }, saying: { etape in try await send(EraseDemandes.Reply(etape: etape.rawValue)) })
      return EraseDemandes.Reply(
        etape: nil, demandes: lignes, rejets: ensemble.rejets, complet: isComplete,
        sauvegardes: try request.desk.backups.dossier.lister().count,
        misDeCote: try RegisterPlace(request.office.configuration.chemins.registre).asides().count)
    } catch let refusal as EffacementRefuse {
      throw ControlError.indisponible(message: refusal.message)
    }
  }

  /// Those that may be of the same family and are not erased with it.
  private static func proches(
    _ ensemble: EffacementDesk.Ensemble, _ recherche: RechercheDeDoublons, _ office: Office
  ) async throws -> [Numero: [String]] {
    let own = Set(ensemble.demandes.map(\.demande.numero))
    var found: [Numero: [String]] = [:]
    for demande in ensemble.aFaire.map(\.demande) {
      found[demande.numero] = try await office.register.doublons(de: demande, recherche).map(\.demande.numero)
        .filter { !own.contains($0) }.map(\.texte)
    }
    return found
  }

  private static func lignes(
    _ parameters: EraseDemandes.Parameters, _ numeros: [Numero?], _ ensemble: EffacementDesk.Ensemble,
    proches: [Numero: [String]], _ now: Instant
  ) throws -> [Wire.DemandeEffacee] {
    let found = Dictionary(ensemble.demandes.map { ($0.demande.numero, $0) }) { first, _ in first }
    return zip(parameters.numeros, numeros).map { text, numero in
      guard let numero, let one = found[numero] else {
        return Wire.DemandeEffacee(
          numero: numero?.texte ?? text, fait: false, code: ActeRefuse.Code.introuvable.rawValue,
          message: ActeRefuse.introuvable.message)
      }
      return ligne(one, ensemble, parameters.executer, now, proches: proches[numero] ?? [])
    }
  }

  private static func jointes(
    _ ensemble: EffacementDesk.Ensemble, _ executer: Bool, _ now: Instant
  ) -> [Wire.DemandeEffacee] {
    ensemble.demandes.filter { ensemble.jointes.contains($0.demande.numero) }
      .map { ligne($0, ensemble, executer, now, proches: []) }
  }

  private static func ligne(
    _ one: AEffacer, _ ensemble: EffacementDesk.Ensemble, _ executer: Bool, _ now: Instant, proches: [String]
  ) -> Wire.DemandeEffacee {
    let demande = one.demande
    let isJoined = ensemble.jointes.contains(demande.numero)
    let ending: [Evenement]
    do throws(ActeRefuse) {
      ending = try demande.acheverAvantEffacement(at: now)
    } catch {
      return Wire.DemandeEffacee(
        numero: demande.numero.texte, fait: false, code: error.code.rawValue, message: error.message, jointe: isJoined)
    }
    let calledOff = ending.count { $0.nature == .rendezVousAnnule }
    let original = ensemble.originaux.contains(demande.numero)
    var parts = ["le contenu de \(one.faits) faits du journal"]
    if calledOff > 0 {
      parts.append("\(calledOff) rendez-vous à venir, qui \(calledOff > 1 ? "sont annulés" : "est annulé")")
    }
    if original { parts.append("le fichier reçu") }
    return Wire.DemandeEffacee(
      numero: demande.numero.texte, fait: true, code: nil,
      message: (executer ? "Effacée : " : "Serait effacée : ") + parts.joined(separator: ", ")
        + (isJoined ? " ; elle est fusionnée avec l’autre." : "."),
      faits: one.faits, rendezVous: calledOff, original: original, jointe: isJoined, proches: proches)
  }
}
