import GuichetControl
import LinuxSystem
import Logging

/// Reads the configuration again while the daemon runs: all of it is right and comes in force, or nothing does.
package actor Reloading {
  private let office: Office
  private let roles: RoleDesk
  private let rerouting: Rerouting
  private let source: ConfigurationSource?
  private let owner: UInt32?

  /// - Parameters:
  ///   - source: nil where there is no file to be read again.
  ///   - owner: see `RoleTable`.
  package init(
    office: Office, roles: RoleDesk, rerouting: Rerouting, source: ConfigurationSource?, owner: UInt32?
  ) {
    self.office = office
    self.roles = roles
    self.rerouting = rerouting
    self.source = source
    self.owner = owner
  }

  /// One at a time, without a pause: whoever asks a moment later reads what stands in the file then.
  ///
  /// - Throws: `ConfigurationSource.Failure`; the settings are those of before then.
  package func run() throws(ConfigurationSource.Failure) -> (change: ConfigurationChange, avertissements: [String]) {
    guard let source else {
      return (ConfigurationChange(from: office.configuration, to: office.configuration), [])
    }
    ServiceManager.announce(
      "RELOADING=1\nMONOTONIC_USEC=\(SystemClock.monotonicMicroseconds)", office.logger)
    // Also after a failure: what was in force serves on.
    defer { ServiceManager.announce("READY=1", office.logger) }
    let read: ConfigurationLue
    do throws(ConfigurationSource.Failure) {
      read = try source.lire()
    } catch {
      for line in error.message.split(separator: "\n") {
        office.logger.error("configuration refusée, celle d’avant reste en vigueur : \(line)")
      }
      throw error
    }
    var change = ConfigurationChange(from: office.configuration, to: read.configuration)
    let before = roles.table
    install(change.enVigueur)
    change.addRoles(from: before, to: roles.table)
    office.logger.notice(
      "configuration relue",
      metadata: [
        "changees": "\(change.changees.joined(separator: ","))",
        "auRedemarrage": "\(change.auRedemarrage.joined(separator: ","))",
      ])
    return (change, ConfigurationReport.tell(read, office))
  }

  private func install(_ configuration: Configuration) {
    office.reglages.install(configuration)
    roles.install(RoleTable(configuration.acces, owner: owner, logger: office.logger))
    // Whoever follows the référentiel follows its new rules too; échéances by other delays are computed anew.
    office.desk.install(configuration.routage)
    rerouting.remind()
  }
}
