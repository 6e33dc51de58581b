import ArgumentParser

struct SuiviRelancer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "relancer", abstract: "Noter une relance d’une famille informée.",
    usage: "guichetctl suivi relancer NUMÉRO --resultat RÉSULTAT [OPTIONS]",
    discussion: "Comme « contact ajouter », et refusé si la demande n’est pas en suivi. La réponse dit ce qui vient "
      + "ensuite. Une date s’écrit \(DateEnOption.formes).")
  static let exemples = [
    Exemple("guichetctl suivi relancer 123 --resultat sansReponse", "Une relance restée sans réponse."),
    Exemple(
      "guichetctl suivi relancer 123 --canal courriel --resultat messageLaisse", "Une relance écrite."),
    Exemple("guichetctl suivi relancer 123 --resultat joint", "La famille est jointe."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup var contact: OptionsDeContact

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try [numero].verifierNumeros()
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try contact.noter(numero, demon(contexte), contexte, suivi: true)
    try sortie(contexte).montrer(ContactAjoute(reply: reply))
    return .done
  }
}
