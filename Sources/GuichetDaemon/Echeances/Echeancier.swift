import Guichet
import GuichetRegister
import LinuxSystem
import Logging
import ServiceLifecycle

/// Does what falls due, when it does: sleeps until the earliest, and is woken by what comes sooner and by a clock that is
/// set.
struct Echeancier: Sendable {
  let office: Office

  /// Does all that is due now.
  ///
  /// - Returns: how many facts came of it.
  @discardableResult
  func executer() async throws(RegisterError) -> Int {
    let dues = try await office.register.alerter(at: office.clock.now())
    for numero in dues.illisibles {
      office.logger.error(
        "échéance non suivie", metadata: ["numero": "\(numero.texte)", "cause": "ses faits sont illisibles"])
    }
    return dues.faits
  }

  /// Lets a manual clock come to an instant by way of everything that falls due until then, each at its time.
  func avancer(
    _ clock: ManualOfficeClock, to target: Instant, _ rerouting: Rerouting, _ courriels: Courriels?
  ) async throws {
    while let next = office.register.head.prochaineTache, next <= target {
      let before = clock.now()
      clock.advance(to: next)
      if office.today(before) != office.today(clock.now()) { _ = try await rerouting.run() }
      try await executer()
      try await courriels?.bringUpToDate()
      // What cannot be done is not waited for.
      if office.register.head.prochaineTache == next { break }
    }
    clock.advance(to: target)
  }
}

/// Runs the échéancier while the daemon does.
struct EcheancierService: Service {
  let echeancier: Echeancier

  func run() async throws {
    let alarm = try Alarm()
    let office = echeancier.office
    office.register.onTache { alarm.wake() }
    try await withTaskCancellationOrGracefulShutdownHandler {
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        let pause = try await doWhatIsDue()
        if let pause {
          office.logger.warning("échéances remises à plus tard")
          try await cancelWhenGracefulShutdown { try await Task.sleep(for: pause) }
          continue
        }
        let next = office.register.head.prochaineTache.flatMap { office.clock.wallMicroseconds(of: $0) }
        let ring = try await DedicatedThread.run("echeances") { () throws(SystemError) in
          try alarm.wait(until: next)
        }
        if ring == .stopped { break }
      }
    } onCancelOrGracefulShutdown: {
      alarm.stop()
    }
  }

  /// - Returns: how long to wait before trying again what may pass; nil where all is done.
  private func doWhatIsDue() async throws -> Duration? {
    do throws(RegisterError) {
      try await echeancier.executer()
      return nil
    } catch {
      switch error {
      case .full, .transient: return .seconds(10)
      default: throw error
      }
    }
  }
}
