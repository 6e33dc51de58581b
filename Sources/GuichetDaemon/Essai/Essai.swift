import Guichet
import GuichetRegister
import LinuxSystem
import Logging

/// `guichetd essai`: an office with a small built-in référentiel and sample formulaires, to be looked at.
enum Essai {
  static func run(_ folder: String?, _ logger: Logger) async throws {
    let folder = folder ?? "guichet-essai"
    let options = try GuichetdProgram.racine(folder, horloge: nil)
    try await prepare(options)
    let path = options.racine ?? folder
    StandardError.write(
      """
      Un guichet d’essai s’ouvre sous « \(path) ». Dans un autre terminal :

        guichetctl --racine \(path) etat
        guichetctl --racine \(path) demande lister
        guichetctl --racine \(path) demande voir 1
        guichetctl --racine \(path) demande expliquer 1
        guichetctl --racine \(path) rejet lister
        guichetctl --racine \(path) routage --code-postal 59160 --commune Lomme

      Déposez vos propres formulaires dans « \(path)/depot ». Ctrl-C arrête le guichet ; tout reste dans le dossier.


      """)
    // Nothing to be read again: it ends with its terminal.
    try await Daemon.run(
      DaemonOptions(racine: options.racine, configuration: options.configuration, clock: options.clock),
      logger: logger)
  }

  /// Fills an empty office: the référentiel as its first version, and the samples in `depot/`. One that has been used
  /// is left as it is.
  private static func prepare(_ options: DaemonOptions) async throws {
    ProcessLimits.keepNewFilesPrivate()
    let chemins = options.configuration.chemins
    let register: Register
    do {
      let lock = try FileLock("\(chemins.registre).verrou")
      defer { withExtendedLifetime(lock) {} }
      register = try Register(path: chemins.registre)
      defer { close(register) }
      guard register.head.referentiel == 0, register.head.seq == 0 else { return }
      let fichiers = EssaiReferentiel.fichiers
      let referentiel = try Referentiel.charger(fichiers, departement: nil)
      _ = try await register.apply(referentiel, fichiers: fichiers, over: 0, by: Fait.regles, now: options.clock.now())
      let depot = try Directory.making(chemins.depot, mode: 0o770)
      for (name, text) in EssaiFormulaires.all(now: options.clock.now()) {
        guard let name = FileName(name) else { continue }
        try depot.write(Array(text.utf8), as: name, mode: 0o660, replacing: false)
      }
    } catch let failure as FileLock.Failure {
      throw DaemonFailure.alreadyRunning(failure.message)
    } catch let error as RegisterError {
      throw DaemonFailure.storage(error.message)
    }
  }

  private static func close(_ register: Register) {
    do {
      try register.close()
    } catch {
      // The daemon opens the same file next, recovers it, and says what is wrong with it.
    }
  }
}
