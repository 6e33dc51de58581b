package import StrictJSON

/// Enters that an expected child came, or that it is no longer expected.
package enum ConfirmEnfant: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// The rank of the child, from 1; nil for the only one that is expected.
    package let enfant: Int?
    /// A day.
    package let naissance: String?
    package let plusAttendu: Bool?

    package init(numero: String, enfant: Int? = nil, naissance: String? = nil, plusAttendu: Bool? = nil) {
      self.numero = numero
      self.enfant = enfant
      self.naissance = naissance
      self.plusAttendu = plusAttendu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      enfant = try reader.optionalInt("enfant")
      naissance = try reader.optionalString("naissance")
      plusAttendu = try reader.optionalBool("plusAttendu")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "enfant": .count(enfant),
        "naissance": .text(naissance),
        "plusAttendu": .flag(plusAttendu),
      ]
    }
  }

  package typealias Reply = Wire.EnfantsSuivis
}
