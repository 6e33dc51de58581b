import ArgumentParser

struct FormulaireCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "formulaire", abstract: "Les formulaires, avant qu’ils ne soient des demandes.",
    usage: "guichetctl formulaire VERBE …", subcommands: [FormulaireVerifier.self, FormulaireDeposer.self])
}
