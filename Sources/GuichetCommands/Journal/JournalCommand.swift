import ArgumentParser

struct JournalCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Le journal des faits.", usage: "guichetctl journal VERBE …",
    subcommands: [JournalLister.self, JournalVerifier.self])
}
