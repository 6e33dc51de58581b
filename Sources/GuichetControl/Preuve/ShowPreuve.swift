package import StrictJSON

/// The evidence of a LINF and year for a control.
package enum ShowPreuve: ControlMethod {
  package struct Parameters: WireObject {
    package let annee: Int
    package let linf: String
    /// The last day of which it tells; nil for all that is known now.
    package let arreteAu: String?

    package init(annee: Int, linf: String, arreteAu: String? = nil) {
      self.annee = annee
      self.linf = linf
      self.arreteAu = arreteAu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      annee = try reader.int("annee")
      linf = try reader.string("linf")
      arreteAu = try reader.optionalString("arreteAu")
    }

    package var json: JSONValue {
      ["annee": .count(annee), "linf": .string(linf), "arreteAu": .text(arreteAu)]
    }
  }

  package typealias Reply = Wire.DocumentDePreuve
}

/// The same, sealed: its digest stands in the journal from then on.
package enum SealPreuve: ControlMethod {
  package typealias Parameters = ShowPreuve.Parameters
  package typealias Reply = Wire.DocumentDePreuve
}

extension Wire {
  /// A preuve in its one written form.
  package struct DocumentDePreuve: WireObject {
    /// The bytes of which the digest is.
    package let document: String
    /// SHA-256 in hexadecimal.
    package let empreinte: String

    package init(document: String, empreinte: String) {
      self.document = document
      self.empreinte = empreinte
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      document = try reader.string("document")
      empreinte = try reader.string("empreinte")
    }

    package var json: JSONValue { ["document": .string(document), "empreinte": .string(empreinte)] }
  }
}
