package import StrictJSON

/// Sets by when the next step of demandes is due, or gives that back to the rule.
package enum SetEcheance: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// Day (ISO) or instant (RFC 3339); nil for the rule.
    package let le: String?
    /// Why, in words; needed with a moment.
    package let motif: String?

    package init(numeros: [String], le: String? = nil, motif: String? = nil) {
      self.numeros = numeros
      self.le = le
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      le = try reader.optionalString("le")
      motif = try reader.optionalString("motif")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "le": .text(le),
        "motif": .text(motif),
      ]
    }
  }
}
