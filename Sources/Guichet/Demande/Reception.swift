/// A formulaire judged and routed, with all that its registration needs computed beforehand, away from the writer.
package struct Reception: Sendable {
  package let recue: Recue
  package let routee: Routee
  /// The written form of both facts, see `Evenement.donnees`.
  package let donneesRecue: [UInt8]
  package let donneesRoutee: [UInt8]
  /// When the family filed it.
  package let deposeeLe: Instant
  /// When the file was read.
  package let recueLe: Instant
  /// The day of `recueLe` in the Caf's time zone, whose year numbers the demande.
  package let jour: DateCivile
  package let cles: [CleDoublon]
  /// The same as they stand beside its row.
  package let texteDesCles: String
  /// The names by which it is found, see `MotsDeNom`.
  package let mots: [String]

  package init(recue: Recue, routee: Routee, recueLe: Instant, jour: DateCivile) {
    self.recue = recue
    self.routee = routee
    self.recueLe = recueLe
    self.jour = jour
    donneesRecue = Evenement.recue(recue).donnees
    donneesRoutee = Evenement.routee(routee).donnees
    deposeeLe = recue.formulaire.deposeeLe ?? recueLe
    cles = CleDoublon.keys(of: recue.formulaire)
    texteDesCles = cles.texte
    mots = MotsDeNom.mots(of: recue.formulaire)
  }
}
