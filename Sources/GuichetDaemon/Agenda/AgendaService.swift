import GuichetRegister
import Logging
import ServiceLifecycle

/// Writes the agendas when something has happened to a rendez-vous, and the sheets each morning.
struct AgendaService: Service {
  let office: Office
  let files: AgendaFiles
  let changes: OfficeChanges

  /// How long what happens is gathered before it is written: a booking seldom comes alone.
  private static let gathering = Duration.milliseconds(200)
  /// How often it looks without being woken: at the clock, and at outboxes that could not be written.
  private static let longestSleep = Duration.seconds(60)

  func run() async throws {
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      let count = changes.count
      do {
        try await files.bringUpToDate()
      } catch let error as RegisterError {
        switch error {
        case .full, .transient: office.logger.warning("agendas remis à plus tard")
        default: throw error
        }
      }
      await cancelWhenGracefulShutdown { [changes] in
        await changes.wait(past: count, until: .now.advanced(by: Self.longestSleep))
        do {
          try await Task.sleep(for: Self.gathering)
        } catch {
          // It ends: what was waited for is written at the next start.
        }
      }
    }
  }
}
