import ArgumentParser

struct SuiviCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "suivi", abstract: "Le suivi des familles informées.", usage: "guichetctl suivi VERBE …",
    subcommands: [SuiviLister.self, SuiviRelancer.self])
}
