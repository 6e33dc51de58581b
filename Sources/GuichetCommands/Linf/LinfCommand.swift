import ArgumentParser

struct LinfCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "linf", abstract: "Les lieux d’information.", usage: "guichetctl linf VERBE …",
    subcommands: [LinfLister.self, LinfPreparer.self])
}
