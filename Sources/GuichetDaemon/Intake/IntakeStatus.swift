package import Guichet
import GuichetRegister
import Synchronization

/// What the intake last saw of `depot/`, and whether it works: for all who ask, without scanning again.
package final class IntakeStatus: Sendable {
  package struct Snapshot: Hashable, Sendable {
    /// Files dropped and not yet taken or refused.
    package var waiting = 0
    /// When the oldest of them was dropped, as far as it is known.
    package var oldest: Instant?
    /// Entries that are none of the intake's, because their names do not end in `.json`.
    package var ignored = 0
    /// Files that cannot be taken for a reason that is not theirs.
    package var impeded = 0
    /// Why nothing is taken at the moment; nil while it is.
    package var pause: String?
  }

  private let current = Mutex(Snapshot())
  private let listener = Mutex(Listener())

  package init() {}

  package var snapshot: Snapshot { current.withLock { $0 } }

  /// Tells that listener from then on whenever the snapshot has become another. It must not block.
  package func onChange(_ listener: @escaping @Sendable () -> Void) {
    self.listener.withLock { $0 = Listener(listener) }
  }

  package func update(_ change: (inout Snapshot) -> Void) {
    let hasChanged = current.withLock { snapshot in
      let before = snapshot
      change(&snapshot)
      return snapshot != before
    }
    if hasChanged { listener.withLock { $0 }.tell() }
  }
}
