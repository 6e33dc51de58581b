import ArgumentParser
import Guichet
import GuichetControl

struct ReferentielVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Contrôler un dossier de fichiers CSV, sans démon.",
    usage: "guichetctl referentiel verifier DOSSIER [OPTIONS]",
    discussion: "Toutes les fautes sont données avec fichier, ligne et colonne. Sans faute, il est dit si chaque "
      + "commune du département a un seul lieu d’information, chaque jour, et sinon lesquelles n’en ont pas. "
      + "Sortie 0 si tout est juste et que chaque commune a le sien, 1 sinon. Un jour s’écrit "
      + "\(DateEnOption.formesDeJour).")
  static let exemples = [
    Exemple(
      "guichetctl referentiel verifier referentiel/", "Toutes les fautes, et les communes sans lieu d’information."),
    Exemple("guichetctl referentiel verifier referentiel/ --depuis 01/01/2027", "Seulement à partir d’un jour."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("Dossier des fichiers : communes.csv, linf.csv, …", valueName: "DOSSIER"), completion: .directory
  )
  var dossier: String

  @Option(help: ArgumentHelp("Premier jour à contrôler ; aujourd’hui à défaut.", valueName: "DATE"))
  var depuis: String?

  @Option(
    help: ArgumentHelp("Celui de la Caf ; à défaut, celui de la plupart des rattachements.", valueName: "CODE"))
  var departement: String?

  @Flag(help: "Montrer toutes les fautes, si nombreuses soient-elles.")
  var tout = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(depuis)
    if let departement, Departement.nom(departement) == nil {
      throw ValidationError(
        "Le département « \(TerminalSafety.line(departement)) » n’existe pas : donnez son code, comme 59, 2A ou 974.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let jour = depuis.flatMap(contexte.jour) ?? contexte.aujourdhui
    let controle = try contexte.patienter("Contrôle du référentiel…") { () throws(CommandFailure) in
      ControleReferentiel(
        try DossierReferentiel(dossier), departement: departement, aPartirDu: jour, montreTout: tout)
    }
    try sortie(contexte).montrer(controle)
    return controle.estPartition ? .done : .refused
  }
}
