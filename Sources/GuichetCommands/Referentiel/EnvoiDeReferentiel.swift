import Guichet
import GuichetControl

/// A folder that was sent to the daemon and compared with what is in force; nothing has changed yet.
struct EnvoiDeReferentiel {
  let dossier: DossierReferentiel
  /// Id of the sending.
  let chargement: String
  let comparaison: CompareReferentiel.Reply

  /// - Parameter rejouer: days of past demandes to decide again; none when nil.
  init(_ dossier: DossierReferentiel, rejouer: Int?, to demon: Daemon) throws(CommandFailure) {
    self.dossier = dossier
    chargement = try demon.call(OpenReferentiel.self, .init()).chargement
    for fichier in dossier.fichiers {
      var start = 0
      // An empty file is sent too: it is there.
      repeat {
        let end = min(start + SendReferentiel.maximum, fichier.contenu.count)
        let piece = Array(fichier.contenu[start..<end])
        _ = try demon.call(SendReferentiel.self, .init(chargement: chargement, fichier: fichier.nom, contenu: piece))
        start = end
      } while start < fichier.contenu.count
    }
    comparaison = try demon.call(CompareReferentiel.self, .init(chargement: chargement, rejouer: rejouer))
  }
}
