package import StrictJSON

/// The demandes that went from a LINF to another one in the last 30 days.
package enum ListTransmissions: ControlMethod {
  package static let isStream = true

  package struct Parameters: WireObject {
    /// Id of the LINF that had them; those that the caller works for when nil.
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
    /// At most 200; the last message may have none.
    package let transmissions: [Wire.Transmission]

    package init(transmissions: [Wire.Transmission]) {
      self.transmissions = transmissions
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      transmissions = try reader.objects("transmissions")
    }

    package var json: JSONValue {
      [
        "transmissions": .list(transmissions)
      ]
    }
  }
}
