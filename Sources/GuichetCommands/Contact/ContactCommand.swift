import ArgumentParser

struct ContactCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "contact", abstract: "Les contacts avec les familles.", usage: "guichetctl contact VERBE …",
    subcommands: [ContactAjouter.self, ContactAnnuler.self, ContactCreneaux.self])
}
