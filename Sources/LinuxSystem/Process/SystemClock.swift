internal import Glibc

/// The machine's clocks.
public enum SystemClock {
  /// The wall clock: microseconds since 1970-01-01T00:00:00Z. It can jump.
  public static var wallMicroseconds: Int64 { microseconds(of: CLOCK_REALTIME) }

  /// CLOCK_MONOTONIC in microseconds, as systemd's MONOTONIC_USEC wants it. It stands still while the machine sleeps.
  public static var monotonicMicroseconds: Int64 { microseconds(of: CLOCK_MONOTONIC) }

  private static func microseconds(of clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }
}
