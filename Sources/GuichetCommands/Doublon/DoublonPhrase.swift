import Guichet
import GuichetControl

extension Wire.DoublonPossible {
  /// `2026-000124, à contacter (rpe-lomme), déposée le 24/11/2026 : doublon certain, même téléphone, même courriel`.
  ///
  /// - Parameter numero: of the demande that is looked at; another one by which it was found is named.
  func phrase(pour numero: String) -> String {
    let chez = linf.map { " (\($0))" } ?? ""
    let via = par == numero ? "" : ", par la demande \(par)"
    return "\(self.numero), \(Libelles.etat(etat))\(chez), déposée le \(Horodatage.jour(ofInstant: deposeeLe)) : "
      + "\(GenreDoublon.libelle(genre)), \(DegreDoublon.libelle(degre))\(via) : \(communs)"
      + (lie ? " ; parents dans deux communes, jamais fusionnés" : "")
  }

  /// What both have in common, in words.
  var communs: String { criteres.map(CritereDoublon.libelle).joined(separator: ", ") }
}
