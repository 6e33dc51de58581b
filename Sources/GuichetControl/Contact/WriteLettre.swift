package import StrictJSON

/// The letter by which a family that was not reached is told so, ready to be printed; nothing is recorded but the read.
package enum WriteLettre: ControlMethod {
  package struct Parameters: WireObject {
    package let numero: String
    /// As a page to print too.
    package let html: Bool?

    package init(numero: String, html: Bool? = nil) {
      self.numero = numero
      self.html = html
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      numero = try reader.string("numero")
      html = try reader.optionalBool("html")
    }

    package var json: JSONValue { ["numero": .string(numero), "html": .flag(html)] }
  }

  package struct Reply: WireObject {
    /// Plain text, for a page of 80 columns.
    package let texte: String
    /// What is missing in it, French sentences.
    package let avertissements: [String]
    /// One file for A4, where it was asked for.
    package let html: String?

    package init(texte: String, avertissements: [String], html: String? = nil) {
      self.html = html
      self.texte = texte
      self.avertissements = avertissements
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      texte = try reader.string("texte")
      avertissements = try reader.strings("avertissements")
      html = try reader.optionalString("html")
    }

    package var json: JSONValue {
      ["texte": .string(texte), "avertissements": .list(avertissements), "html": .text(html)]
    }
  }
}
