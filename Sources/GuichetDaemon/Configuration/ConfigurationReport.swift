import Guichet
import Logging

/// Tells an administrator, in the log, of settings that are valid and cannot have been meant.
enum ConfigurationReport {
  /// - Returns: what was told, French sentences.
  @discardableResult
  static func tell(_ lue: ConfigurationLue, _ office: Office) -> [String] {
    let warnings = lue.avertissements(referentiel: office.desk.version.routeur.referentiel)
    for warning in warnings { office.logger.warning("\(warning)") }
    return warnings
  }
}
