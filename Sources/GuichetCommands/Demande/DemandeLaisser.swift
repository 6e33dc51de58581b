import ArgumentParser
import GuichetControl

struct DemandeLaisser: Commande {
  static let configuration = CommandConfiguration(
    commandName: "laisser", abstract: "Laisser des demandes prises en main.",
    usage: "guichetctl demande laisser NUMÉRO … [OPTIONS]",
    discussion: "Chacun laisse les siennes ; un superviseur, celles de tous. Sans cela, une prise en main cesse "
      + "d’elle-même au bout de 15 minutes.")
  static let exemples = [
    Exemple("guichetctl demande laisser 123", "Rendue à tous avant le quart d’heure.")
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try numeros.verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try agir(sur: numeros, contexte) { demon, numeros throws(CommandFailure) in
      try demon.call(ReleaseDemandes.self, .init(numeros: numeros)).resultats
    }
  }
}
