import ArgumentParser
import GuichetControl
import StrictJSON

struct FeuilleCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "feuille", abstract: "La feuille du matin, à imprimer.",
    usage: "guichetctl feuille [--linf LINF] [--html FICHIER] [OPTIONS]",
    discussion:
      "Une page : les rendez-vous du jour, ceux à renseigner, les familles en retard et celles à appeler. Elle "
      + "est aussi écrite chaque matin à 6 h dans sorties/LINF/feuille.txt. Elle porte des noms et des téléphones : sa "
      + "lecture est notée.")
  static let exemples = [
    Exemple("guichetctl feuille --linf rpe-lomme", "La feuille d’un lieu d’information."),
    Exemple("guichetctl feuille > feuille.txt", "La vôtre, à imprimer."),
    Exemple("guichetctl feuille --html feuille.html", "En page A4, pour un navigateur."),
  ]

  @Option(help: ArgumentHelp("Lieu d’information ; le vôtre à défaut.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(
    help: ArgumentHelp("Écrire plutôt une page A4 dans ce fichier.", valueName: "FICHIER"), completion: .file())
  var html: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    if let html {
      let fichier = try FichierAEcrire(html, contexte, oui: globales.oui)
      let reply = try demon(contexte).call(ShowFeuille.self, .init(linf: linf, html: true))
      try sortie(contexte).montrer(PageEcrite(reply.html, dans: fichier))
      return .done
    }
    let reply = try demon(contexte).call(ShowFeuille.self, .init(linf: linf))
    try sortie(contexte).montrer(Feuille(reply: reply))
    return .done
  }

  private struct Feuille: Presentable {
    let reply: ShowFeuille.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) { page.texte(reply.texte, retrait: 0) }
  }
}
