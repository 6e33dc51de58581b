import ArgumentParser
import GuichetControl

struct DemandeSuspendre: Commande {
  static let configuration = CommandConfiguration(
    commandName: "suspendre", abstract: "Suspendre le délai de demandes.",
    usage: "guichetctl demande suspendre NUMÉRO … --motif TEXTE [OPTIONS]",
    discussion:
      "Le temps ouvert cesse de compter jusqu’à « guichetctl demande reprendre » ; ce qui restait reste alors à courir."
  )
  static let exemples = [
    Exemple("guichetctl demande suspendre 123 --motif Hospitalisation", "Le délai attend.")
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Option(help: ArgumentHelp("Pourquoi, en une phrase ; gardé au journal.", valueName: "TEXTE"))
  var motif: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try numeros.verifierNumeros()
    guard !motif.isBlank else {
      throw ValidationError("--motif est vide : dites pourquoi le délai attend.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    return try agir(sur: numeros, contexte) { demandes in
      "Suspendre le délai de \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(SuspendDemandes.self, .init(numeros: numeros, motif: motif)).resultats
    }
  }
}
