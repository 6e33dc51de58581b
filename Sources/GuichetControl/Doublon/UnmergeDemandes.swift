package import StrictJSON

/// Takes demandes out of those into which they were merged.
package enum UnmergeDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]

    package init(numeros: [String]) {
      self.numeros = numeros
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros)
      ]
    }
  }
}
