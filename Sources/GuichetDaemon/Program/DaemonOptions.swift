import Guichet

/// How a daemon was asked to run.
package struct DaemonOptions: Sendable {
  /// The folder that holds everything; nil for a packaged service.
  package let racine: String?
  package let configuration: Configuration
  package let clock: any OfficeClock
  /// Where the configuration can be read again; nil where it cannot.
  package let source: ConfigurationSource?

  package init(
    racine: String?, configuration: Configuration, clock: any OfficeClock, source: ConfigurationSource? = nil
  ) {
    self.source = source
    self.racine = racine
    self.configuration = configuration
    self.clock = clock
  }
}

/// Why the daemon could not start or go on, with what it exits with (sysexits.h).
package struct DaemonFailure: Error, Sendable {
  /// One French sentence or more, with the remedy.
  package let message: String
  package let status: Int32

  /// EX_DATAERR: what the program was given is not what it should be.
  package static func data(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 65) }
  /// EX_NOINPUT: there is no such file, or none that can be read.
  package static func noInput(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 66) }
  package static func configuration(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 78) }
  package static func alreadyRunning(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 75) }
  package static func denied(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 77) }
  package static func storage(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 74) }
  package static func software(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 70) }
}
