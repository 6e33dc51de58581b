package import StrictJSON

/// Merges demandes of one family into another, which stays.
package enum MergeDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// Those that are absorbed, at most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// The one that stays.
    package let dans: String
    /// Why, in words.
    package let motif: String?

    package init(numeros: [String], dans: String, motif: String? = nil) {
      self.numeros = numeros
      self.dans = dans
      self.motif = motif
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      dans = try reader.string("dans")
      motif = try reader.optionalString("motif")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "dans": .string(dans),
        "motif": .text(motif),
      ]
    }
  }
}
