import ArgumentParser
import GuichetControl

struct DemandeSilence: Commande {
  static let configuration = CommandConfiguration(
    commandName: "silence", abstract: "Ne plus relancer des familles.",
    usage: "guichetctl demande silence NUMÉRO … [OPTIONS]",
    discussion: "Plus de relances ni de courriels ; aucune raison n’est demandée.")
  static let exemples = [
    Exemple("guichetctl demande silence 123", "Cette famille n’est plus relancée.")
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
      "Ne plus relancer les familles de \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(SilenceDemandes.self, .init(numeros: numeros)).resultats
    }
  }
}
