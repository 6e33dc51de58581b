package import StrictJSON

/// Lets the clock of demandes run on.
package enum ResumeDemandes: ControlMethod {
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
      ["numeros": .list(numeros)]
    }
  }
}
