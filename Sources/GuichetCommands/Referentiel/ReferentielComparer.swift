import ArgumentParser
import GuichetControl

struct ReferentielComparer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "comparer", abstract: "Ce que changerait un dossier de fichiers CSV, sans rien changer.",
    usage: "guichetctl referentiel comparer DOSSIER [--rejouer DURÉE] [OPTIONS]",
    discussion: "Le dossier est contrôlé et comparé au référentiel en vigueur : lieux qui changent de main, trous qui "
      + "s’ouvrent ou se ferment, demandes ouvertes qui passeraient ailleurs, et avec --rejouer demandes passées qui "
      + "seraient allées ailleurs que par le référentiel en vigueur.")
  static let exemples = [
    Exemple("guichetctl referentiel comparer referentiel/", "Ce qui changerait, et pour quelles demandes."),
    Exemple(
      "guichetctl referentiel comparer referentiel/ --rejouer 90j",
      "Et où seraient allées celles des 90 derniers jours."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("Dossier des fichiers : communes.csv, linf.csv, …", valueName: "DOSSIER"), completion: .directory
  )
  var dossier: String

  @OptionGroup var rejeu: OptionsRejeu

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let lecture = try DossierReferentiel(dossier)
    let envoi = try EnvoiDeReferentiel(lecture, rejouer: rejeu.jours, to: try demon(contexte), contexte)
    try sortie(contexte).montrer(ComparaisonPresentee(envoi: envoi))
    return .done
  }
}
