/// One file of the référentiel's folder, as its bytes were found.
package struct FichierReferentiel: Hashable, Sendable {
  /// The name inside the folder, without path: `rattachements.csv`.
  package let nom: String
  package let contenu: [UInt8]

  package init(nom: String, contenu: [UInt8]) {
    self.nom = nom
    self.contenu = contenu
  }
}

extension FichierReferentiel {
  /// What a file of the folder is, told by its name.
  package enum Genre: String, CaseIterable, Sendable {
    case communes
    case codesPostaux = "codes-postaux"
    case linf
    case rattachements
    case habilitations
    case epci
    case mouvements
    case horaires
    case fermetures

    /// Without these four nothing can be routed.
    package static let requis: [Genre] = [.communes, .codesPostaux, .linf, .rattachements]

    package var nomDeFichier: String { rawValue + ".csv" }
  }

  /// Nil for a file that the référentiel does not know.
  package var genre: Genre? {
    let name = nom.lowercased()
    return Genre.allCases.first { $0.nomDeFichier == name }
  }
}
