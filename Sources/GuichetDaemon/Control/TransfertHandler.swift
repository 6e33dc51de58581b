import Guichet
import GuichetControl
import GuichetRegister
import Varlink

/// Demandes that follow their commune to another LINF although they are further on.
enum TransfertHandler {
  static func transfer(
    _ request: ControlRequest, _ parameters: TransferDemandes.Parameters
  ) async throws -> TransferDemandes.Reply {
    let office = request.office
    let version = office.desk.version
    guard let referentiel = version.routeur.referentiel else {
      throw ControlError.indisponible(message: "Aucun référentiel n’est en vigueur ; chargez-en un d’abord.")
    }
    let day = try day(parameters, referentiel)
    let codes = referentiel.codes(ofCommune: parameters.commune)
    let open = try await office.register.demandes(try await office.register.open(inCommune: codes))
    let listed = try listed(parameters.numeros, of: open, request)
    let now = office.clock.now()
    let effective = max(day, office.today(now))
    let moves = listed.compactMap { demande -> Deplacement? in
      let decision = demande.decider(version.routeur, office.jours(depose: demande.deposeeLe, le: effective))
      guard decision.linf != demande.linf else { return nil }
      return Deplacement(
        numero: demande.numero, etat: demande.etat, le: effective, de: demande.linf, vers: decision, reste: nil)
    }
    if parameters.appliquer, !moves.isEmpty {
      let agent = try await request.desk.agents.agent(request.call.peer)
      _ = try await office.register.act(on: moves.map(\.numero), by: agent, now: now) {
        (demande) throws(ActeRefuse) in try demande.prevoirTransfert(le: day)
      }
      if day <= office.today(now) { _ = try await request.desk.rerouting.run() }
    }
    return TransferDemandes.Reply(deplacements: moves.map(\.wire))
  }

  private static func day(_ parameters: TransferDemandes.Parameters, _ referentiel: Referentiel) throws -> DateCivile {
    let name = try referentiel.nomVerifie(commune: parameters.commune)
    guard let day = DateCivile(iso: parameters.le) ?? DateCivile(francaise: parameters.le) else {
      throw ControlError.parametreInvalide(
        parametre: "le",
        message: "« \(parameters.le) » n’est pas un jour du calendrier ; écrivez 2027-01-01 ou 01/01/2027.")
    }
    let codes = referentiel.codes(ofCommune: parameters.commune)
    let changing = referentiel.communesChangeant(apres: day.advanced(byDays: -1), jusquau: day)
    guard codes.contains(where: changing.contains) else {
      throw ControlError.sansObjet(
        parametre: "le",
        message:
          "Aucun rattachement de \(name) ne change le \(day.francaise) dans le référentiel en vigueur ; donnez le "
          + "jour du changement.")
    }
    return day
  }

  /// Those that were named; without names all that would stay by themselves, but for those that a person locked.
  private static func listed(_ texts: [String]?, of open: [Demande], _ request: ControlRequest) throws -> [Demande] {
    guard let texts else {
      return open.filter { !$0.estVerrouillee && $0.etat != .aOrienter && $0.etat != .aContacter }
    }
    let year = request.office.today(request.office.clock.now()).annee
    return try texts.map { text in
      guard let numero = Numero(texte: text, anneeCourante: year) else {
        throw ControlError.demandeIntrouvable(numero: text)
      }
      guard let demande = open.first(where: { $0.numero == numero }) else {
        throw ControlError.sansObjet(
          parametre: "numeros",
          message: "La demande \(numero.texte) n’est pas de cette commune, ou elle est close ; retirez-la de la liste.")
      }
      return demande
    }
  }
}

extension Deplacement {
  var wire: Wire.Deplacement {
    Wire.Deplacement(
      numero: numero.texte, etat: etat.rawValue, le: le.iso, de: de, vers: vers.linf, raison: vers.raison?.rawValue,
      suit: reste == nil, reste: reste?.rawValue)
  }
}
