package import StrictJSON

/// By when so much open time has passed, explained; nothing is recorded.
package enum ComputeDelai: ControlMethod {
  /// Most hours, and most days, in one call.
  package static let maximum = 3650

  package struct Parameters: WireObject {
    /// An instant, or a day or a time in the Caf’s zone.
    package let depuis: String
    /// Id of the LINF; nil for the hours of the Caf.
    package let linf: String?
    /// Open hours; either these or `jours`, 1 to `maximum`.
    package let heures: Int?
    /// Open days.
    package let jours: Int?

    package init(depuis: String, linf: String? = nil, heures: Int? = nil, jours: Int? = nil) {
      self.depuis = depuis
      self.linf = linf
      self.heures = heures
      self.jours = jours
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      depuis = try reader.string("depuis")
      linf = try reader.optionalString("linf")
      heures = try reader.optionalInt("heures")
      jours = try reader.optionalInt("jours")
    }

    package var json: JSONValue {
      ["depuis": .string(depuis), "linf": .text(linf), "heures": .count(heures), "jours": .count(jours)]
    }
  }

  package struct Reply: WireObject {
    /// RFC 3339 with the Caf’s offset.
    package let echeance: String
    /// Day by day, French sentences whose times add up.
    package let explication: [String]

    package init(echeance: String, explication: [String]) {
      self.echeance = echeance
      self.explication = explication
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      echeance = try reader.string("echeance")
      explication = try reader.strings("explication")
    }

    package var json: JSONValue {
      ["echeance": .string(echeance), "explication": .list(explication)]
    }
  }
}
