import Guichet
import GuichetRegister

extension Configuration {
  /// SHA-256, in hexadecimal, of what of the configuration decides whether an answer came in time, or whether a family could
  /// not be reached: whoever reads a preuve later can tell that these were others.
  ///
  /// Its text is spelled out, so that another version of the program makes the same of the same configuration.
  var empreinteDesDelais: String {
    let hours = caf.horaires.plages.map { "\($0.jour.rawValue) \($0.de)-\($0.a)" }.joined(separator: ",")
    let usual = Self.texte(delais)
    let own = linf.mapValues { Self.texte($0.delais) }.filter { $0.value != usual }
    let lines =
      ["\(caf.fuseau) \(caf.feries.rawValue) \(hours)", "\(usual) \(delais.tentatives)"]
      + own.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return Register.empreinte(of: Array(lines.joined(separator: "\n").utf8))
  }

  private static func texte(_ delais: Delais) -> String {
    [delais.premierContact, delais.plafond, delais.urgence].map { delai in
      switch delai {
      case .joursOuverts(let days): "\(days)j"
      case .heuresOuvertes(let hours): "\(hours)h"
      case .joursCalendaires(let days): "\(days)jc"
      }
    }.joined(separator: " ")
  }
}
