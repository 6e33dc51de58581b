import Guichet
import GuichetRegister
import GuichetSpool
import LinuxSystem
import Logging

/// `guichetd restaurer`: puts the register back from a backup, on this machine or a fresh one, with the daemon stopped.
///
/// In order: the backup is checked as a whole; the register that is there is set aside; the copy takes its place; originals
/// in `recus/` that it does not know are registered again, each under the numero that the family may have been told; numeros
/// seen anywhere are given to nobody else; and the journal says so. `depot/`, `rejets/` and the outboxes are put in order by
/// the daemon's next start, as after any stop. What persons noted after the backup is lost, and only that.
///
/// Families that were erased since, as `effacements.log` says, are erased anew before originals are registered again.
enum Restauration {
  /// - Returns: what was done, French lines.
  static func run(
    _ options: DaemonOptions, _ fichier: String, malgreLesFautes: Bool, _ logger: Logger
  ) async throws(DaemonFailure) -> String {
    do {
      return try await restore(options, fichier, malgreLesFautes, logger)
    } catch {
      throw DaemonFailure(of: error)
    }
  }

  /// - Throws: where a restore was begun and not ended.
  static func refuseUnfinished(_ registre: String) throws {
    do {
      _ = try FileStatus.of(path: RegisterPlace.mark(registre))
    } catch {
      guard error.isNotFound else { throw error }
      return
    }
    throw DaemonFailure.configuration(
      "Une restauration de « \(registre) » a été interrompue ; relancez « guichetd restaurer SAUVEGARDE », qui la reprend du "
        + "début, avant de démarrer le service.")
  }

  private static func restore(
    _ options: DaemonOptions, _ fichier: String, _ malgreLesFautes: Bool, _ logger: Logger
  ) async throws -> String {
    ProcessLimits.keepNewFilesPrivate()
    let registre = options.configuration.chemins.registre
    let place = try RegisterPlace(registre)
    guard try place.owner() == UserDatabase.ownUid else {
      let login = try UserDatabase.login(ofUser: place.owner()) ?? "guichet"
      throw DaemonFailure.denied(
        "Le dossier de « \(registre) » est à \(login), et le registre doit rester lisible pour lui ; lancez « runuser -u "
          + "\(login) -- guichetd restaurer … ».")
    }
    let lock = try Daemon.lock(options)
    defer { withExtendedLifetime(lock) {} }
    let controle = try await prepare(fichier, place, malgreLesFautes)
    let now = options.clock.now()
    try place.begin()
    let aside = try place.setAside(now)
    try place.install()
    let register = try Register(path: registre, onMigration: MigrationReport(logger).tell)
    let report: String
    do {
      report = try await replay(register, options, controle, aside, now, fichier.folder, logger)
    } catch {
      // The mark stays: the next try begins anew.
      try register.close()
      throw error
    }
    try register.close()
    try place.end()
    return report
  }

  /// Checks the backup, and a copy of it that is to become the register.
  private static func prepare(
    _ fichier: String, _ place: RegisterPlace, _ malgreLesFautes: Bool
  ) async throws -> CopieControlee {
    _ = try Descriptor.open(path: fichier)
    if let manifeste = try manifeste(fichier), try Sauvegardes.empreinte(fichier).sha256 != manifeste.sha256 {
      throw DaemonFailure.configuration(
        "« \(fichier) » n’est plus le fichier qui a été écrit : son SHA-256 n’est pas celui de son manifeste ; prenez une "
          + "autre sauvegarde.")
    }
    try place.discardPrepared()
    let controle = try await copied(fichier, place)
    guard controle.dommages.isEmpty, controle.fautes.isEmpty || malgreLesFautes else {
      let remedy =
        controle.dommages.isEmpty
        ? "prenez une autre sauvegarde, ou ajoutez --malgre-les-fautes." : "prenez une autre sauvegarde."
      throw DaemonFailure.configuration(
        "« \(fichier) » n’est pas une sauvegarde intacte ; \(remedy)\n"
          + controle.fautes.prefix(10).joined(separator: "\n"))
    }
    return controle
  }

  private static func copied(
    _ fichier: String, _ place: RegisterPlace
  ) async throws(DaemonFailure) -> CopieControlee {
    do throws(RegisterError) {
      try await CopieDuRegistre.copier(fichier, vers: place.prepared)
      return try await CopieDuRegistre.controler(place.prepared)
    } catch {
      switch error {
      case .broken(let reason):
        throw .configuration("« \(fichier) » est endommagé (\(reason)) ; prenez une autre sauvegarde.")
      case .unusable(let reason): throw .configuration(reason)
      default: throw .storage(error.message)
      }
    }
  }

  /// What stands beside the backup, if it has its own name there.
  private static func manifeste(_ fichier: String) throws -> ManifesteDeSauvegarde? {
    guard let nom = NomDeSauvegarde(fichier: String(fichier.split(separator: "/").last ?? "")) else { return nil }
    do throws(SystemError) {
      return ManifesteDeSauvegarde(try WholeFile.read("\(fichier.folder)/\(nom.manifeste)", limit: 1 << 20))
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  private static func replay(
    _ register: Register, _ options: DaemonOptions, _ controle: CopieControlee, _ aside: String?, _ now: Instant,
    _ dossier: String, _ logger: Logger
  ) async throws -> String {
    let office = try await Daemon.office(register, options, lot: 256, logger)
    var report = RapportDeRestauration(
      controle: controle, demandes: register.head.parEtat.values.reduce(0, +), aside: aside)
    try await EffacementsRestaures(office: office, dossier: dossier).run(&report)
    try await Reprise(office: office).run(&report)
    report.reserves = try NumerosVus(
      office: office, asides: try RegisterPlace(options.configuration.chemins.registre).asides()
    ).derniers(&report)
    if try await !register.nettoyer() { report.reservesDEffacement.append(RapportDeRestauration.copies) }
    _ = try await register.noter(
      .registreRestaure(
        RegistreRestaure(
          sequence: controle.journal.entrees, chaine: controle.tete, reprises: report.reprises,
          reserves: report.reserves)), by: Fait.regles, now: now)
    logger.notice(
      "registre restauré",
      metadata: ["sequence": "\(controle.journal.entrees)", "reprises": "\(report.reprises)"])
    return report.texte
  }
}
