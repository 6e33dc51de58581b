package import StrictJSON

/// Withdraws a child that was entered by mistake; the others keep their ranks.
package enum RemoveEnfant: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// The rank of the child, from 1.
    package let enfant: Int

    package init(numero: String, enfant: Int) {
      self.numero = numero
      self.enfant = enfant
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      enfant = try reader.int("enfant")
    }

    package var json: JSONValue { ["numero": .string(numero), "enfant": .count(enfant)] }
  }

  package typealias Reply = Wire.EnfantsSuivis
}
