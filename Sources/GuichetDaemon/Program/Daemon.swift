import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import LinuxSystem
package import Logging
import ServiceLifecycle
import StrictJSON
import UnixSignals
import Varlink

/// The running daemon: opens everything in order, serves, and closes in the reverse order.
///
/// Start: lock, register, référentiel, spool put in order, socket, first scan, then READY. A service that fails stops
/// the others: systemd starts the daemon anew, it never goes on crippled.
package enum Daemon {
  package static var version: String { GuichetVersion.texte }

  /// Runs until SIGTERM or SIGINT.
  ///
  /// - Throws: `DaemonFailure`.
  package static func run(_ options: DaemonOptions, logger: Logger) async throws(DaemonFailure) {
    do {
      try await start(options, logger)
    } catch {
      throw DaemonFailure(of: error)
    }
  }
}

extension DaemonFailure {
  /// What an error at the start, or of a service, means to whoever started the program.
  init(of error: any Error) {
    switch error {
    case let failure as DaemonFailure: self = failure
    case RegisterError.unusable(let reason): self = .configuration(RegisterError.unusable(reason).message)
    case let error as RegisterError: self = .storage(error.message)
    case SpoolError.differentFileSystems(let depot, let other):
      self = .configuration(SpoolError.differentFileSystems(depot: depot, other: other).message)
    case SpoolError.system(let error): self = .storage(error)
    case let error as SpoolError: self = .storage(error.message)
    case let error as FuseauIllisible: self = .configuration(error.message)
    case let error as ListenFailure: self = error.asDaemonFailure
    case let error as SystemError: self = .storage(error)
    case let error as IntakeFailure: self = .storage(error.message)
    default: self = .software("Erreur imprévue : \(error).")
    }
  }
}

extension Daemon {
  private static func start(_ options: DaemonOptions, _ logger: Logger) async throws {
    let configuration = options.configuration
    let chemins = configuration.chemins
    ProcessLimits.keepNewFilesPrivate()
    let lock = try Self.lock(options)
    try Restauration.refuseUnfinished(chemins.registre)
    // Three lots can be under way at a time, each file of them held open.
    let files = try ProcessLimits.raiseOpenFiles()
    let register = try Register(path: chemins.registre, onMigration: MigrationReport(logger).tell)
    let office = try await office(
      register, options,
      lot: min(configuration.depot.lot, max(1, (files - 64 - configuration.prise.connexions) / 3)), logger)
    ConfigurationReport.tell(options.lue, office)
    // Before originals are looked at: those of families that were erased are none.
    try await EffacementDesk(office).auDemarrage()
    try await Recovery.run(office)
    let rerouting = Rerouting(office)
    let hangUps = options.source == nil ? nil : await UnixSignalsSequence(trapping: .sighup)
    let listener = try Self.listener(chemins.socket)
    let gate = IntakeGate()
    let changes = OfficeChanges()
    changes.follow(office)
    let agendas = AgendaFiles(office, makesFolders: options.racine != nil)
    let courriels = Courriels(office, makesFolders: options.racine != nil)
    CourrielReport.follow(office)
    var controlDesk = ControlDesk(
      office: office, roles: RoleTable(configuration.acces, owner: options.owner, logger: logger), rerouting: rerouting,
      gate: gate, changes: changes)
    controlDesk.agendas = agendas
    controlDesk.courriels = courriels
    let reloading = Reloading(
      office: office, roles: controlDesk.roleDesk, rerouting: rerouting, source: options.source, owner: options.owner)
    controlDesk.reloading = options.source == nil ? nil : reloading
    let server = VarlinkServer(
      interfaces: interfaces(controlDesk, options.clock), vendor: "Guichet", product: "guichetd", version: version,
      url: "https://www.data.gouv.fr/guichet", listener: listener,
      limits: VarlinkLimits(configuration.prise, owner: options.owner),
      report: { VarlinkLog.log($0, logger) })
    let intake = IntakeService(
      office: office, gate: gate,
      onReady: {
        ServiceManager.announce("READY=1", logger)
        logger.notice("guichetd est prêt", metadata: ["version": "\(version)"])
      })
    let etat = EtatPublieService(office: office, changes: changes, page: TableauDeBordDesk(office))
    let services = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          // Ended in the reverse order: first nothing more is taken, then the door closes.
          .init(service: ControlService(server: server, changes: changes)),
          .init(service: etat),
          .init(service: ReloadService(reloading: reloading, hangUps: hangUps)),
          .init(service: AgendaService(office: office, files: agendas, changes: changes)),
          .init(service: CourrielService(office: office, courriels: courriels, changes: OfficeChanges())),
          .init(service: ReroutingService(office: office, rerouting: rerouting)), .init(service: intake),
          .init(service: EcheancierService(echeancier: Echeancier(office: office))),
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    let outcome = await Result { try await services.run() }
    ServiceManager.announce("STOPPING=1", logger)
    if case .success = outcome { await etat.direLArret() }
    let closing = Result { () throws(RegisterError) in try register.close() }
    withExtendedLifetime(lock) {}
    // Why the services ended comes before what closing had to say.
    try outcome.get()
    try closing.get()
    logger.notice("guichetd est arrêté")
  }

  /// All that the services share, with the référentiel in force that the register has.
  static func office(
    _ register: Register, _ options: DaemonOptions, lot: Int, _ logger: Logger
  ) async throws -> Office {
    let configuration = options.configuration
    let chemins = configuration.chemins
    let desk = RoutingDesk(configuration.routage)
    try await install(register, configuration, on: desk)
    return Office(
      configuration: configuration, clock: options.clock, fuseau: try Office.readZone(configuration.caf.fuseau),
      register: register,
      spool: try Spool(
        places: SpoolPlaces(depot: chemins.depot, recus: chemins.recus, rejets: chemins.rejets),
        sizeLimit: configuration.depot.tailleMax, keepsOriginals: configuration.rgpd.keepsOriginals),
      desk: desk, intake: IntakeStatus(), lot: lot, logger: logger)
  }

  /// The one lock of the register's folder.
  static func lock(_ options: DaemonOptions) throws -> FileLock {
    let path = options.configuration.chemins.registre
    _ = try Directory.making(path.folder, mode: 0o700)
    do throws(FileLock.Failure) {
      return try FileLock(LieuNeuf.verrou(path))
    } catch {
      if case .impossible(let error) = error { throw DaemonFailure.storage(error) }
      throw DaemonFailure.alreadyRunning(error.message)
    }
  }

  private static func install(_ register: Register, _ configuration: Configuration, on desk: RoutingDesk) async throws {
    let (version, fichiers) = try await register.currentReferentiel()
    guard version > 0 else { return }
    do {
      desk.install(
        try Referentiel.charger(fichiers, departement: configuration.caf.departement), number: version)
    } catch {
      throw DaemonFailure.configuration(
        "Le référentiel \(version) du registre ne convient pas à cette configuration (caf.departement) : "
          + (error.fautes.first?.description ?? "faute inconnue"))
    }
  }

  /// The socket that the service manager opened, or else one of our own.
  private static func listener(_ path: String) throws -> UnixListener {
    if let inherited = try InheritedSocket.one(of: InheritedSocket.takeAll(), named: "controle") {
      return try UnixListener(inherited: inherited)
    }
    _ = try Directory.making(path.folder, mode: 0o755)
    return try UnixListener.bind(path, mode: 0o666)
  }

  private static func interfaces(_ desk: ControlDesk, _ clock: any OfficeClock) -> [any VarlinkInterface] {
    let guichet = GuichetControlHandler(desk: desk)
    guard let clock = clock as? ManualOfficeClock else { return [guichet] }
    return [guichet, EssaiHandler(clock: clock, desk: desk)]
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ work: () async throws -> Success) async {
    do {
      self = .success(try await work())
    } catch {
      self = .failure(error)
    }
  }
}

extension ListenFailure {
  /// What the service manager can mend by starting the daemon again, and what only a person can.
  fileprivate var asDaemonFailure: DaemonFailure {
    switch self {
    case .taken: .alreadyRunning(message)
    case .impossible: .storage(message)
    case .notASocket, .foreign, .pathTooLong, .unfit, .ambiguous: .configuration(message)
    }
  }
}

extension VarlinkLimits {
  /// - Parameter owner: who is an administrateur besides root.
  fileprivate init(_ prise: Configuration.Prise, owner: UInt32?) {
    // However many clients hang on, whoever can end them still gets in.
    self.init(
      messageSize: prise.messageMax, connections: prise.connexions, connectionsPerUser: prise.connexionsParUid,
      idleTime: prise.inactivite, reserve: min(4, prise.connexions / 4),
      reservedFor: Set([0, owner].compactMap(\.self)))
  }
}

extension DaemonOptions {
  /// With `--racine`, who runs the daemon: an administrateur.
  var owner: UInt32? { racine == nil ? nil : UserDatabase.ownUid }
}

extension RoleTable {
  /// Groups that cannot be looked up are told in the log; those that this machine does not have, by who reads the file.
  init(_ acces: Configuration.Acces, owner: UInt32?, logger: Logger) {
    self.init(acces, owner: owner) { group in
      do throws(SystemError) {
        return try UserDatabase.gid(ofGroup: group)
      } catch {
        logger.warning("groupes illisibles", metadata: ["groupe": "\(group)", "cause": "\(error.message)"])
        return nil
      }
    }
  }
}
