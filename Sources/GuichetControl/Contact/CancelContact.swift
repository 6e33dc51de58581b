package import StrictJSON

/// Takes back the last contact of a demande, on the day and by whom it was entered.
package enum CancelContact: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// See `AddContact.Reply.sequence`.
    package let sequence: Int

    package init(numero: String, sequence: Int) {
      self.numero = numero
      self.sequence = sequence
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      sequence = try reader.int("sequence")
    }

    package var json: JSONValue { ["numero": .string(numero), "sequence": .count(sequence)] }
  }

  package struct Reply: WireObject {
    package let demande: Wire.Demande

    package init(demande: Wire.Demande) {
      self.demande = demande
    }

    package init(_ json: JSON) throws(WireFault) {
      demande = try WireReader(json).object("demande")
    }

    package var json: JSONValue { ["demande": demande.json] }
  }
}
