package import Guichet
import LinuxSystem
import Synchronization

/// The sign of life of the work loop: given by the intake after proof of progress, never by a timer.
package final class Battement: Sendable {
  /// When the process was started, by the machine's clock.
  package let demarre = Instant(microseconds: SystemClock.wallMicroseconds)
  private let dernier = Mutex((moment: ContinuousClock.now, le: Instant(microseconds: SystemClock.wallMicroseconds)))
  let signes = OfficeChanges()

  package init() {}

  /// The loop has just shown that it goes on.
  func bat() {
    dernier.withLock { $0 = (.now, Instant(microseconds: SystemClock.wallMicroseconds)) }
    signes.announce()
  }

  /// When it last did, by the machine's clock.
  package var le: Instant { dernier.withLock { $0.le } }

  /// Seconds since, whatever was done to the clock.
  package var age: Int { Int((ContinuousClock.now - dernier.withLock { $0.moment }).components.seconds) }
}
