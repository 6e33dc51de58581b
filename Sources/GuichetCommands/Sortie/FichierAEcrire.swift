import LinuxSystem
import StrictJSON

/// A file that a person asks for by its path: there whole or not at all, and never in place of another unless that is
/// meant. Nobody else may read it, since it can bear families.
struct FichierAEcrire {
  private let path: String
  private let dossier: Directory
  private let nom: FileName
  private let remplace: Bool

  /// - Throws: before anything is asked of the daemon: where the path cannot be written to, or what is there is to stay.
  init(_ path: String, _ contexte: Contexte, oui: Bool) throws(CommandFailure) {
    self.path = path
    let end = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    guard let nom = FileName(String(path[end...])) else {
      throw CommandFailure(
        .usage, "« \(TerminalSafety.line(path)) » n’est pas le nom d’un fichier.",
        remede: "Donnez un fichier à écrire, par exemple feuille.html.")
    }
    self.nom = nom
    let isThere: Bool
    do throws(SystemError) {
      dossier = try Directory(end == path.startIndex ? "." : String(path[..<end]))
      isThere = try dossier.names().contains(nom)
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message), remede: "Donnez un fichier dans un dossier où vous pouvez écrire."
      )
    }
    if isThere {
      try contexte.confirmer("« \(TerminalSafety.line(path)) » existe déjà ; le remplacer ?", oui: oui)
    }
    remplace = isThere
  }

  func ecrire(_ texte: String) throws(CommandFailure) {
    do throws(SystemError) {
      try dossier.write(Array(texte.utf8), as: nom, mode: 0o600, replacing: remplace)
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message), remede: "Donnez un autre fichier ; rien n’a été remplacé.")
    }
  }

  /// What is said once it is written.
  var phrase: String { "Écrit dans « \(path) », à ouvrir dans un navigateur et à imprimer." }
}

/// Writes the page that a daemon made, where one was asked for.
struct PageEcrite: Presentable {
  let fichier: FichierAEcrire

  /// - Parameter html: nil from a daemon that makes no pages.
  init(_ html: String?, dans fichier: FichierAEcrire) throws(CommandFailure) {
    self.fichier = fichier
    guard let html else {
      throw CommandFailure(
        .refused, "Ce démon ne fait pas encore de page à imprimer.", remede: "Demandez-la en texte, sans --html.")
    }
    try fichier.ecrire(html)
  }

  func json(_ output: inout JSONOutput) { output.document(["ecrit": .string(fichier.phrase)]) }

  func texte(_ page: inout TextPage) { page.paragraphe(fichier.phrase, ton: .bon) }
}
