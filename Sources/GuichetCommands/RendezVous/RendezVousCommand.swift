import ArgumentParser

struct RendezVousCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "rendez-vous", abstract: "Les rendez-vous donnés aux familles.",
    usage: "guichetctl rendez-vous VERBE …",
    subcommands: [
      RendezVousCreneaux.self, RendezVousFixer.self, RendezVousDeplacer.self, RendezVousAnnuler.self,
      RendezVousRenseigner.self,
    ])
}
