internal import Synchronization

/// Something that happens once, and that any number of tasks can wait for.
final class Signal: Sendable {
  private struct State {
    var hasHappened = false
    var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    var lastWaiter = 0
  }

  private let state = Mutex(State())

  /// It has happened: who waits goes on, and nobody waits any more.
  func fire() {
    let waiters = state.withLock { state in
      state.hasHappened = true
      defer { state.waiters = [:] }
      return state.waiters
    }
    for waiter in waiters.values { waiter.resume() }
  }

  /// Returns when it has happened, or when the task is cancelled.
  func wait() async {
    let waiter = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // Cancellation is seen here, or its handler finds the waiter: it takes the same lock after setting the flag.
        let goesOn = state.withLock { state in
          if state.hasHappened || Task.isCancelled { return true }
          state.waiters[waiter] = continuation
          return false
        }
        if goesOn { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume()
    }
  }
}
