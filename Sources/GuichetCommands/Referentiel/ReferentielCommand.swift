import ArgumentParser

struct ReferentielCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "referentiel", abstract: "La table des communes, des LINF et de leurs rattachements.",
    usage: "guichetctl referentiel VERBE …",
    subcommands: [
      ReferentielVerifier.self, ReferentielComparer.self, ReferentielCharger.self, ReferentielTransferer.self,
      ReferentielExporter.self,
    ])
}
