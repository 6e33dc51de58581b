internal import CLinux
internal import Glibc
internal import Synchronization

/// Wakes one thread that waits in poll(2), from any thread: once, or for good.
final class WakeUp: Sendable {
  enum Reason: Hashable, Sendable {
    /// One of the polled descriptors has something to say.
    case ready
    case timeout
    /// wake() was called since the last wait.
    case woken
    /// stop() was called, at any time.
    case stopped
  }

  private let event: Descriptor
  private let stopped = Atomic(false)

  init() throws(SystemError) {
    let raw = clinux_eventfd()
    guard raw >= 0 else { throw SystemError.last("création d’un signal de réveil") }
    event = Descriptor.adopt(raw)
  }

  /// Ends the wait under way, or the next one.
  func wake() {
    var one: UInt64 = 1
    // It can only fail when the counter is full, and then the waiter is woken anyway.
    _ = write(event.raw, &one, 8)
  }

  /// Ends the wait under way and all to come.
  func stop() {
    stopped.store(true, ordering: .releasing)
    wake()
  }

  var isStopped: Bool { stopped.load(ordering: .acquiring) }

  /// Waits until the descriptor can be read, the moment has come, or somebody wakes. Being stopped comes before all
  /// else, a readable descriptor before a wake-up (which then is not lost: it ends the next wait).
  /// - Parameter descriptor: nil waits for time and wake-ups alone.
  func wait(for descriptor: Descriptor?, until deadline: ContinuousClock.Instant?) throws(SystemError) -> Reason {
    let readable = Int16(POLLIN)
    while true {
      if isStopped { return .stopped }
      let timeout = deadline.map { Self.milliseconds(until: $0) } ?? -1
      var first = pollfd(fd: event.raw, events: readable, revents: 0)
      var second = pollfd(fd: descriptor?.raw ?? -1, events: readable, revents: 0)
      let count = Self.poll(&first, &second, timeout)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw SystemError.last("attente")
      }
      if isStopped { return .stopped }
      if second.revents != 0 { return .ready }
      if first.revents != 0 {
        var value: UInt64 = 0
        _ = read(event.raw, &value, 8)
        return .woken
      }
      if let deadline, deadline <= .now { return .timeout }
    }
  }

  /// Rounded up, so that the deadline has passed when poll returns; long waits are cut, and taken up by the loop.
  static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let (seconds, attoseconds) = (deadline - .now).components
    if seconds < 0 || attoseconds < 0 { return 0 }
    if seconds > 3600 { return 3_600_000 }
    return Int32(seconds * 1000) + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private static func poll(_ first: inout pollfd, _ second: inout pollfd, _ timeout: Int32) -> Int32 {
    withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { both in
      both[0] = first
      both[1] = second
      let count = Glibc.poll(both.baseAddress, 2, timeout)
      (first, second) = (both[0], both[1])
      return count
    }
  }
}
