package import StrictJSON

/// The letter by which a family that was not reached is told so, ready to be printed; nothing is recorded but the read.
package enum WriteLettre: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String

    package init(numero: String) {
      self.numero = numero
    }

    package init(_ json: JSON) throws(WireFault) {
      numero = try WireReader(json).string("numero")
    }

    package var json: JSONValue { ["numero": .string(numero)] }
  }

  package struct Reply: WireObject {
    /// Plain text, for a page of 80 columns.
    package let texte: String
    /// What is missing in it, French sentences.
    package let avertissements: [String]

    package init(texte: String, avertissements: [String]) {
      self.texte = texte
      self.avertissements = avertissements
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      texte = try reader.string("texte")
      avertissements = try reader.strings("avertissements")
    }

    package var json: JSONValue { ["texte": .string(texte), "avertissements": .list(avertissements)] }
  }
}
