import ArgumentParser
import GuichetControl

struct EnfantRetirer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "retirer", abstract: "Retirer un enfant entré par erreur.",
    usage: "guichetctl enfant retirer NUMÉRO --enfant N [OPTIONS]",
    discussion: "Les autres gardent leur rang. Le journal garde tout.")
  static let exemples = [
    Exemple("guichetctl enfant retirer 123 --enfant 2", "Le deuxième, après une confirmation.")
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Quel enfant, par son rang.", valueName: "N"))
  var enfant: Int

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try contexte.confirmer("Retirer l’enfant \(enfant), entré par erreur ?", oui: globales.oui)
    let reply = try demon(contexte).call(RemoveEnfant.self, .init(numero: numero.numeroSaisi, enfant: enfant))
    try sortie(contexte).montrer(EnfantsSuivis(reply: reply, acte: .retire))
    return .done
  }
}
