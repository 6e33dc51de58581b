package import Guichet
package import GuichetRegister
package import GuichetSpool
import LinuxSystem
package import Logging

/// All that the services of one running daemon share.
package struct Office: Sendable {
  /// The settings in force; see `configuration` and `heures`.
  package let reglages: Reglages
  package let clock: any OfficeClock
  /// The Caf's time zone.
  package let fuseau: Fuseau
  package let register: Register
  package let spool: Spool
  package let desk: RoutingDesk
  package let intake: IntakeStatus
  package let sorties = SortiesStatus()
  /// Of mails to be given away.
  package let courriels = Empechement()
  /// Of the status files.
  package let fichiersDEtat = Empechement()
  package let battement = Battement()
  package let compteurs = Compteurs()
  /// At most so many files in one transaction.
  package let lot: Int
  package let logger: Logger

  package init(
    configuration: Configuration, clock: any OfficeClock, fuseau: Fuseau, register: Register, spool: Spool,
    desk: RoutingDesk, intake: IntakeStatus, lot: Int, logger: Logger
  ) {
    reglages = Reglages(configuration, fuseau: fuseau)
    self.clock = clock
    self.fuseau = fuseau
    self.register = register
    self.spool = spool
    self.desk = desk
    self.intake = intake
    self.lot = lot
    self.logger = logger
    keepClocks()
  }
}

extension Office {
  /// What an administrator has set, as it is now.
  package var configuration: Configuration { reglages.configuration }

  /// When the Caf is open, and every LINF that has no hours of its own, as it is now.
  package var heures: HeuresDeLaCaf { reglages.heures }

  /// The civil day in the Caf's time zone.
  package func today(_ now: Instant) -> DateCivile { fuseau.date(of: now) }

  /// The decision for a formulaire on that day by the référentiel in force, with its version.
  package func decide(_ formulaire: Formulaire, now: Instant, by version: RoutingDesk.Version) -> Routee {
    let decision = version.routeur.decider(
      formulaire: formulaire, jour: today(now), jourDepot: today(formulaire.deposeeLe ?? now))
    return Routee(decision: decision, version: version.number)
  }

  /// The days that routing looks at for a demande filed at an instant.
  package func jours(depose: Instant, le jour: DateCivile) -> JoursDeRoutage {
    JoursDeRoutage(decision: jour, depot: today(depose))
  }

  /// Reads the system's description of a time zone.
  ///
  /// - Throws: `FuseauIllisible` when there is none of that name, or none that can be read.
  package static func readZone(_ name: String) throws(FuseauIllisible) -> Fuseau {
    guard isZoneName(name) else { throw FuseauIllisible(nom: name) }
    do {
      return try Fuseau(tzif: try WholeFile.read("/usr/share/zoneinfo/\(name)", limit: 1 << 20), nom: name)
    } catch let error as FuseauIllisible {
      throw error
    } catch {
      throw FuseauIllisible(nom: name)
    }
  }

  /// The name cannot lead out of the folder of zones.
  private static func isZoneName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
      && name.utf8.allSatisfy { byte in
        byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0")
            && byte <= UInt8(ascii: "9")
          || "/_-+".utf8.contains(byte)
      }
  }
}
