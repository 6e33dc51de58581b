import Guichet
import GuichetRegister
import LinuxSystem
import Logging

/// What systemd is told of the daemon’s state.
enum ServiceManager {
  /// Lines such as `READY=1`; a manager that cannot be told is a warning, never an end.
  static func announce(_ state: String, _ logger: Logger) {
    do {
      try SystemdNotify.send(state)
    } catch {
      logger.warning("systemd n’a pas pu être averti", metadata: ["cause": "\(error.message)"])
    }
  }
}

/// A change of the register’s schema on its way, which may take longer than a start may.
enum MigrationReport {
  /// How much longer the start may take after each sign of life, in microseconds.
  private static let patience = 60_000_000

  static func tell(_ progress: MigrationProgress, _ logger: Logger) {
    switch progress {
    case .demandes(let done, let total):
      ServiceManager.announce("EXTEND_TIMEOUT_USEC=\(patience)", logger)
      logger.notice("mise à jour du registre", metadata: ["faites": "\(done)", "demandes": "\(total)"])
    case .illisible(let numero, let reason):
      logger.error(
        "demande illisible, laissée telle quelle", metadata: ["numero": "\(numero.texte)", "cause": "\(reason)"])
    }
  }
}
