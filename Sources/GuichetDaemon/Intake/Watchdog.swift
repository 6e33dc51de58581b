import LinuxSystem

/// The sign of life that systemd asks for; given by the work loop alone, so that a loop that hangs gives none.
enum Watchdog {
  /// How long the loop may wait at most, so that each sign comes in time; nil where nobody asks.
  static let interval: Duration? = SystemdNotify.watchdogInterval.map { $0 / 3 }

  static func alive() throws(SystemError) {
    if interval != nil { try SystemdNotify.send("WATCHDOG=1") }
  }
}
