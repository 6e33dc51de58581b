import ArgumentParser
import GuichetControl
import LinuxSystem
import StrictJSON

struct ReferentielExporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "exporter", abstract: "Écrire les fichiers d’une version dans un dossier vide ou nouveau.",
    usage: "guichetctl referentiel exporter DOSSIER [--version N] [OPTIONS]",
    discussion: "Les fichiers sont rendus tels qu’ils ont été chargés. Rien n’est écrasé.")
  static let exemples = [
    Exemple("guichetctl referentiel exporter sauvegarde/", "Les fichiers de la version en vigueur."),
    Exemple("guichetctl referentiel exporter v2/ --version 2", "Ceux d’une version passée."),
  ]

  @Argument(help: ArgumentHelp("Dossier vide, ou à créer.", valueName: "DOSSIER"), completion: .directory)
  var dossier: String

  @Option(help: ArgumentHelp("Version à rendre ; celle en vigueur à défaut.", valueName: "N"))
  var version: Int?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    if dossier.isEmpty { throw ValidationError("Il faut un dossier, pas un texte vide.") }
    if let version, version < 1 { throw ValidationError("Les versions se comptent à partir de 1.") }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let destination = try DossierNeuf(dossier)
    var contents: [(nom: String, contenu: [UInt8])] = []
    var number = version ?? 0
    try demon(contexte).stream(ExportReferentiel.self, .init(version: version)) { piece in
      number = piece.version
      if contents.last?.nom != piece.fichier { contents.append((piece.fichier, [])) }
      contents[contents.count - 1].contenu += piece.contenu
    }
    guard !contents.isEmpty else {
      throw CommandFailure(
        .refused, "Aucun référentiel n’est en vigueur : il n’y a rien à exporter.",
        remede: "Chargez-en un par « guichetctl referentiel charger DOSSIER ».")
    }
    try destination.ecrire(contents)
    try sortie(contexte).montrer(Export(version: number, dossier: dossier, fichiers: contents.map(\.nom)))
    return .done
  }

  private struct Export: Presentable {
    let version: Int
    let dossier: String
    let fichiers: [String]

    func json(_ output: inout JSONOutput) {
      output.document([
        "version": .int(Int64(version)), "dossier": .string(dossier),
        "fichiers": .array(fichiers.map(JSONValue.string)),
      ])
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe(
        "Version \(version) : \(fichiers.count.de("fichier écrit", "fichiers écrits")) dans « \(dossier) ».", ton: .bon)
      page.liste(fichiers)
    }
  }
}
