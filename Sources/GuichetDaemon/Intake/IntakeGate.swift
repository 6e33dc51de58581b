import Synchronization

/// Lets others ask the intake for a pass, and wait until there was nothing left to take.
package final class IntakeGate: Sendable {
  typealias Caller = CheckedContinuation<Void, Never>

  private struct State {
    var callers: [Caller] = []
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
        state.callers.append(caller)
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

  /// Those who have asked since the last call; to be resumed by the caller.
  func takeCallers() -> [Caller] {
    state.withLock { state in
      defer { state.callers = [] }
      return state.callers
    }
  }

  /// No more passes will be made.
  func close() -> [Caller] {
    state.withLock { $0.isClosed = true }
    return takeCallers()
  }
}
