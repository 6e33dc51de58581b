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

    /// Where an official file is fetched; nil for those that the Caf writes.
    var provenance: String? {
      switch self {
      case .communes:
        "la liste des communes du code officiel géographique, sur insee.fr"
      case .mouvements:
        "la liste des événements sur les communes du code officiel géographique, sur insee.fr"
      case .codesPostaux:
        "la base officielle des codes postaux de La Poste (HexaSmal), sur data.gouv.fr"
      case .epci:
        "la liste des EPCI à fiscalité propre et de leurs communes, sur collectivites-locales.gouv.fr"
      case .linf, .rattachements, .habilitations, .horaires, .fermetures: nil
      }
    }
  }

  /// Nil for a file that the référentiel does not know.
  package var genre: Genre? {
    let name = nom.lowercased()
    return Genre.allCases.first { $0.nomDeFichier == name }
  }

  /// What a file that is not known was meant to be: `Rattachements (1).csv`, `codes postaux.csv`, `rattachement.xlsx`;
  /// nil when its name is near none.
  package var genreVoisin: Genre? {
    let base = nom.lastIndex(of: ".").map { nom[..<$0] } ?? nom[...]
    let key = Self.key(base)
    guard !key.isEmpty else { return nil }
    return Genre.allCases.first { genre in
      let known = Self.key(genre.rawValue)
      let tolerance = DistanceDeNoms.tolerance(longueur: known.count)
      return DistanceDeNoms.entre(key[...], known[...], limite: tolerance) != nil
    }
  }

  /// The letters of a name, without what copies are marked with.
  private static func key(_ name: some StringProtocol) -> [UInt8] {
    let marks = ["COPIE", "COPY", "DE", "CSV"].map { Array($0.utf8) }
    let words = NomNormalise(dejaNormalise: NomNormalise.plie(name.utf8)).mots.map(Array.init)
    return words.filter { word in !marks.contains(word) && !word.allSatisfy(DegatDeTableur.isDigit) }.flatMap { $0 }
  }
}
