import ArgumentParser
import GuichetControl

struct AccesCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "acces", abstract: "Qui peut faire quoi, et pourquoi.",
    usage: """
      guichetctl acces [OPTIONS]
      guichetctl acces --agent LOGIN [OPTIONS]
      guichetctl acces --tous [OPTIONS]
      """,
    discussion:
      "Les rôles viennent des groupes Unix que nomme la configuration (acces) ; root est toujours administrateur, si bien "
      + "qu’aucune configuration n’enferme tout le monde dehors. Sans option : vous, ce que vous pouvez faire et pourquoi."
  )
  static let formats = Set<Format>.lignes
  static let exemples = [
    Exemple("guichetctl acces", "Ce que vous pouvez faire, et pourquoi."),
    Exemple("guichetctl acces --agent durand", "La même chose pour une collègue."),
    Exemple("guichetctl acces --tous --csv", "Toutes les règles, pour un contrôle."),
  ]

  @Option(help: ArgumentHelp("Un autre utilisateur de cette machine.", valueName: "LOGIN"))
  var agent: String?

  @Flag(help: "Toutes les règles, et ce que permet chaque rôle.")
  var tous = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    if agent != nil, tous { throw ValidationError("--agent et --tous s’excluent : donnez l’un ou l’autre.") }
    if agent?.isBlank == true { throw ValidationError("--agent attend un nom d’utilisateur, pas un texte vide.") }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    if tous {
      try sortie(contexte).montrer(AccesDeTous(reply: try demon(contexte).call(ListAcces.self, .init())))
    } else if let agent {
      let acces = try demon(contexte).call(InspectAcces.self, .init(login: agent))
      try sortie(contexte).montrer(AccesDUnAgent(acces: acces, estSoi: false))
    } else {
      try sortie(contexte).montrer(
        AccesDUnAgent(acces: try demon(contexte).call(ShowAcces.self, .init()), estSoi: true))
    }
    return .done
  }
}
