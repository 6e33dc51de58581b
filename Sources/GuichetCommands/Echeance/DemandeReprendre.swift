import ArgumentParser
import GuichetControl

struct DemandeReprendre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "reprendre", abstract: "Reprendre le délai de demandes suspendues.",
    usage: "guichetctl demande reprendre NUMÉRO … [OPTIONS]",
    discussion:
      "Le temps ouvert compte de nouveau ; une demande que quelqu’un a en main se reprend par « prendre --reprendre ».")
  static let exemples = [
    Exemple("guichetctl demande reprendre 123", "Le délai court de nouveau.")
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try numeros.verifierNumeros()
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    return try agir(sur: numeros, contexte) { demandes in
      "Reprendre le délai de \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(ResumeDemandes.self, .init(numeros: numeros)).resultats
    }
  }
}
