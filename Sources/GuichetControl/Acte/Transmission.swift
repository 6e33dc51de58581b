package import StrictJSON

extension Wire {

  /// What the LINF that had a demande still sees of it, for 30 days after it went elsewhere.
  package struct Transmission: WireObject {
    /// `AAAA-NNNNNN`.
    package let numero: String
    /// When it went, RFC 3339.
    package let le: String
    /// Of the LINF that has it now; nil while it waits for a person.
    package let telephone: String?

    package init(numero: String, le: String, telephone: String? = nil) {
      self.numero = numero
      self.le = le
      self.telephone = telephone
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      le = try reader.string("le")
      telephone = try reader.optionalString("telephone")
    }

    package var json: JSONValue {
      [
        "numero": .string(numero),
        "le": .string(le),
        "telephone": .text(telephone),
      ]
    }
  }
}
