import ArgumentParser
import GuichetControl
import StrictJSON

struct DemandeLettre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lettre", abstract: "La lettre à une famille qui n’a pu être jointe, prête à imprimer.",
    usage: "guichetctl demande lettre NUMÉRO [--html FICHIER] [OPTIONS]",
    discussion: "En texte, pour une page A4. Elle ne dit rien des enfants. Une fois envoyée, notez-la par « guichetctl "
      + "contact ajouter NUMÉRO --canal courrier --resultat messageLaisse ».")
  static let exemples = [
    Exemple("guichetctl demande lettre 123", "À relire."),
    Exemple("guichetctl demande lettre 123 > lettre.txt", "Pour l’imprimer."),
    Exemple("guichetctl demande lettre 123 --html lettre.html", "En page A4, pour une enveloppe à fenêtre."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(
    help: ArgumentHelp("Écrire plutôt une page A4 dans ce fichier.", valueName: "FICHIER"), completion: .file())
  var html: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let fichier: FichierAEcrire?
    if let html { fichier = try FichierAEcrire(html, contexte, oui: globales.oui) } else { fichier = nil }
    let reply = try demon(contexte).call(WriteLettre.self, .init(numero: numero, html: fichier == nil ? nil : true))
    for sentence in reply.avertissements where globales.format == .texte {
      contexte.console.writeError("\(TerminalSafety.line(sentence))\n")
    }
    if let fichier {
      try sortie(contexte).montrer(PageEcrite(reply.html, dans: fichier))
      return .done
    }
    try sortie(contexte).montrer(Lettre(reply: reply))
    return .done
  }
}

private struct Lettre: Presentable {
  let reply: WriteLettre.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  func texte(_ page: inout TextPage) { page.texte(reply.texte, retrait: 0) }
}
