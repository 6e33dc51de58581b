package import StrictJSON

/// Writes something down about demandes.
package enum AddNote: ControlMethod {
  package typealias Reply = Wire.ResultatsActe

  package struct Parameters: WireObject {
    /// At most `AssignDemandes.maximum`.
    package let numeros: [String]
    /// What, in words.
    package let texte: String

    package init(numeros: [String], texte: String) {
      self.numeros = numeros
      self.texte = texte
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numeros = try reader.strings("numeros")
      texte = try reader.string("texte")
    }

    package var json: JSONValue {
      [
        "numeros": .list(numeros),
        "texte": .string(texte),
      ]
    }
  }
}
