package import StrictJSON

/// The agenda of a LINF as a calendar.
package enum ExportAgenda: ControlMethod {
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
    /// iCalendar (RFC 5545), with its CR LF.
    package let contenu: String

    package init(linf: String, contenu: String) {
      self.linf = linf
      self.contenu = contenu
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.string("linf")
      contenu = try reader.string("contenu")
    }

    package var json: JSONValue {
      [
        "linf": .string(linf),
        "contenu": .string(contenu),
      ]
    }
  }
}
