internal import Synchronization

/// How far a call has been answered; copies of the call share it.
final class Answer: Sendable {
  private struct State {
    var isComplete = false
    var session: VarlinkCall.Session?
  }

  private let state = Mutex(State())

  /// Whether the last reply, or an error, has been given.
  var isComplete: Bool { state.withLock(\.isComplete) }

  /// What goes on with the connection after the last reply; nil where it goes on with calls.
  var session: VarlinkCall.Session? { state.withLock(\.session) }

  /// False when it was complete already.
  func complete(with session: VarlinkCall.Session? = nil) -> Bool {
    state.withLock { state in
      guard !state.isComplete else { return false }
      state = State(isComplete: true, session: session)
      return true
    }
  }
}
