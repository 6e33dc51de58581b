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
    let registre = options.configuration.chemins.registre
    let donnee = try SauvegardeDonnee(
      fichier, parmi: Sauvegardes(path: options.configuration.chemins.sauvegardes))
    let neuf = try LieuNeuf(registre, racine: options.racine)
    if let racine = options.racine { _ = try Directory.making(racine, mode: 0o755) }
    ProcessLimits.keepNewFilesPrivate()
    var lock: FileLock?
    defer { withExtendedLifetime(lock) {} }
    let copie: CopiePreparee
    do {
      let place = try RegisterPlace(registre)
      try checkOwner(of: place)
      lock = try Daemon.lock(options)
      try EffacementsRestaures.controler(options.configuration.chemins.sauvegardes, fichier.folder)
      copie = try await prepare(donnee, place, malgreLesFautes)
    } catch {
      effacer(neuf, holdsLock: lock != nil, logger)
      throw error
    }
    let now = options.clock.now()
    try copie.place.begin()
    let aside = try copie.place.setAside(now)
    try copie.place.install()
    let register = try Register(path: registre, onMigration: MigrationReport(logger).tell)
    let report: String
    do {
      report = try await replay(register, options, copie, aside, now, fichier.folder, logger)
    } catch {
      // The mark stays: the next try begins anew.
      try register.close()
      throw error
    }
    try register.close()
    try copie.place.end()
    return report
  }

  private static func checkOwner(of place: RegisterPlace) throws {
    guard try place.owner() == UserDatabase.ownUid else {
      let login = try UserDatabase.login(ofUser: place.owner()) ?? "guichet"
      throw DaemonFailure.denied(
        "Le dossier de « \(place.path) » est à \(login), et le registre doit rester lisible pour lui ; lancez « runuser -u "
          + "\(login) -- guichetd restaurer … ».")
    }
  }

  /// Why the restore was refused comes before what could not be cleared away.
  private static func effacer(_ neuf: LieuNeuf, holdsLock: Bool, _ logger: Logger) {
    do throws(SystemError) {
      try neuf.effacer(holdsLock: holdsLock)
    } catch {
      logger.warning("traces d’une restauration refusée laissées", metadata: ["cause": "\(error.message)"])
    }
  }

  /// A checked copy that is to become the register.
  private struct CopiePreparee {
    let place: RegisterPlace
    let controle: CopieControlee
    /// What whoever restores knowingly is to know, French sentences.
    let avertissements: [String]
  }

  /// Checks the backup, and a copy of it that is to become the register; of one that is refused nothing is left.
  private static func prepare(
    _ donnee: SauvegardeDonnee, _ place: RegisterPlace, _ malgreLesFautes: Bool
  ) async throws -> CopiePreparee {
    try place.discardPrepared()
    do {
      return try await controler(donnee, place, malgreLesFautes)
    } catch {
      try place.discardPrepared()
      throw error
    }
  }

  private static func controler(
    _ donnee: SauvegardeDonnee, _ place: RegisterPlace, _ malgreLesFautes: Bool
  ) async throws -> CopiePreparee {
    let fichier = donnee.chemin
    let another = "prenez une autre sauvegarde"
    let anyway = "ajoutez --malgre-les-fautes pour restaurer celle-ci en connaissance de cause"
    var ecarts: [String] = []
    if let manifeste = donnee.manifeste {
      let (sha256, octets) = try Sauvegardes.empreinte(fichier)
      ecarts = manifeste.ecarts(sha256: sha256, octets: octets)
      guard ecarts.isEmpty || malgreLesFautes else {
        throw DaemonFailure.data(
          "« \(fichier) » n’est pas comme le dit son manifeste ; \(another), ou \(anyway).\n"
            + ecarts.joined(separator: "\n"))
      }
    }
    let controle = try await copied(fichier, place)
    guard controle.dommages.isEmpty, controle.fautes.isEmpty || malgreLesFautes else {
      throw DaemonFailure.data(
        "« \(fichier) » n’est pas une sauvegarde intacte ; \(another)"
          + (controle.dommages.isEmpty ? ", ou \(anyway).\n" : ".\n")
          + controle.fautes.prefix(10).joined(separator: "\n"))
    }
    if let manifeste = donnee.manifeste {
      ecarts += manifeste.ecarts(sequence: controle.journal.entrees, chaine: controle.tete)
    } else {
      ecarts = [
        "Il n’y a pas de manifeste lisible à côté de « \(fichier) » : son SHA-256 n’a pu être comparé à rien. SQLite n’y "
          + "trouve aucun dommage"
          + (controle.fautes.isEmpty ? ", et son journal se tient." : ".")
      ]
    }
    return CopiePreparee(place: place, controle: controle, avertissements: ecarts)
  }

  private static func copied(
    _ fichier: String, _ place: RegisterPlace
  ) async throws(DaemonFailure) -> CopieControlee {
    do throws(RegisterError) {
      try await CopieDuRegistre.copier(fichier, vers: place.prepared)
      return try await CopieDuRegistre.controler(place.prepared, nomme: fichier)
    } catch {
      switch error {
      case .broken:
        throw .data(
          "« \(fichier) » ne peut pas être lu jusqu’au bout : il est endommagé, ou son disque l’est ; prenez une autre "
            + "sauvegarde.")
      case .unusable(let reason): throw .data(reason)
      case .full:
        throw .storage(
          "Il n’y a pas assez de place dans « \(place.path.folder) » pour une copie de « \(fichier) » ; libérez-en.")
      default: throw .storage(error.message)
      }
    }
  }

  private static func replay(
    _ register: Register, _ options: DaemonOptions, _ copie: CopiePreparee, _ aside: String?, _ now: Instant,
    _ dossier: String, _ logger: Logger
  ) async throws -> String {
    let controle = copie.controle
    let asides = try copie.place.asides()
    let office = try await Daemon.office(register, options, lot: 256, logger)
    var report = RapportDeRestauration(
      controle: controle, demandes: register.head.parEtat.values.reduce(0, +), aside: aside,
      asideJours: options.configuration.rgpd.brut, avertissements: copie.avertissements)
    try await EffacementsRestaures(office: office, dossier: dossier, asides: asides).run(&report)
    try await Reprise(office: office, asides: asides).run(&report)
    report.reserves = try NumerosVus(office: office, asides: asides).derniers(&report)
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
