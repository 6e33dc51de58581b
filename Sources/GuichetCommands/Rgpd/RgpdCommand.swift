import ArgumentParser

/// `guichetctl rgpd`: the rights of persons over what is known of them.
struct RgpdCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rgpd", abstract: "Les droits des personnes sur leurs données.", usage: "guichetctl rgpd VERBE …",
    subcommands: [RgpdEffacer.self, RgpdPurger.self])
}
