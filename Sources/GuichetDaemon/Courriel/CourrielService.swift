import GuichetRegister
import Logging
import ServiceLifecycle

/// Writes mails as soon as they are decided; tries again what could not be written, less and less often.
struct CourrielService: Service {
  let office: Office
  let courriels: Courriels
  let changes: OfficeChanges

  /// How long it sleeps where nothing wakes it.
  private static let longestSleep = Duration.seconds(3600)

  func run() async throws {
    await courriels.sweep()
    office.register.onEnvoi { [changes] in changes.announce() }
    var failures = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let count = changes.count
      do {
        try await courriels.bringUpToDate()
        failures = office.courriels.faute == nil ? 0 : failures + 1
      } catch let error as RegisterError {
        switch error {
        case .full, .transient:
          office.logger.warning("courriels remis à plus tard")
          failures += 1
        default: throw error
        }
      }
      let pause = failures == 0 ? Self.longestSleep : min(.seconds(1 << min(failures, 6)), .seconds(60))
      await cancelWhenGracefulShutdown { [changes] in
        await changes.wait(past: count, until: .now.advanced(by: pause))
      }
    }
  }
}
