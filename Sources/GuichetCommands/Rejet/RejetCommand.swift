import ArgumentParser

struct RejetCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "rejet", abstract: "Les fichiers refusés.", usage: "guichetctl rejet VERBE …",
    subcommands: [RejetLister.self, RejetVoir.self, RejetRejouer.self])
}
