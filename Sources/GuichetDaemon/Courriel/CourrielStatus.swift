import Synchronization

/// What keeps the daemon from giving mails to be sent, as it is shown.
package final class CourrielStatus: Sendable {
  private let fault = Mutex<String?>(nil)

  package init() {}

  /// One French sentence; nil while nothing does.
  package var faute: String? { fault.withLock(\.self) }

  func set(_ message: String?) { fault.withLock { $0 = message } }
}
