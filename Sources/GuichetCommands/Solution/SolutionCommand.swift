import ArgumentParser

struct SolutionCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "solution", abstract: "Ce que les familles trouvent.", usage: "guichetctl solution VERBE …",
    subcommands: [SolutionAjouter.self, SolutionAnnuler.self])
}

struct EnfantCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "enfant", abstract: "Les enfants d’une demande.", usage: "guichetctl enfant VERBE …",
    subcommands: [EnfantConfirmer.self, EnfantAjouter.self, EnfantRetirer.self])
}
