package import Guichet
import LinuxSystem
import Synchronization

/// What the office's clocks show. Every instant that a rule is told comes from here.
package protocol OfficeClock: Sendable {
  /// The time of day.
  func now() -> Instant

  /// A moment to measure waiting by, which never jumps.
  func moment() -> Moment

  /// When the machine's own clock will have reached that moment; nil when only somebody's hand can bring it about.
  func deadline(of moment: Moment) -> ContinuousClock.Instant?

  /// What the machine's wall clock will show at that instant, in microseconds since 1970; nil when only somebody's hand
  /// can bring it about.
  func wallMicroseconds(of instant: Instant) -> Int64?
}

/// A moment on an office's clock, counted from an origin of no meaning.
package struct Moment: InstantProtocol {
  /// Microseconds.
  package let microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  package func advanced(by duration: Duration) -> Moment {
    Moment(microseconds: microseconds + duration.microseconds)
  }

  package func duration(to other: Moment) -> Duration { .microseconds(other.microseconds - microseconds) }

  package static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }
}

extension Duration {
  /// Whole microseconds.
  package var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}

/// The machine's clocks.
package struct SystemOfficeClock: OfficeClock {
  package init() {}

  package func now() -> Instant { Instant(microseconds: SystemClock.wallMicroseconds) }

  package func moment() -> Moment { Moment(microseconds: SystemClock.monotonicMicroseconds) }

  package func deadline(of moment: Moment) -> ContinuousClock.Instant? {
    .now.advanced(by: self.moment().duration(to: moment))
  }

  package func wallMicroseconds(of instant: Instant) -> Int64? { instant.microseconds }
}

/// A clock that stands still until it is told to advance.
package final class ManualOfficeClock: OfficeClock {
  private let instant: Mutex<Instant>

  package init(_ start: Instant) {
    instant = Mutex(start)
  }

  package func now() -> Instant { instant.withLock { $0 } }

  package func moment() -> Moment { Moment(microseconds: now().microseconds) }

  package func deadline(of moment: Moment) -> ContinuousClock.Instant? { nil }

  package func wallMicroseconds(of instant: Instant) -> Int64? { nil }

  /// Moves the clock to that instant; a clock never goes back.
  package func advance(to target: Instant) {
    instant.withLock { $0 = max($0, target) }
  }
}
