package import StrictJSON

/// Records that the LINF that has them declines demandes.
package enum DeclineDemandes: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// Why, a code.
    package let raison: String
    /// More, in words.
    package let note: String?

    package init(numeros: [String], raison: String, note: String? = nil) {
      self.numeros = numeros
      self.raison = raison
      self.note = note
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      raison = try reader.string("raison")
      note = try reader.optionalString("note")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "raison": .string(raison),
        "note": .text(note),
      ]
    }
  }
}
