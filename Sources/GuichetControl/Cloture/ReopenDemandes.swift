package import StrictJSON

/// Opens closed demandes again.
package enum ReopenDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// Why, in words.
    package let motif: String

    package init(numeros: [String], motif: String) {
      self.numeros = numeros
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      motif = try reader.string("motif")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "motif": .string(motif),
      ]
    }
  }
}
