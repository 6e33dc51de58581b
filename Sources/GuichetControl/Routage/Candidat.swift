package import StrictJSON

extension Wire {

  /// One of several possible communes.
  package struct Candidat: WireObject {
    package let codeInsee: String
    /// Official name.
    package let nom: String

    package init(codeInsee: String, nom: String) {
      self.codeInsee = codeInsee
      self.nom = nom
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      codeInsee = try reader.string("codeInsee")
      nom = try reader.string("nom")
    }

    package var json: JSONValue {
      [
        "codeInsee": .string(codeInsee),
        "nom": .string(nom),
      ]
    }
  }
}
