package import StrictJSON

/// Closes demandes, or corrects the reason of those that are closed.
package enum CloseDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// Why, a code.
    package let motif: String
    /// More, in words.
    package let note: String?

    package init(numeros: [String], motif: String, note: String? = nil) {
      self.numeros = numeros
      self.motif = motif
      self.note = note
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      motif = try reader.string("motif")
      note = try reader.optionalString("note")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "motif": .string(motif),
        "note": .text(note),
      ]
    }
  }
}
