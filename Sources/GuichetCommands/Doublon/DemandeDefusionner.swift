import ArgumentParser
import GuichetControl

struct DemandeDefusionner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "defusionner", abstract: "Défaire la fusion de demandes.",
    usage: "guichetctl demande defusionner NUMÉRO … [OPTIONS]",
    discussion: "Chacune reprend où elle en était, et ses délais repartent.")
  static let exemples = [
    Exemple("guichetctl demande defusionner 124", "La 124 redevient une demande à part.")
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try numeros.verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try agir(sur: numeros, contexte) { demandes in
      "Défaire la fusion de \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(UnmergeDemandes.self, .init(numeros: numeros)).resultats
    }
  }
}
