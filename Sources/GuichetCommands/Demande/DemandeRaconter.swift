import ArgumentParser
import GuichetControl
import StrictJSON

struct DemandeRaconter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "raconter", abstract: "La vie d’une demande, en phrases.",
    usage: "guichetctl demande raconter NUMÉRO [OPTIONS]",
    discussion:
      "Tout ce qui lui est arrivé, dans l’ordre où cela a été noté : pour une réclamation, ou un droit d’accès. "
      + "Comme toute lecture, celle-ci est notée.")
  static let exemples = [
    Exemple("guichetctl demande raconter 123", "À lire."),
    Exemple("guichetctl demande raconter 123 > recit.txt", "À joindre à une réponse."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(TellDemande.self, .init(numero: numero.numeroSaisi))
    try sortie(contexte).montrer(Recit(reply: reply))
    return .done
  }

  private struct Recit: Presentable {
    let reply: TellDemande.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      page.titre("La demande \(reply.numero)")
      page.liste(reply.phrases)
    }
  }
}
