import Guichet
import GuichetControl
import GuichetRegister
import Logging
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
    if let shownBy = parameters.version, shownBy != version.number {
      throw ControlError.versionDepassee(version: version.number)
    }
    let transfer = Transfert(
      office: office, version: version, codes: Set(referentiel.codes(ofCommune: parameters.commune)),
      day: try day(parameters, referentiel), now: office.clock.now())
    let shown: [Shown]
    if let montrees = parameters.montrees {
      guard parameters.appliquer, montrees.count <= TransferDemandes.maximum else {
        throw ControlError.parametreInvalide(
          parametre: "montrees",
          message: "« montrees » ne va qu’avec « appliquer », pour au plus \(TransferDemandes.maximum) demandes.")
      }
      let year = office.today(transfer.now).annee
      shown = montrees.map {
        Shown(texte: $0.numero, numero: Numero(texte: $0.numero, anneeCourante: year), move: $0)
      }
    } else {
      let open = try await office.register.demandes(
        try await office.register.open(inCommune: Array(transfer.codes)))
      shown = try listed(parameters.numeros, of: open, transfer).map { demande in
        Shown(texte: demande.numero.texte, numero: demande.numero, move: transfer.move(demande)?.wire)
      }
    }
    guard parameters.appliquer else {
      return .init(deplacements: shown.compactMap(\.move), version: version.number)
    }
    return try await apply(transfer, to: shown, request)
  }

  /// A demande that was listed, and how it was shown.
  private struct Shown: Sendable {
    let texte: String
    let numero: Numero?
    /// Nil where its place goes nowhere.
    let move: Wire.Deplacement?
  }

  private static func apply(
    _ transfer: Transfert, to shown: [Shown], _ request: ControlRequest
  ) async throws -> TransferDemandes.Reply {
    let numeros = shown.compactMap(\.numero)
    guard !numeros.isEmpty else { return .init(deplacements: [], version: transfer.version.number, resultats: []) }
    let results = try await plan(transfer, shown, request)
    if transfer.isToday { await follow(request) }
    let rows = try await request.office.register.rows(numeros)
    var rest = results[...]
    var done: [Wire.Deplacement] = []
    let resultats = shown.map { item -> Wire.ResultatActe in
      guard let numero = item.numero, let result = rest.popFirst() else {
        return refused(item.texte, ActeRefuse(.introuvable, "Aucune demande ne porte ce numéro ; vérifiez-le."))
      }
      switch result {
      case .success:
        if let move = item.move { done.append(move) }
        return transfer.result(numero, rows.first { $0.numero == numero }, item.move)
      case .failure(let refusal): return refused(numero.texte, refusal)
      }
    }
    return .init(deplacements: done, version: transfer.version.number, resultats: resultats)
  }

  /// Lists them, each if it is still as it was shown.
  private static func plan(
    _ transfer: Transfert, _ shown: [Shown], _ request: ControlRequest
  ) async throws -> [Result<ActeFait, ActeRefuse>] {
    var moves: [Numero: Wire.Deplacement] = [:]
    for item in shown {
      if let numero = item.numero { moves[numero] = item.move }
    }
    do throws(RegisterError) {
      return try await request.act(on: shown.compactMap(\.numero), at: transfer.now, over: transfer.version.number) {
        [moves] (demande, _) throws(ActeRefuse) in try transfer.plan(demande, as: moves[demande.numero])
      }
    } catch {
      guard case .referentielDepasse(let courante) = error else { throw error }
      throw ControlError.versionDepassee(version: courante)
    }
  }

  /// Moves them at once. They are listed by now: what hinders that is told, and the rest is done when it can be.
  private static func follow(_ request: ControlRequest) async {
    do throws(RegisterError) {
      _ = try await request.desk.rerouting.run()
    } catch {
      request.office.logger.error("transferts remis à plus tard", metadata: ["cause": "\(error.message)"])
      request.desk.rerouting.remind()
    }
  }

  private static func refused(_ numero: String, _ refusal: ActeRefuse) -> Wire.ResultatActe {
    Wire.ResultatActe(numero: numero, fait: false, code: refusal.code.rawValue, message: refusal.message)
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

  /// Those that were named; without names all that would stay by themselves and would go elsewhere, but for those that a
  /// person locked and those that are listed already.
  private static func listed(_ texts: [String]?, of open: [Demande], _ transfer: Transfert) throws -> [Demande] {
    guard let texts else {
      return open.filter { demande in
        !demande.estVerrouillee && demande.etat != .aOrienter && demande.etat != .aContacter
          && transfer.isNew(demande)
      }
    }
    let year = transfer.office.today(transfer.now).annee
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

/// A change of a commune's LINF on a day, which demandes are let follow.
private struct Transfert: Sendable {
  let office: Office
  let version: RoutingDesk.Version
  /// Every code under which a demande of the commune may stand.
  let codes: Set<String>
  let day: DateCivile
  let now: Instant

  /// The change has happened: they move at once.
  var isToday: Bool { day <= office.today(now) }

  /// It would go, and is not listed to go there on that day yet.
  func isNew(_ demande: Demande) -> Bool {
    guard let move = move(demande) else { return false }
    return demande.transfertLe != day || demande.transfertVers != move.vers
  }

  /// Where the demande would go; nil where it would stay, or where nobody would have it.
  func move(_ demande: Demande) -> Deplacement? {
    let effective = max(day, office.today(now))
    let decision = demande.decider(version.routeur, office.jours(depose: demande.deposeeLe, le: effective))
    guard decision.linf != nil, decision.linf != demande.linf else { return nil }
    return Deplacement(
      demande, le: effective, de: demande.linf, vers: decision, motif: demande.estVerrouillee ? .verrouLeve : nil)
  }

  /// The facts that list it, if it is still as it was shown.
  func plan(_ demande: Demande, as shown: Wire.Deplacement?) throws(ActeRefuse) -> [Evenement] {
    guard let commune = demande.codeInsee, codes.contains(commune), let move = move(demande)?.wire,
      let vers = move.vers
    else {
      throw ActeRefuse(.changee, "Ce changement ne la concerne pas, ou plus ; rien n’a été fait.")
    }
    guard let shown, move.etat == shown.etat, move.de == shown.de, vers == shown.vers, move.motif == shown.motif else {
      throw ActeRefuse(.changee, "Elle a changé depuis qu’elle a été montrée ; rien n’a été fait.")
    }
    return try demande.prevoirTransfert(le: day, vers: vers)
  }

  func result(_ numero: Numero, _ row: DemandeRow?, _ shown: Wire.Deplacement?) -> Wire.ResultatActe {
    let vers = shown?.vers ?? ""
    let name = version.routeur.referentiel?.linf(vers)?.designation ?? vers
    let message =
      if !isToday {
        "Suivra sa commune le \(day.francaise), vers \(name)."
      } else if row?.linf == vers {
        "Transférée à \(name)."
      } else if row?.transfertLe != nil {
        "Son transfert est noté et se fait dans un instant."
      } else {
        "Son transfert est abandonné : le référentiel a changé et ne la mène plus à \(name)."
      }
    return Wire.ResultatActe(
      numero: numero.texte, fait: true, message: message, linf: row?.linf, etat: row?.etat.rawValue)
  }
}

extension Deplacement {
  var wire: Wire.Deplacement {
    Wire.Deplacement(
      numero: numero.texte, etat: etat.rawValue, le: le.iso, de: de, vers: vers, raison: raison?.rawValue,
      suit: reste == nil, reste: reste?.rawValue, motif: motif?.rawValue)
  }
}
