/// A group of communes, as `epci.csv` lists it, as far as it lies in the Caf's département.
package struct Epci: Hashable, Sendable {
  /// Nine digits.
  package let siren: String
  package let nom: String
  /// Codes INSEE of its communes in the département, as today, sorted.
  package let communes: [String]
}

extension Referentiel {
  /// Those with a commune in the département, in the order of their names.
  package var epci: [Epci] { table.epci }

  /// By its SIREN, or by its name whatever its case and accents; nil where none has it, or several.
  package func epci(_ text: String) -> Epci? {
    let key = NomNormalise(text)
    let found = table.epci.filter { $0.siren == text || NomNormalise($0.nom) == key }
    return found.count == 1 ? found[0] : nil
  }

  /// The commune of today under which what happened in a place is counted; nil for a code that leads to none, or several.
  package func communeActuelle(_ code: String) -> (code: String, nom: String)? {
    guard let key = CodeInsee(code) else { return nil }
    let places = table.endroits(key)
    guard places.count == 1, let place = places.first else { return nil }
    let commune = table.commune(place)
    return (commune.code.texte, commune.nom)
  }
}
