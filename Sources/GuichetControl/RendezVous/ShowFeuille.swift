package import StrictJSON

/// The morning sheet of a LINF.
package enum ShowFeuille: ControlMethod {
  package struct Parameters: WireObject {
    /// Id of the LINF; nil for the caller’s only one.
    package let linf: String?
    /// As a page to print too.
    package let html: Bool?

    package init(linf: String? = nil, html: Bool? = nil) {
      self.linf = linf
      self.html = html
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      html = try reader.optionalBool("html")
    }

    package var json: JSONValue { ["linf": .text(linf), "html": .flag(html)] }
  }

  package struct Reply: WireObject {
    /// Its id.
    package let linf: String
    /// AAAA-MM-JJ.
    package let jour: String
    /// One page of 80 columns.
    package let texte: String
    /// One file for A4, where it was asked for.
    package let html: String?

    package init(linf: String, jour: String, texte: String, html: String? = nil) {
      self.html = html
      self.linf = linf
      self.jour = jour
      self.texte = texte
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      jour = try reader.string("jour")
      texte = try reader.string("texte")
      html = try reader.optionalString("html")
    }

    package var json: JSONValue {
      [
        "linf": .string(linf),
        "jour": .string(jour),
        "texte": .string(texte),
        "html": .text(html),
      ]
    }
  }
}
