/// One fault of the référentiel's files: where, and in one French sentence what is wrong and how to mend it.
package struct FauteReferentiel: Hashable, Sendable {
  /// Name of the file inside the folder.
  package let fichier: String
  /// Line in the file, counted from 1; nil when the fault is of the whole file.
  package let ligne: Int?
  /// Name of the column as the file's header writes it; nil when the fault is of the whole line.
  package let colonne: String?
  package let message: String

  package init(fichier: String, ligne: Int? = nil, colonne: String? = nil, message: String) {
    self.fichier = fichier
    self.ligne = ligne
    self.colonne = colonne
    self.message = message
  }

  /// `rattachements.csv, ligne 12, colonne « codeInsee » : …`
  package var description: String {
    var place = fichier
    if let ligne { place += ", ligne \(ligne)" }
    if let colonne { place += ", colonne « \(colonne) »" }
    return "\(place) : \(message)"
  }
}

/// A référentiel that is not applied: every fault of every file, in the order of files and lines.
package struct ReferentielRefuse: Error, Hashable, Sendable {
  package let fautes: [FauteReferentiel]

  package init(_ fautes: [FauteReferentiel]) {
    self.fautes = fautes
  }
}
