import ArgumentParser
import GuichetDocuments

/// The options that every command takes, before the noun or after the verb.
struct Globales: ParsableArguments {
  @Option(help: ArgumentHelp("Socket de contrôle du démon.", valueName: "CHEMIN"), completion: .file())
  var socket: String?

  @Option(help: ArgumentHelp("Dossier donné à « guichetd --racine ».", valueName: "DOSSIER"), completion: .directory)
  var racine: String?

  @Flag(help: "Réponse en JSON, aux champs stables.")
  var json = false

  @Flag(help: "Réponse en CSV, où il y a des lignes.")
  var csv = false

  @Flag(help: "CSV pour un tableur : accents et codes gardés.")
  var tableur = false

  @Flag(help: "Répondre oui à toute question.")
  var oui = false

  @Flag(name: .customLong("sans-pager"), help: "Réponse d’un trait, si longue soit-elle.")
  var sansPager = false

  var format: Format {
    if json { return .json }
    return csv || tableur ? .csv(tableur ? .tableur : .echange) : .texte
  }

  mutating func validate() throws {
    if socket != nil, racine != nil {
      throw ValidationError("--socket et --racine s’excluent : donnez l’un ou l’autre.")
    }
    if socket?.isEmpty == true { throw ValidationError("--socket attend un chemin, pas un texte vide.") }
    if racine?.isEmpty == true { throw ValidationError("--racine attend un dossier, pas un texte vide.") }
    if json, csv || tableur { throw ValidationError("--json et --csv s’excluent : donnez l’un ou l’autre.") }
  }
}
