import LinuxSystem

/// A folder to write into that holds nothing yet, or is not there yet.
struct DossierNeuf {
  private let path: String

  /// - Throws: when there is something in it, or it cannot be read.
  init(_ path: String) throws(CommandFailure) {
    self.path = path
    let names: [FileName]
    do {
      names = try Directory(path).names()
    } catch  where error.isNotFound {
      names = []
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message), remede: "Donnez un dossier où vous pouvez écrire.")
    }
    guard names.isEmpty else {
      throw CommandFailure(
        .refused, "Le dossier « \(TerminalSafety.line(path)) » n’est pas vide : rien n’y est écrit.",
        remede: "Donnez un dossier vide, ou qui n’existe pas encore.")
    }
  }

  /// Writes each file so that it is there whole or not at all; a name that is taken is not overwritten.
  func ecrire(_ files: [(nom: String, contenu: [UInt8])]) throws(CommandFailure) {
    var named: [(nom: FileName, contenu: [UInt8])] = []
    for file in files {
      guard let name = FileName(file.nom) else {
        throw CommandFailure(
          .unreachable,
          "Le démon nomme un fichier « \(TerminalSafety.line(file.nom)) », ce qui n’est pas possible ici.",
          remede: "Vérifiez par « guichetctl version » que le démon et cette commande sont de la même version.")
      }
      named.append((name, file.contenu))
    }
    var written = 0
    do throws(SystemError) {
      let directory = try Directory.making(path, mode: 0o755)
      for file in named {
        try directory.write(file.contenu, as: file.nom, mode: 0o644, replacing: false)
        written += 1
      }
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message),
        remede: "\(written.de("fichier écrit", "fichiers écrits")) sur \(files.count) : videz le dossier et relancez.")
    }
  }
}
