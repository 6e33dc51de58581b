package import StrictJSON

/// The morning sheet of a LINF.
package enum ShowFeuille: ControlMethod {
  package struct Parameters: WireObject {
    /// Id of the LINF; nil for the caller’s only one.
    package let linf: String?

    package init(linf: String? = nil) {
      self.linf = linf
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf)
      ]
    }
  }

  package struct Reply: WireObject {
    /// Its id.
    package let linf: String
    /// AAAA-MM-JJ.
    package let jour: String
    /// One page of 80 columns.
    package let texte: String

    package init(linf: String, jour: String, texte: String) {
      self.linf = linf
      self.jour = jour
      self.texte = texte
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      jour = try reader.string("jour")
      texte = try reader.string("texte")
    }

    package var json: JSONValue {
      [
        "linf": .string(linf),
        "jour": .string(jour),
        "texte": .string(texte),
      ]
    }
  }
}
