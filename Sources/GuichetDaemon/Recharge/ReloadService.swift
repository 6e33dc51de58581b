import ServiceLifecycle
import UnixSignals

/// Reads the configuration again at each SIGHUP.
struct ReloadService: Service {
  let reloading: Reloading
  /// Caught from before the daemon is ready, so that none ends it; nil where there is nothing to be read again, and a
  /// terminal that closes ends the daemon.
  let hangUps: UnixSignalsSequence?

  func run() async throws {
    guard let hangUps else {
      try await gracefulShutdown()
      return
    }
    for await _ in hangUps.cancelOnGracefulShutdown() {
      do throws(ConfigurationSource.Failure) {
        _ = try await reloading.run()
      } catch {
        // It is told in the log, and what was in force serves on.
      }
    }
  }
}
