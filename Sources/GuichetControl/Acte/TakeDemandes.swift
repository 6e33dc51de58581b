package import StrictJSON

/// Takes demandes in hand for a quarter of an hour, so that nobody else calls their families.
package enum TakeDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// Whether to take them even from who has them in hand.
    package let reprendre: Bool?

    package init(numeros: [String], reprendre: Bool? = nil) {
      self.numeros = numeros
      self.reprendre = reprendre
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      reprendre = try reader.optionalBool("reprendre")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "reprendre": .flag(reprendre),
      ]
    }
  }
}
