package import StrictJSON

extension Wire {

  /// One of several possible communes.
  package struct Candidat: WireObject {
    package let codeInsee: String
    /// Official name.
    package let nom: String
    /// Id of the LINF that would have the demande if this one were meant; nil where that is no single one.
    package let linf: String?

    package init(codeInsee: String, nom: String, linf: String? = nil) {
      self.codeInsee = codeInsee
      self.nom = nom
      self.linf = linf
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      codeInsee = try reader.string("codeInsee")
      nom = try reader.string("nom")
      linf = try reader.optionalString("linf")
    }

    package var json: JSONValue {
      [
        "codeInsee": .string(codeInsee),
        "nom": .string(nom),
        "linf": .text(linf),
      ]
    }
  }
}
