import GuichetRegister
import Logging
import ServiceLifecycle

/// Finishes, after a start, the re-routing that a stop interrupted; then waits for the end.
struct ReroutingService: Service {
  let rerouting: Rerouting
  let logger: Logger

  func run() async throws {
    var pause = Duration.seconds(1)
    while true {
      do throws(RegisterError) {
        _ = try await rerouting.run()
        break
      } catch {
        switch error {
        case .full, .transient: break
        default: throw error
        }
      }
      logger.warning("routage des demandes en attente remis à plus tard")
      try await cancelWhenGracefulShutdown { [pause] in try await Task.sleep(for: pause) }
      pause = min(pause * 2, .seconds(60))
    }
    try await gracefulShutdown()
  }
}
