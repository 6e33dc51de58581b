import Synchronization

/// Lets others ask the intake for a pass, and wait until there was nothing left to take.
package final class IntakeGate: Sendable {
  private typealias Caller = CheckedContinuation<Void, Never>

  private struct State {
    /// Asked for since the pass under way began, and before.
    var arrived: [Caller] = []
    var served: [Caller] = []
    var wake: (@Sendable () -> Void)?
    var isClosed = false
  }

  private let state = Mutex(State())

  package init() {}

  /// Returns once a scan that began after this call found nothing that could be taken.
  func settle() async {
    await withCheckedContinuation { caller in
      let wake: (@Sendable () -> Void)? = state.withLock { state in
        guard !state.isClosed else { return { caller.resume() } }
        state.arrived.append(caller)
        return state.wake
      }
      wake?()
    }
  }

  /// Makes the intake scan soon.
  func nudge() {
    state.withLock { $0.wake }?()
  }

  func connect(_ wake: @escaping @Sendable () -> Void) {
    state.withLock { $0.wake = wake }
  }

  /// A scan begins: it will do for all who have asked so far.
  func beginPass() {
    state.withLock { state in
      state.served += state.arrived
      state.arrived = []
    }
  }

  /// The pass found nothing more to take.
  func endPass() {
    let served = state.withLock { state in
      defer { state.served = [] }
      return state.served
    }
    for caller in served { caller.resume() }
  }

  /// No more passes will be made.
  func close() {
    let callers = state.withLock { state in
      state.isClosed = true
      defer { (state.arrived, state.served) = ([], []) }
      return state.arrived + state.served
    }
    for caller in callers { caller.resume() }
  }
}
