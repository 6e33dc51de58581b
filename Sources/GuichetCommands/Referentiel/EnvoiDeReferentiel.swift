import Guichet
import GuichetControl

/// A folder that was sent to the daemon and compared with what is in force; nothing has changed yet.
struct EnvoiDeReferentiel {
  let dossier: DossierReferentiel
  /// Id of the sending.
  let chargement: String
  let comparaison: CompareReferentiel.Reply

  /// - Parameter rejouer: days of past demandes to decide again; none when nil.
  init(
    _ dossier: DossierReferentiel, rejouer: Int?, to demon: Daemon, _ contexte: Contexte
  ) throws(CommandFailure) {
    self.dossier = dossier
    let chargement = try demon.call(OpenReferentiel.self, .init()).chargement
    try contexte.avecAvancement { avancement throws(CommandFailure) in
      try Self.envoyer(dossier.fichiers, chargement, to: demon, avancement)
    }
    comparaison = try contexte.patienter("Comparaison avec le référentiel en vigueur…") { () throws(CommandFailure) in
      try demon.call(CompareReferentiel.self, .init(chargement: chargement, rejouer: rejouer))
    }
    self.chargement = chargement
  }

  private static func envoyer(
    _ fichiers: [FichierReferentiel], _ chargement: String, to demon: Daemon, _ avancement: Avancement
  ) throws(CommandFailure) {
    let total = fichiers.reduce(0) { $0 + $1.contenu.count }
    var sent = 0
    for fichier in fichiers {
      var start = 0
      // An empty file is sent too: it is there.
      repeat {
        avancement.dire("Envoi du référentiel : \(mega(sent)) sur \(mega(total)) Mo…")
        let end = min(start + SendReferentiel.maximum, fichier.contenu.count)
        let piece = Array(fichier.contenu[start..<end])
        _ = try demon.call(SendReferentiel.self, .init(chargement: chargement, fichier: fichier.nom, contenu: piece))
        sent += piece.count
        start = end
      } while start < fichier.contenu.count
    }
  }

  /// Bytes in millions, with one decimal.
  private static func mega(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\((tenths / 10).francais),\(tenths % 10)"
  }
}
