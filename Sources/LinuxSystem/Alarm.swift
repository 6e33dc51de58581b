internal import CLinux
internal import Glibc

/// Waits for a moment of the wall clock, and notices when somebody sets that clock.
///
/// One thread waits, any other may wake it or end the waiting.
public final class Alarm: Sendable {
  public enum Ring: Hashable, Sendable {
    /// The wall clock shows that moment, or a later one.
    case reached
    /// The wall clock was set: what the waiting was for has to be looked at again.
    case clockSet
    /// wake() was called since the last wait.
    case woken
    /// stop() was called, at any time.
    case stopped
  }

  private let timer: Descriptor
  private let wakeUp: WakeUp

  public init() throws(SystemError) {
    wakeUp = try WakeUp()
    let raw = clinux_wall_timer()
    guard raw >= 0 else { throw SystemError.last("création d’une minuterie") }
    timer = Descriptor.adopt(raw)
  }

  /// Ends the wait under way, or the next one.
  public func wake() { wakeUp.wake() }

  /// Ends the wait under way and all to come.
  public func stop() { wakeUp.stop() }

  /// - Parameter moment: microseconds since 1970 by the wall clock; nil waits for a wake-up or a set clock alone.
  public func wait(until moment: Int64?) throws(SystemError) -> Ring {
    // Without a moment the timer still tells a clock that is set; year 2500 is as good as never.
    let moment = max(1, moment ?? 16_725_225_600_000_000)
    guard clinux_wall_timer_set(timer.raw, moment / 1_000_000, moment % 1_000_000 * 1000) == 0 else {
      // The clock was set since the last wait: the timer is set all the same, and who waits must look again.
      if errno == ECANCELED { return .clockSet }
      throw SystemError.last("réglage d’une minuterie")
    }
    switch try wakeUp.wait(for: timer, until: nil) {
    case .stopped: return .stopped
    case .woken, .timeout: return .woken
    case .ready:
      var expirations: UInt64 = 0
      return read(timer.raw, &expirations, 8) < 0 && errno == ECANCELED ? .clockSet : .reached
    }
  }
}
