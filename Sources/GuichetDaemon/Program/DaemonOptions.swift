import Guichet
package import LinuxSystem

/// How a daemon was asked to run.
package struct DaemonOptions: Sendable {
  /// The folder that holds everything; nil for a packaged service.
  package let racine: String?
  package let configuration: Configuration
  /// Where its settings are written.
  package let lue: ConfigurationLue
  package let clock: any OfficeClock
  /// Where the configuration can be read again; nil where it cannot.
  package let source: ConfigurationSource?

  package init(
    racine: String?, configuration: Configuration, clock: any OfficeClock, source: ConfigurationSource? = nil
  ) {
    self.source = source
    lue = ConfigurationLue(
      configuration, fichier: source?.fichier ?? "", disposition: racine.map(Disposition.racine) ?? .systeme)
    self.racine = racine
    self.configuration = configuration
    self.clock = clock
  }

  /// Settings that were read from a file.
  package init(racine: String?, _ lue: ConfigurationLue, clock: any OfficeClock, source: ConfigurationSource) {
    self.racine = racine
    self.lue = lue
    configuration = lue.configuration
    self.clock = clock
    self.source = source
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
  /// The same, with what opens a place that systemd keeps read-only.
  package static func storage(_ error: SystemError) -> DaemonFailure {
    storage(error.isReadOnly ? "\(error.message) \(UniteSystemd.remede)" : error.message)
  }
  package static func software(_ message: String) -> DaemonFailure { DaemonFailure(message: message, status: 70) }
}
