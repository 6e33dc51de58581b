internal import Glibc

/// Waits for the first of several things: connections, the keyboard, signals, a reader that leaves, a moment.
public enum Standby {
  /// What has come; empty when it is the moment.
  public struct Occurrences: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// One of the connections has something to read, or has ended.
    public static let connection = Occurrences(rawValue: 1)
    /// The standard input has something to read, or has ended.
    public static let input = Occurrences(rawValue: 2)
    public static let signal = Occurrences(rawValue: 4)
    /// Nobody reads the standard output any more: the pipe's reader or the terminal has gone.
    public static let outputLost = Occurrences(rawValue: 8)
  }

  /// - Parameters:
  ///   - connections: each to be read without waiting afterwards.
  ///   - input: whether the standard input is waited for.
  ///   - deadline: nil waits for ever.
  public static func wait(
    connections: [UnixConnection] = [], input: Bool = false, signals: SignalWatch? = nil,
    until deadline: ContinuousClock.Instant? = nil
  ) throws(SystemError) -> Occurrences {
    let readable = Int16(POLLIN)
    // A negative descriptor is passed over; one without events tells only that its other end has gone.
    let watched =
      [
        pollfd(fd: STDOUT_FILENO, events: 0, revents: 0),
        pollfd(fd: input ? STDIN_FILENO : -1, events: readable, revents: 0),
        pollfd(fd: signals?.descriptor.raw ?? -1, events: readable, revents: 0),
      ] + connections.map { pollfd(fd: $0.descriptor.raw, events: readable, revents: 0) }
    while true {
      var watched = watched
      let count = poll(&watched, nfds_t(watched.count), deadline.map(WakeUp.milliseconds) ?? -1)
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw SystemError.last("attente")
      }
      var occurrences: Occurrences = []
      if watched[0].revents != 0 { occurrences.insert(.outputLost) }
      if watched[1].revents != 0 { occurrences.insert(.input) }
      if watched[2].revents != 0 { occurrences.insert(.signal) }
      if watched[3...].contains(where: { $0.revents != 0 }) { occurrences.insert(.connection) }
      if !occurrences.isEmpty { return occurrences }
      if let deadline, deadline <= .now { return [] }
    }
  }
}
