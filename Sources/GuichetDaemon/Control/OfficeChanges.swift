import GuichetRegister
import Synchronization

/// Wakes all who wait for the office to change, without telling them how: they look.
///
/// No change is ever missed: whoever waits tells how many there had been before it looked, and a change since then ends
/// the wait at once.
package final class OfficeChanges: Sendable {
  private struct State {
    var count: UInt64 = 0
    var isClosed = false
    var lastWaiter: UInt64 = 0
    var waiters: [UInt64: CheckedContinuation<Void, Never>] = [:]

    mutating func takeWaiters() -> some Sequence<CheckedContinuation<Void, Never>> {
      defer { waiters = [:] }
      return waiters.values
    }
  }

  private let state = Mutex(State())

  package init() {}

  /// How many changes there have been: to be read before looking at what may change.
  package var count: UInt64 { state.withLock { $0.count } }

  /// Whether the office closes: nobody is to wait any more.
  package var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Something has changed, and whoever looks from now on sees it.
  package func announce() {
    let waiters = state.withLock { state in
      state.count += 1
      return Array(state.takeWaiters())
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Ends every wait, those to come too.
  package func close() {
    let waiters = state.withLock { state in
      state.isClosed = true
      return Array(state.takeWaiters())
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Returns once there have been more changes than that, or none are to come, or the moment has passed, or the task is
  /// cancelled.
  package func wait(past count: UInt64, until deadline: ContinuousClock.Instant) async {
    await withTaskGroup(of: Void.self) { tasks in
      tasks.addTask { await self.wait(past: count) }
      tasks.addTask {
        do {
          try await ContinuousClock().sleep(until: deadline)
        } catch {
          return
        }
      }
      await tasks.next()
      tasks.cancelAll()
    }
  }

  private func wait(past count: UInt64) async {
    let id = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Cancellation is seen here, or its handler finds the waiter: it takes the same lock after setting the flag.
        let goesOn = state.withLock { state in
          if state.count != count || state.isClosed || Task.isCancelled { return true }
          state.waiters[id] = continuation
          return false
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
    }
  }
}

extension OfficeChanges {
  /// Announces from then on what is added to the journal, what the intake shows, and which référentiel is in force.
  package func follow(_ office: Office) {
    office.register.onGrowth { self.announce() }
    office.intake.onChange { self.announce() }
    office.desk.onInstall { self.announce() }
  }
}
