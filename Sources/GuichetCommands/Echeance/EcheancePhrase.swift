import Guichet
import GuichetControl

extension Wire.EcheanceExpliquee {
  /// `à faire avant le 25/11/2026 17:00 (dans 2 j), premier contact`.
  ///
  /// - Parameter moment: how an instant is shown.
  func phrase(_ moment: (String) -> String) -> String {
    let nature = libelle ?? NatureEcheance.libelle(nature)
    guard let le else {
      let rest = reste.map { ", il reste \(DureeOuverte(heures: 0, minutes: $0).phrase)" } ?? ""
      return "délai suspendu\(rest), \(nature)"
    }
    return "à faire avant le \(moment(le)), \(nature)" + (fixee ? ", fixée par une personne" : "")
  }
}
