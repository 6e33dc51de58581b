import Guichet
import GuichetControl
import GuichetRegister
import LinuxSystem
import Logging
import Varlink

/// Loading a référentiel: sent in pieces by a client, checked, compared, and applied as a whole or not at all.
enum ReferentielHandler {
  static func open(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> OpenReferentiel.Reply {
    try await translating("") {
      OpenReferentiel.Reply(chargement: try await request.desk.uploads.open(by: request.call.peer.uid))
    }
  }

  static func send(_ request: ControlRequest, _ parameters: SendReferentiel.Parameters) async throws -> Wire.Rien {
    try await translating(parameters.chargement) {
      try await request.desk.uploads.append(
        parameters.contenu, of: parameters.fichier, to: parameters.chargement, by: request.call.peer.uid)
      return Wire.Rien()
    }
  }

  static func compare(
    _ request: ControlRequest, _ parameters: CompareReferentiel.Parameters
  ) async throws -> CompareReferentiel.Reply {
    let office = request.office
    let (uploads, owner) = (request.desk.uploads, request.call.peer.uid)
    return try await translating(parameters.chargement) {
      let (fichiers, pieces) = try await uploads.fichiers(parameters.chargement, by: owner)
      let referentiel: Referentiel
      do {
        referentiel = try await Self.load(fichiers, departement: office.configuration.caf.departement)
      } catch let refusal as ReferentielRefuse {
        // Nothing can come of it but a new one with mended files.
        await uploads.close(parameters.chargement)
        throw ControlError.referentielInvalide(
          fautes: refusal.fautes.map {
            Wire.FauteReferentiel(fichier: $0.fichier, ligne: $0.ligne, colonne: $0.colonne, message: $0.message)
          })
      }
      let current = office.desk.version
      try await uploads.setChecked(
        ReferentielUploads.Checked(referentiel: referentiel, fichiers: fichiers, over: current.number), pieces: pieces,
        of: parameters.chargement, by: owner)
      let today = office.today(office.clock.now())
      let prevision = Prevision(office, current: current.routeur, other: referentiel)
      let moves = try await prevision.deplacements()
      let gone = try await linfRetires(referentiel, current.routeur.referentiel, office)
      return CompareReferentiel.Reply(
        version: current.number, avertissements: referentiel.avertissements(le: today) + gone.map(\.phrase),
        differences: referentiel.differences(avec: current.routeur.referentiel, le: today).phrases,
        deplacements: moves.premiers.map(\.wire), deplacementsTotal: moves.total,
        rejeu: try await rejeu(parameters.rejouer, prevision))
    }
  }

  /// The LINF that it lacks and that have open demandes, in the order of their ids.
  private static func linfRetires(
    _ referentiel: Referentiel, _ current: Referentiel?, _ office: Office
  ) async throws(RegisterError) -> [LinfRetire] {
    try await office.register.openCounts().filter { referentiel.linf($0.key) == nil }.sorted { $0.key < $1.key }.map {
      LinfRetire(designation: current?.linf($0.key)?.designation ?? $0.key, ouvertes: $0.value)
    }
  }

  private static func rejeu(_ jours: Int?, _ prevision: Prevision) async throws -> Wire.Rejeu? {
    guard let jours else { return nil }
    guard (1...3660).contains(jours) else {
      throw ControlError.parametreInvalide(
        parametre: "rejouer", message: "\(jours) jours à rejouer : donnez-en de 1 à 3660.")
    }
    let (count, elsewhere) = try await prevision.rejouer(jours: jours)
    return Wire.Rejeu(
      jours: jours, examinees: count, ailleurs: elsewhere.total, deplacements: elsewhere.venus.map(\.wire))
  }

  /// The files of a version, in pieces.
  static func export(
    _ request: ControlRequest, _ parameters: ExportReferentiel.Parameters,
    _ send: (ExportReferentiel.Reply) async throws -> Void
  ) async throws -> ExportReferentiel.Reply {
    let office = request.office
    let version = parameters.version ?? office.desk.version.number
    let fichiers = try await office.register.referentiel(version)
    guard !fichiers.isEmpty else {
      throw ControlError.sansObjet(
        parametre: "version",
        message: version == 0
          ? "Aucun référentiel n’est en vigueur : il n’y a rien à exporter."
          : "Le registre n’a pas de référentiel \(version) ; le dernier est le \(office.desk.version.number).")
    }
    var pieces: [ExportReferentiel.Reply] = []
    for fichier in fichiers {
      for start in stride(from: 0, to: max(1, fichier.contenu.count), by: SendReferentiel.maximum) {
        let end = min(start + SendReferentiel.maximum, fichier.contenu.count)
        pieces.append(.init(version: version, fichier: fichier.nom, contenu: Array(fichier.contenu[start..<end])))
      }
    }
    let last = pieces.removeLast()
    for piece in pieces { try await send(piece) }
    return last
  }

  static func apply(
    _ request: ControlRequest, _ parameters: ApplyReferentiel.Parameters
  ) async throws -> ApplyReferentiel.Reply {
    let office = request.office
    let (uploads, owner) = (request.desk.uploads, request.call.peer.uid)
    let agent = try await request.desk.agents.agent(request.call.peer)
    return try await translating(parameters.chargement) {
      guard let checked = try await uploads.checked(parameters.chargement, by: owner) else {
        throw ControlError.parametreInvalide(
          parametre: "chargement",
          message: "Ce chargement n’a pas été comparé depuis son dernier morceau ; appelez d’abord CompareReferentiel.")
      }
      guard checked.over == parameters.version else {
        throw ControlError.versionDepassee(version: office.desk.version.number)
      }
      // What the day has changed is followed, and told, by the version that changed it.
      _ = try await request.desk.rerouting.run()
      let version: Int
      do throws(RegisterError) {
        version = try await office.register.apply(
          checked.referentiel, fichiers: checked.fichiers, over: parameters.version, by: agent, now: office.clock.now())
      } catch .referentielDepasse(let courante) {
        throw ControlError.versionDepassee(version: courante)
      }
      office.desk.install(checked.referentiel, number: version)
      await uploads.close(parameters.chargement)
      office.logger.notice("référentiel chargé", metadata: ["version": "\(version)"])
      return ApplyReferentiel.Reply(version: version, reorientees: try await request.desk.rerouting.run())
    }
  }

  /// Reads the files off the threads that serve others.
  @concurrent
  private static func load(_ fichiers: [FichierReferentiel], departement: String?) async throws -> Referentiel {
    try Referentiel.charger(fichiers, departement: departement)
  }

  private static func translating<Result>(
    _ chargement: String, _ work: () async throws -> Result
  ) async throws -> Result {
    do {
      return try await work()
    } catch let refusal as ReferentielUploads.Refusal {
      throw switch refusal {
      case .unknown:
        ControlError.chargementInconnu(chargement: chargement)
      case .tooMany:
        ControlError.indisponible(
          message: "D’autres chargements de référentiel sont en cours ; recommencez dans quelques minutes.")
      case .tooLarge:
        ControlError.parametreInvalide(
          parametre: "contenu",
          message:
            "Le référentiel dépasse \(ReferentielUploads.sizeLimit >> 20) Mio ; n’envoyez que les fichiers attendus.")
      case .tooManyFiles:
        ControlError.parametreInvalide(
          parametre: "fichier", message: "Le référentiel a trop de fichiers ; n’envoyez que les fichiers attendus.")
      }
    }
  }
}
