internal import Glibc

/// Tells systemd our state (sd_notify).
public enum SystemdNotify {
  /// Sends lines such as `READY=1`; does nothing where no manager listens (no NOTIFY_SOCKET).
  public static func send(_ state: String) throws(SystemError) {
    guard let path = environment("NOTIFY_SOCKET") else { return }
    try send(state, to: path)
  }

  /// Sends lines to a manager that listens there.
  /// - Parameter path: a file, or `@name` in the abstract namespace.
  public static func send(_ state: String, to path: String) throws(SystemError) {
    let address = try UnixAddress(path, abstract: true)
    let socket = try UnixAddress.socket(SOCK_DGRAM)
    let bytes = Array(state.utf8)
    let count = address.withPointer { address, length in
      retrying { sendto(socket.raw, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length) }
    }
    guard count == bytes.count else { throw SystemError.last("notification au gestionnaire de services", path) }
  }

  /// How often the manager wants a sign of life (`WATCHDOG=1`), at most; nil where it wants none of this process.
  public static var watchdogInterval: Duration? {
    guard let text = environment("WATCHDOG_USEC"), let microseconds = Int64(text), microseconds > 0 else { return nil }
    if let pid = environment("WATCHDOG_PID"), pid != String(getpid()) { return nil }
    return .microseconds(microseconds)
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}
