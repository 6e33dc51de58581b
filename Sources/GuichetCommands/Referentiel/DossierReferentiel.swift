import Guichet
import LinuxSystem

/// The files of a référentiel's folder, as bytes: the daemon judges them.
struct DossierReferentiel {
  /// In the order of their names.
  let fichiers: [FichierReferentiel]
  /// CSV files that the référentiel does not know: perhaps a misspelt name.
  let ignores: [String]

  /// Bytes of one file; the national ones have some ten million.
  private static let limit = 256 << 20

  init(_ path: String) throws(CommandFailure) {
    do throws(SystemError) {
      let names = try Directory(path).names().map(\.description).sorted()
      let known = names.filter { FichierReferentiel(nom: $0, contenu: []).genre != nil }
      var fichiers: [FichierReferentiel] = []
      for name in known {
        let bytes = try WholeFile.read("\(path)/\(name)", limit: Self.limit)
        fichiers.append(FichierReferentiel(nom: name, contenu: bytes))
      }
      self.fichiers = fichiers
      ignores = names.filter { $0.lowercased().hasSuffix(".csv") && !known.contains($0) }
    } catch {
      throw CommandFailure(.refused, TerminalSafety.line(error.message))
    }
    guard !fichiers.isEmpty else {
      let expected = FichierReferentiel.Genre.allCases.map(\.nomDeFichier).joined(separator: ", ")
      throw CommandFailure(
        .refused, "« \(TerminalSafety.line(path)) » ne contient aucun fichier d’un référentiel.",
        remede: "Donnez le dossier où sont \(expected).")
    }
  }
}
