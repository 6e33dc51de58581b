import ArgumentParser
import GuichetControl

struct DemandePrendre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "prendre", abstract: "Prendre des demandes en main avant d’appeler les familles.",
    usage: "guichetctl demande prendre NUMÉRO … [--reprendre] [OPTIONS]",
    discussion: "Pendant 15 minutes, personne d’autre n’agit sur elles sans le savoir. Prendre à nouveau prolonge ; "
      + "« guichetctl demande laisser » rend plus tôt, et « guichetctl demande lister --miennes » les rappelle.")
  static let exemples = [
    Exemple("guichetctl demande prendre 123", "La famille que vous allez appeler."),
    Exemple("guichetctl demande prendre 123 --reprendre", "La même, sciemment, à qui l’a en main."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Flag(help: "Les prendre même à la personne qui les a en main.")
  var reprendre = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try numeros.verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try agir(sur: numeros, contexte) { demon, numeros throws(CommandFailure) in
      try demon.call(TakeDemandes.self, .init(numeros: numeros, reprendre: reprendre ? true : nil)).resultats
    }
  }
}
