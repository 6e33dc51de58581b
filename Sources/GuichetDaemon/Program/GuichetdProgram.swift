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
      case .verifierConfig(let file):
        let warnings: [String]
        do throws(DaemonFailure) {
          warnings = try configuration(file: file).avertissements
        } catch {
          StandardError.write(error.message + "\n")
          return error.status
        }
        try StandardOutput.write("« \(file) » est une configuration valide.\n")
        for warning in warnings { StandardError.write(warning + "\n") }
      case .configuration(let file):
        let configuration = try configuration(file: file)
        try await Daemon.run(
          DaemonOptions(racine: nil, configuration: configuration, clock: SystemOfficeClock()), logger: logger)
      case .racine(let folder, let horloge):
        let options = try racine(folder, horloge: horloge)
        try await Daemon.run(options, logger: logger)
      case .essai(let folder):
        try await Essai.run(folder, logger)
      }
      return 0
    } catch let fault as InvocationFault {
      StandardError.write("guichetd : \(fault.message)\n« guichetd --aide » montre l’usage.\n")
      return 64
    } catch let failure as DaemonFailure {
      for line in failure.message.split(separator: "\n") { logger.error("\(line)") }
      return failure.status
    } catch let error as SystemError {
      logger.error("\(error.message)")
      return 74
    } catch {
      logger.error("erreur imprévue", metadata: ["type": "\(type(of: error))"])
      return 70
    }
  }

  /// The settings of `guichetd --racine`: the defaults, and what `DIR/guichetd.yaml` says where there is one.
  static func racine(_ folder: String, horloge: String?) throws(DaemonFailure) -> DaemonOptions {
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
      path = URL(filePath: try Directory.making(folder, mode: 0o755).path).standardizedFileURL.path
    } catch {
      throw .configuration(error.message)
    }
    let configuration = try read("\(path)/guichetd.yaml", optional: true, .racine(path))
    return DaemonOptions(racine: path, configuration: configuration, clock: clock)
  }

  private static func configuration(file: String) throws(DaemonFailure) -> Configuration {
    try read(file, optional: false, .systeme)
  }

  private static func read(
    _ file: String, optional: Bool, _ disposition: Disposition
  ) throws(DaemonFailure) -> Configuration {
    var yaml: [UInt8] = []
    do {
      yaml = try WholeFile.read(file, limit: 1 << 20)
    } catch {
      guard optional, error.isNotFound else { throw .configuration(error.message) }
    }
    do {
      return try Configuration.lire(
        yaml, fichier: file, environnement: ProcessInfo.processInfo.environment, disposition: disposition,
        zoneExists: { name in
          do {
            _ = try Office.readZone(name)
            return true
          } catch {
            return false
          }
        })
    } catch {
      throw .configuration(error.description)
    }
  }
}
