package import StrictJSON

/// Adds a child that the form does not tell of, as a twin.
package enum AddEnfant: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    package let prenom: String?
    /// Days, of which one is needed.
    package let naissance: String?
    package let naissancePrevue: String?
    package let adoptionPrevue: String?

    package init(
      numero: String, prenom: String? = nil, naissance: String? = nil, naissancePrevue: String? = nil,
      adoptionPrevue: String? = nil
    ) {
      self.numero = numero
      self.prenom = prenom
      self.naissance = naissance
      self.naissancePrevue = naissancePrevue
      self.adoptionPrevue = adoptionPrevue
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      prenom = try reader.optionalString("prenom")
      naissance = try reader.optionalString("naissance")
      naissancePrevue = try reader.optionalString("naissancePrevue")
      adoptionPrevue = try reader.optionalString("adoptionPrevue")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "prenom": .text(prenom),
        "naissance": .text(naissance),
        "naissancePrevue": .text(naissancePrevue),
        "adoptionPrevue": .text(adoptionPrevue),
      ]
    }
  }

  package typealias Reply = Wire.EnfantsSuivis
}
