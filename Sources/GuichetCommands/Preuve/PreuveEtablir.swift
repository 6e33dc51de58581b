import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct PreuveEtablir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "etablir", abstract: "Établir la preuve d’une année, sans la fixer.",
    usage: "guichetctl preuve etablir [--annee A] --linf LINF [--arrete-au JOUR] [--html FICHIER] [OPTIONS]",
    discussion: "Chaque point a un constat : établi, incomplet ou à apprécier ; la Caf juge. Ses chiffres sont ceux du "
      + "bilan du même LINF. Elle ne contient que des numéros de demandes, rien des familles.")
  static let exemples = [
    Exemple("guichetctl preuve etablir --annee 2026 --linf rpe-lomme", "À l’écran."),
    Exemple(
      "guichetctl preuve etablir --annee 2026 --linf rpe-lomme --html preuve.html", "Une page à imprimer."),
    Exemple("guichetctl preuve etablir --annee 2026 --linf rpe-lomme --json", "Pour un programme."),
  ]

  @OptionGroup var options: OptionsDePreuve

  @Option(help: ArgumentHelp("Dernier jour qui compte ; tout ce qui est connu à défaut.", valueName: "JOUR"))
  var arreteAu: String?

  @Option(help: ArgumentHelp("Écrire une page à imprimer.", valueName: "FICHIER"), completion: .file())
  var html: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try DateEnOption.verifierJour(arreteAu) }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var fichier: FichierAEcrire?
    if let html { fichier = try FichierAEcrire(html, contexte, oui: globales.oui) }
    let reply = try demon(contexte).call(
      ShowPreuve.self,
      .init(annee: options.annee(contexte), linf: options.linf, arreteAu: arreteAu.flatMap { contexte.jour($0)?.iso }))
    let preuve = try reply.lue()
    if let fichier {
      try sortie(contexte).montrer(try PageEcrite(preuve.page(empreinte: reply.empreinte), dans: fichier))
    } else {
      try sortie(contexte).montrer(PreuvePresentee(preuve: preuve, empreinte: reply.empreinte))
    }
    return .done
  }
}
