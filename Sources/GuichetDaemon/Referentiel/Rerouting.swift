package import GuichetRegister
import ServiceLifecycle
import Synchronization

/// Keeps demandes where the référentiel in force and the day say that they belong.
///
/// After another version, and on each day on which a rattachement changes, those that wait or have not been contacted
/// are routed again; a person's decision is left alone, and who is further on stays with who knows the family, unless
/// listed. One run at a time, in a task that ends with nobody's call: who asked may hang up, and the rest is still done.
/// Up to which version and day it was done is kept in the register, so that a daemon that stopped goes on at its next
/// start.
package actor Rerouting {
  private let office: Office
  private var running: Task<Result<Int, RegisterError>, Never>?
  private var announced = 0
  private let listener = Mutex(Listener())

  package init(_ office: Office) {
    self.office = office
  }

  /// Tells that listener from then on when there is reason to run, or when another version has been followed, whose days
  /// are others.
  nonisolated func onReason(_ listener: @escaping @Sendable () -> Void) {
    self.listener.withLock { $0 = Listener(listener) }
    office.register.onLate(listener)
  }

  /// Lets whoever keeps watch run it again, where somebody could not.
  nonisolated func remind() { listener.withLock { $0 }.tell() }

  /// Routes again all that the version in force and today may have moved.
  ///
  /// - Returns: how many demandes went elsewhere, or wait for another reason.
  package func run() async throws(RegisterError) -> Int {
    while let running { _ = await running.value }
    let task = Task { await self.rerouteAll() }
    running = task
    return try await task.value.get()
  }

  private func rerouteAll() async -> Result<Int, RegisterError> {
    // Cleared by the run itself: who waits for its end finds it gone.
    defer { running = nil }
    do throws(RegisterError) {
      var moved = 0
      while true {
        let version = office.desk.version
        do throws(RegisterError) {
          moved += try await ReroutingPass(office: office, version: version).run()
          try await EcheancesPass(office: office).run()
        } catch .referentielDepasse {
          // A newer version came into force meanwhile; it is the desk's in a moment.
          await Task.yield()
          continue
        }
        if version.number != announced {
          announced = version.number
          listener.withLock { $0 }.tell()
        }
        // A lot that was read before midnight may have been recorded under the pass: it is followed at once.
        if Task.isShuttingDownGracefully || !office.register.head.reroutage.isLate { return .success(moved) }
      }
    } catch {
      return .failure(error)
    }
  }
}
