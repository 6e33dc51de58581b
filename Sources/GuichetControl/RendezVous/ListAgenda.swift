package import StrictJSON

/// The rendez-vous of one LINF or of all that the caller sees.
package enum ListAgenda: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Id of the LINF; nil for all that the caller sees.
    package let linf: String?
    /// First day; today when nil.
    package let du: String?
    /// Last day; `du` when nil.
    package let au: String?

    package init(linf: String? = nil, du: String? = nil, au: String? = nil) {
      self.linf = linf
      self.du = du
      self.au = au
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.optionalString("linf")
      du = try reader.optionalString("du")
      au = try reader.optionalString("au")
    }

    package var json: JSONValue {
      [
        "linf": .text(linf),
        "du": .text(du),
        "au": .text(au),
      ]
    }
  }

  package struct Reply: WireObject {
    /// At most 200, first to last; the last message may have none.
    package let rendezVous: [Wire.RendezVous]

    package init(rendezVous: [Wire.RendezVous]) {
      self.rendezVous = rendezVous
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rendezVous = try reader.objects("rendezVous")
    }

    package var json: JSONValue {
      [
        "rendezVous": .list(rendezVous)
      ]
    }
  }
}
