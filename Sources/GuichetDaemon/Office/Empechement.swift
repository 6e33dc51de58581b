import Synchronization

/// What keeps one part of the daemon from its work, as it is shown.
package final class Empechement: Sendable {
  private let fault = Mutex<String?>(nil)

  package init() {}

  /// One French sentence; nil while nothing does.
  package var faute: String? { fault.withLock(\.self) }

  func set(_ message: String?) { fault.withLock { $0 = message } }
}
