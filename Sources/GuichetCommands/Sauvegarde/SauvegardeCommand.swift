import ArgumentParser
import GuichetControl

struct SauvegardeCommand: Nom {
  static let configuration = CommandConfiguration(
    commandName: "sauvegarde", abstract: "Les sauvegardes du registre.", usage: "guichetctl sauvegarde VERBE …",
    subcommands: [SauvegardeFaire.self, SauvegardeLister.self, SauvegardeVerifier.self])
}

extension Wire.Sauvegarde {
  /// Its fields, below each other.
  func champs(_ page: inout TextPage) {
    page.champ("Fichier", fichier)
    page.champ("Faite le", Horodatage.precis(faiteLe))
    page.champ("Taille", "\(octets.francais) octets")
    page.champ("Demandes", demandes?.francais)
    page.champ("Faits", sequence?.francais)
    page.champ("Tête", chaine)
    page.champ("SHA-256", sha256)
    page.champ("Version", version.map { "\($0), schéma \(schema ?? 0)" })
  }
}
