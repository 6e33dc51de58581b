/// A backup that is there and counts for none.
package struct SauvegardeDouteuse: Hashable, Sendable {
  /// Of its file.
  package let fichier: String
  package let valeur: ValeurDeSauvegarde

  package init(fichier: String, valeur: ValeurDeSauvegarde) {
    self.fichier = fichier
    self.valeur = valeur
  }

  /// - Parameter sansBonne: no other backup is good.
  /// - Returns: nil where it is good after all.
  func panne(sansBonne: Bool) -> Panne? {
    let words: (message: String, remede: String)
    switch valeur {
    case .bonne: return nil
    case .fautive:
      words = (
        "La sauvegarde \(fichier) n’est pas intacte : elle ne compte plus.",
        "Vérifiez le disque, puis faites-en une autre par « guichetctl sauvegarde faire »."
      )
    case .registreFautif:
      words = (
        "La sauvegarde \(fichier) est celle d’un registre qui n’est pas intact : elle ne compte pas.",
        "« guichetctl journal verifier » dit les fautes du registre ; gardez ailleurs la dernière bonne sauvegarde."
      )
    case .sansManifeste:
      words = (
        "La sauvegarde \(fichier) n’a plus de manifeste lisible : rien ne dit qu’elle est entière, elle ne compte pas.",
        "Remettez son manifeste à côté d’elle, ou faites-en une autre par « guichetctl sauvegarde faire »."
      )
    }
    return Panne(.sauvegardeFautive, sansBonne ? .critique : .avertissement, words.message, words.remede)
  }
}
