import ArgumentParser
import Guichet
import StrictJSON

/// Writes the manual pages of all commands, for whoever makes a package of the program: not shown among the commands.
struct PagesDeManuelCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "pages-de-manuel", abstract: "Écrire les pages de manuel dans un dossier vide ou nouveau.",
    usage: "guichetctl pages-de-manuel DOSSIER [OPTIONS]",
    discussion: "La date au pied des pages est celle de SOURCE_DATE_EPOCH, aujourd’hui à défaut.", shouldDisplay: false)
  static let exemples = [
    Exemple("guichetctl pages-de-manuel man1/", "Une page par commande, à installer telles quelles.")
  ]

  @Argument(help: ArgumentHelp("Dossier vide, ou à créer.", valueName: "DOSSIER"), completion: .directory)
  var dossier: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let destination = try DossierNeuf(dossier)
    let fichiers = try Self.pages(date: Self.date(contexte)).map { page in
      (nom: "\(page.nom).1", contenu: Array(page.roff.utf8))
    }
    try destination.ecrire(fichiers)
    try sortie(contexte).montrer(Ecrites(dossier: dossier, noms: fichiers.map(\.nom)))
    return .done
  }

  private static func date(_ contexte: Contexte) -> String {
    guard let epoch = contexte.environnement["SOURCE_DATE_EPOCH"].flatMap(Int.init), epoch >= 0 else {
      return contexte.aujourdhui.iso
    }
    return DateCivile(daysSince1970: epoch / 86_400).iso
  }

  private static func pages(date: String) throws(CommandFailure) -> [PageDeManuel] {
    let dump: JSON
    do {
      dump = try JSON.parse(Array(Guichetctl._dumpHelp().utf8))
    } catch {
      throw CommandFailure(
        .refused, "La grammaire des commandes n’est pas lisible. \(error.message)",
        remede: "Signalez-le avec la réponse de « guichetctl version ».")
    }
    let arguments = ArgumentDecrit.tous(dump)
    return Grammaire.toutes.map { PageDeManuel(place: $0, arguments: arguments[$0.chemin] ?? [], date: date) }
  }

  private struct Ecrites: Presentable {
    let dossier: String
    let noms: [String]

    func json(_ output: inout JSONOutput) {
      output.document(["dossier": .string(dossier), "fichiers": .array(noms.map(JSONValue.string))])
    }

    func texte(_ page: inout TextPage) {
      page.paragraphe("\(noms.count.de("page écrite", "pages écrites")) dans « \(dossier) ».", ton: .bon)
    }
  }
}
