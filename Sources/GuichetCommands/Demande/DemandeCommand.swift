import ArgumentParser

struct DemandeCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "demande", abstract: "Les demandes des familles.", usage: "guichetctl demande VERBE …",
    subcommands: [
      DemandeLister.self, DemandeVoir.self, DemandeExpliquer.self, DemandeRaconter.self, DemandeCorriger.self,
      DemandeRouter.self,
      DemandeDecliner.self, DemandeTransmises.self, DemandePrendre.self, DemandeLaisser.self, DemandeSaisir.self,
      DemandeLettre.self,
      DemandeEcheance.self, DemandeSuspendre.self, DemandeReprendre.self, DemandeClore.self, DemandeRouvrir.self,
      DemandeNoter.self, DemandeSilence.self, DemandeDoublons.self, DemandeFusionner.self, DemandeDefusionner.self,
    ])
}
