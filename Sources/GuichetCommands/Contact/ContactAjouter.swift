import ArgumentParser

struct ContactAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Noter un contact avec une famille.",
    usage: "guichetctl contact ajouter NUMÉRO --resultat RÉSULTAT [OPTIONS]",
    discussion: "Un appel du bureau, à défaut d’autre --canal ou d’--entrant. Au terminal, ce qui manque est demandé. "
      + "Un contact se note aussi après coup, par --le et son heure. Qui avait la demande en main ne l’a plus ensuite. "
      + "Une date s’écrit \(DateEnOption.formes).")
  static let exemples = [
    Exemple("guichetctl contact ajouter 123", "Un appel, dont le résultat est demandé."),
    Exemple("guichetctl contact ajouter 123 --resultat sansReponse", "Un appel resté sans réponse."),
    Exemple(
      "guichetctl contact ajouter 123 --resultat joint --theme modes --theme aides",
      "La famille est informée ; la demande est en suivi."),
    Exemple(
      "guichetctl contact ajouter 123 --resultat aRappeler --rappeler demain",
      "Elle demande à être rappelée demain."),
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
    let reply = try contact.noter(numero, demon(contexte), contexte)
    try sortie(contexte).montrer(ContactAjoute(reply: reply))
    return .done
  }
}
