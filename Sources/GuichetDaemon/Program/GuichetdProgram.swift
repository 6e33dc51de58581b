import Foundation
import Guichet
import LinuxSystem
import Logging

/// The program `guichetd`, from its arguments to its exit status.
package enum GuichetdProgram {
  /// - Returns: the exit status.
  package static func main(_ arguments: [String]) async -> Int32 {
    let logger = Logger(label: "guichetd") { JournaldLogHandler(label: $0) }
    do {
      switch try Invocation(arguments) {
      case .version:
        try StandardOutput.write("guichetd \(Daemon.version)\n")
      case .aide:
        try StandardOutput.write(Invocation.help)
      case .aideDe(let verbe):
        try StandardOutput.write(verbe.aide)
      case .verifierConfig(let file):
        let warnings: [String]
        do throws(DaemonFailure) {
          warnings = try service(file).lue.avertissements()
        } catch {
          StandardError.write(error.message + "\n")
          return error.status
        }
        try StandardOutput.write("« \(file) » est une configuration valide.\n")
        for warning in warnings { StandardError.write(warning + "\n") }
      case .configuration(let file):
        try await Daemon.run(try service(file), logger: logger)
      case .racine(let folder, let horloge):
        let options = try racine(folder, horloge: horloge)
        try await Daemon.run(options, logger: logger)
      case .restaurer(let file, let place, let anyway):
        let options =
          switch place {
          case .racine(let folder, let horloge): try racine(folder, horloge: horloge, isMade: false)
          case .configuration(let file): try service(file)
          case .essai, .verifierConfig, .restaurer, .version, .aide, .aideDe:
            try service(Invocation.defaultConfiguration)
          }
        let report = try await Restauration.run(options, file, malgreLesFautes: anyway, logger)
        try StandardOutput.write(report)
      case .essai(let folder):
        try await Essai.run(folder, logger)
      }
      return 0
    } catch let fault as InvocationFault {
      StandardError.write("guichetd : \(fault.message)\n« guichetd --aide » montre l’usage.\n")
      RefusedDoor.answer(logger)
      return 64
    } catch let failure as DaemonFailure {
      for line in failure.message.split(separator: "\n") { logger.error("\(line)") }
      // What systemd does not start again (RestartPreventExitStatus=), a connection would; and a disk that fails each start
      // leaves nobody waiting for the one that will do.
      if [74, 78].contains(failure.status) { RefusedDoor.answer(logger) }
      return failure.status
    } catch let error as SystemError {
      logger.error("\(DaemonFailure.storage(error).message)")
      return 74
    } catch {
      logger.error("erreur imprévue", metadata: ["type": "\(type(of: error))"])
      return 70
    }
  }

  /// The settings of `guichetd --racine`: the defaults, and what `DIR/guichetd.yaml` says where there is one.
  ///
  /// - Parameter isMade: makes the folder where it is missing.
  static func racine(_ folder: String, horloge: String?, isMade: Bool = true) throws(DaemonFailure) -> DaemonOptions {
    var clock: any OfficeClock = SystemOfficeClock()
    if let horloge {
      guard let instant = Instant(rfc3339: horloge) else {
        throw .configuration("« \(horloge) » n’est pas un instant ; écrivez --horloge 2026-11-25T10:00:00+01:00.")
      }
      clock = ManualOfficeClock(instant)
    }
    let path: String
    do {
      // Absolute, so that messages and statuses name places that mean the same everywhere.
      path = URL(filePath: isMade ? try Directory.making(folder, mode: 0o755).path : folder).standardizedFileURL.path
    } catch {
      throw .configuration(error.message)
    }
    let source = ConfigurationSource(
      fichier: "\(path)/guichetd.yaml", isOptional: true, disposition: .racine(path))
    return DaemonOptions(racine: path, try read(source), clock: clock, source: source)
  }

  /// The settings of a packaged service.
  static func service(_ file: String) throws(DaemonFailure) -> DaemonOptions {
    let source = ConfigurationSource(fichier: file, isOptional: false, disposition: .systeme)
    return DaemonOptions(racine: nil, try read(source), clock: SystemOfficeClock(), source: source)
  }

  private static func read(_ source: ConfigurationSource) throws(DaemonFailure) -> ConfigurationLue {
    do {
      return try source.lire()
    } catch {
      throw .configuration(error.message)
    }
  }
}
