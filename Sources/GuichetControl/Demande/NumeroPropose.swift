package import StrictJSON

extension Wire {

  /// A numero that a person may be typing; nothing of the family.
  package struct NumeroPropose: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// Code of the life cycle.
    package let etat: String

    package init(numero: String, etat: String) {
      self.numero = numero
      self.etat = etat
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      etat = try reader.string("etat")
    }

    package var json: JSONValue {
      ["numero": .string(numero), "etat": .string(etat)]
    }
  }
}
