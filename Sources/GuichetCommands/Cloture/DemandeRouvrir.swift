import ArgumentParser
import GuichetControl

struct DemandeRouvrir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rouvrir", abstract: "Rouvrir des demandes closes.",
    usage: "guichetctl demande rouvrir NUMÉRO … --motif TEXTE [OPTIONS]",
    discussion: "Leurs délais partent de la réouverture.")
  static let exemples = [
    Exemple("guichetctl demande rouvrir 123 --motif Rappel", "La famille a rappelé.")
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
      throw ValidationError("--motif est vide : dites pourquoi elles sont rouvertes.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    return try agir(sur: numeros, contexte) { demandes in
      "Rouvrir \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(ReopenDemandes.self, .init(numeros: numeros, motif: motif)).resultats
    }
  }
}
