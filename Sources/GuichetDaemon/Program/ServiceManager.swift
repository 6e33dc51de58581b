import Guichet
import GuichetRegister
import LinuxSystem
import Logging
import Synchronization

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
final class MigrationReport: Sendable {
  /// How much longer the start may take after each sign of life, in microseconds.
  private static let patience = 60_000_000
  /// Nobody is told more often, whatever there is to tell.
  private static let pause = (signs: Duration.seconds(1), lines: Duration.seconds(30))

  private struct State {
    var etape = ""
    var told: ContinuousClock.Instant?
    var logged = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let logger: Logger

  init(_ logger: Logger) {
    self.logger = logger
  }

  @Sendable func tell(_ progress: MigrationProgress) {
    switch progress {
    case .etape(let rank, let count, let name):
      state.withLock { $0 = State(etape: "\(rank)/\(count)", told: $0.told) }
      logger.notice("migration \(rank)/\(count) du registre", metadata: ["etape": "\(name)"])
    case .avance: advance()
    case .demandes(let done, let total):
      extend()
      logger.notice(
        "mise à jour du registre",
        metadata: ["faites": "\(done)", "demandes": "\(total)", "migration": "\(state.withLock(\.etape))"])
    case .illisible(let numero, let reason):
      logger.error(
        "demande illisible, laissée telle quelle", metadata: ["numero": "\(numero.texte)", "cause": "\(reason)"])
    }
  }

  private func advance() {
    let now = ContinuousClock.now
    let (isDue, etape) = state.withLock { state in
      let isDue = state.told.map { now - $0 >= Self.pause.signs } ?? true
      if isDue { state.told = now }
      guard now - state.logged >= Self.pause.lines else { return (isDue, nil as String?) }
      state.logged = now
      return (isDue, state.etape)
    }
    if isDue { extend() }
    if let etape { logger.notice("migration \(etape) du registre en cours") }
  }

  private func extend() { ServiceManager.announce("EXTEND_TIMEOUT_USEC=\(Self.patience)", logger) }
}
