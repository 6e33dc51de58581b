import Guichet
import GuichetRegister
import LinuxSystem
import Logging
import ServiceLifecycle

/// Lets rattachements that change on a later day take effect on that day: finishes what a stop interrupted, then sleeps
/// until the next day of change, another version, or a clock that is set.
struct ReroutingService: Service {
  let office: Office
  let rerouting: Rerouting

  func run() async throws {
    let alarm = try Alarm()
    rerouting.onReason { alarm.wake() }
    try await withTaskCancellationOrGracefulShutdownHandler {
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        try await bringUpToDate()
        let next = nextChange()
        let ring = try await DedicatedThread.run("rattachements") { () throws(SystemError) in
          try alarm.wait(until: next)
        }
        if ring == .stopped { break }
      }
    } onCancelOrGracefulShutdown: {
      alarm.stop()
    }
  }

  /// The first moment of the next day on which a rattachement changes; nil where there is none, or the office's clock
  /// moves by hand. A day that began while the one before was followed is over at once.
  private func nextChange() -> Int64? {
    let today = office.register.head.reroutage.jour ?? office.today(office.clock.now())
    return office.desk.version.routeur.referentiel?.prochainChangement(apres: today)
      .flatMap { office.clock.wallMicroseconds(of: office.fuseau.start(of: $0)) }
  }

  private func bringUpToDate() async throws {
    var pause = Duration.seconds(1)
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do throws(RegisterError) {
        _ = try await rerouting.run()
        return
      } catch {
        switch error {
        case .full, .transient: break
        default: throw error
        }
      }
      office.logger.warning("routage des demandes en attente remis à plus tard")
      try await cancelWhenGracefulShutdown { [pause] in try await Task.sleep(for: pause) }
      pause = min(pause * 2, .seconds(60))
    }
  }
}
