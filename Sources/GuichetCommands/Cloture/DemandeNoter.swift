import ArgumentParser
import GuichetControl

struct DemandeNoter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "noter", abstract: "Noter quelque chose de demandes.",
    usage: "guichetctl demande noter NUMÉRO … [OPTIONS] [< FICHIER]",
    discussion:
      "La note est demandée, ou lue sur l’entrée standard : ce qu’un argument contient, tous les utilisateurs de "
      + "la machine le voient. « guichetctl demande voir » la montre.")
  static let exemples = [
    Exemple("guichetctl demande noter 123", "La note est demandée."),
    Exemple("guichetctl demande noter 123 < note.txt", "La note est dans un fichier."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try numeros.verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let texte = try NoteSaisie(contexte.console).texte
    return try agir(sur: numeros, contexte) { demon, numeros throws(CommandFailure) in
      try demon.call(AddNote.self, .init(numeros: numeros, texte: texte)).resultats
    }
  }
}
