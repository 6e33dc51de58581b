import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

struct RejetRejouer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rejouer", abstract: "Remettre un fichier refusé au dépôt, tel quel ou corrigé.",
    usage: "guichetctl rejet rejouer IDENTIFIANT [--avec FICHIER] [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl rejet rejouer 20261123T081500Z-3f2a", "Le même fichier, de retour au dépôt."),
    Exemple("guichetctl rejet rejouer 20261123T081500Z-3f2a --avec bon.json", "Un fichier corrigé à sa place."),
  ]

  @Argument(help: ArgumentHelp("Identifiant donné par « rejet lister ».", valueName: "IDENTIFIANT"))
  var id: String

  @Option(
    help: ArgumentHelp("Fichier corrigé, à prendre au lieu de l’original.", valueName: "FICHIER"),
    completion: .formulaires)
  var avec: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let contenu = try avec.map { path throws(CommandFailure) in try corrige(path, contexte) }
    _ = try demon(contexte).call(ReplayRejet.self, .init(id: id, contenu: contenu))
    try sortie(contexte).montrer(Rejeu(id: id))
    return .done
  }

  /// The mended content, examined first: what would be refused again is better mended now.
  private func corrige(_ path: String, _ contexte: Contexte) throws(CommandFailure) -> [UInt8] {
    let verification: Verification
    let contenu: [UInt8]
    do {
      verification = try Verification(fichier: path, maintenant: contexte.maintenant())
      contenu = verification.refus == nil ? try WholeFile.read(path, limit: ReplayRejet.maximum) : []
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message), remede: "Vérifiez le nom et les droits du fichier de --avec.")
    }
    if let refus = verification.refus {
      throw CommandFailure(
        .refused, "Ce fichier serait refusé à nouveau (\(refus.code.libelle)).",
        details: refus.erreurs.map { TerminalSafety.line($0.phrase) }, remede: "Corrigez-le encore et relancez.")
    }
    return contenu
  }

  private struct Rejeu: Presentable {
    let id: String

    func json(_ output: inout JSONOutput) { output.document(["id": .string(id), "rejoue": true]) }

    func texte(_ page: inout TextPage) {
      page.paragraphe("« \(id) » est de retour au dépôt : le démon le reprend.", ton: .bon)
    }
  }
}
