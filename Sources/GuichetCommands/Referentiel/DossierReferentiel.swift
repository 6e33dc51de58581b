import Guichet
import LinuxSystem

/// The files of a référentiel's folder, as bytes.
struct DossierReferentiel {
  /// In the order of their names.
  let fichiers: [FichierReferentiel]
  /// CSV files that the référentiel does not know: perhaps a misspelt name.
  let ignores: [String]
  /// Files that look like one that is missing, by their names alone: checking a folder tells what to name them.
  let voisins: [FichierReferentiel]

  /// Bytes of one file; the national ones have some ten million.
  private static let limit = 256 << 20

  init(_ path: String) throws(CommandFailure) {
    let names: [String]
    do {
      names = try Directory(path).names().map(\.description).sorted()
    } catch {
      throw CommandFailure(
        .refused, TerminalSafety.line(error.message),
        remede: "Donnez le dossier où sont les fichiers CSV du référentiel.")
    }
    let known = names.filter { FichierReferentiel(nom: $0, contenu: []).genre != nil }
    var fichiers: [FichierReferentiel] = []
    var unreadable: [String] = []
    for name in known {
      do {
        fichiers.append(
          FichierReferentiel(nom: name, contenu: try WholeFile.read("\(path)/\(name)", limit: Self.limit)))
      } catch {
        unreadable.append(TerminalSafety.line(error.message))
      }
    }
    guard unreadable.isEmpty else {
      throw CommandFailure(
        .refused,
        "\(unreadable.count.de("fichier du référentiel n’a pas pu être lu", "fichiers du référentiel n’ont pas pu être lus")).",
        details: unreadable, remede: "Vérifiez leurs droits et leur taille ; rien n’a été envoyé.")
    }
    self.fichiers = fichiers
    let genres = Set(fichiers.compactMap(\.genre))
    voisins = names.filter { !known.contains($0) && !$0.hasPrefix(".") }
      .map { FichierReferentiel(nom: $0, contenu: []) }
      .filter { $0.genreVoisin.map { !genres.contains($0) } ?? false }
    ignores = names.filter { $0.lowercased().hasSuffix(".csv") && !known.contains($0) }
    guard !fichiers.isEmpty else {
      let expected = FichierReferentiel.Genre.allCases.map(\.nomDeFichier).joined(separator: ", ")
      throw CommandFailure(
        .refused, "« \(TerminalSafety.line(path)) » ne contient aucun fichier d’un référentiel.",
        remede: "Donnez le dossier où sont \(expected).")
    }
  }

  /// Names the files left aside; nil where there are none.
  var remarque: String? {
    ignores.isEmpty ? nil : "Fichiers laissés de côté : \(ignores.joined(separator: ", "))."
  }
}
