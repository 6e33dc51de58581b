import Guichet
import Logging

/// Tells an administrator, in the log, of settings by which mails cannot be sent.
enum CourrielReport {
  /// Now, and whenever another référentiel comes into force.
  static func follow(_ office: Office) {
    tell(office.configuration.linfACourriel, office.desk.version, office.logger)
    let (linf, logger) = (office.configuration.linfACourriel, office.logger)
    office.desk.onInstall { [weak desk = office.desk] in
      if let desk { tell(linf, desk.version, logger) }
    }
  }

  /// LINF that want mails and cannot be sent any themselves.
  private static func tell(_ linf: Set<String>, _ version: RoutingDesk.Version, _ logger: Logger) {
    guard let referentiel = version.routeur.referentiel else { return }
    for id in linf.sorted() where referentiel.linf(id)?.courriel == nil {
      logger.warning(
        "aucune alerte ne sera écrite à ce LINF : linf.csv n’a pas son courriel", metadata: ["linf": "\(id)"])
    }
  }
}
