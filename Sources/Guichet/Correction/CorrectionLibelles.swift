extension Correction {
  /// The fields that change, as shown to people.
  package var libelles: [String] { champs.map { Self.libelle(ofChamp: $0) ?? $0 } }

  /// The words for a field that may be corrected, or for a single value of it.
  ///
  /// - Parameter pointer: a JSON Pointer into the form.
  /// - Returns: nil for any other.
  package static func libelle(ofChamp pointer: String) -> String? {
    let parts = pointer.split(separator: "/").map(String.init)
    guard parts.count >= 2, parts.count <= 3 else { return nil }
    let value = parts.count == 3 ? parts[2] : nil
    switch (parts[0], parts[1]) {
    case ("demandeur", "telephone"): return "téléphone"
    case ("demandeur", "courriel"): return "courriel"
    case ("demandeur", "adresse"): return lieu("adresse", value)
    case ("besoin", "lieu"): return lieu("lieu de recherche", value)
    case ("besoin", "debut"): return "début souhaité"
    case ("enfants", let index):
      guard let rank = Int(index).map({ $0 + 1 }) else { return nil }
      return switch value {
      case "naissance": "enfant \(rank), naissance"
      case "naissancePrevue": "enfant \(rank), naissance prévue"
      case "adoptionPrevue": "enfant \(rank), adoption prévue"
      default: "date de l’enfant \(rank)"
      }
    default: return nil
    }
  }

  private static func lieu(_ place: String, _ value: String?) -> String {
    switch value {
    case "voie": "\(place), voie"
    case "codePostal": "\(place), code postal"
    case "commune": "\(place), commune"
    case "codeInsee": "\(place), code INSEE"
    default: place
    }
  }
}
