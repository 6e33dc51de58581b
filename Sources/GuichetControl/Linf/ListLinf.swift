package import StrictJSON

/// The LINF of the référentiel in force.
package enum ListLinf: ControlMethod {
  package static let isStream = true

  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// At most 200, in the order of their ids; the last message may have none.
    package let linf: [Wire.LinfResume]

    package init(linf: [Wire.LinfResume]) {
      self.linf = linf
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      linf = try reader.objects("linf")
    }

    package var json: JSONValue {
      ["linf": .list(linf)]
    }
  }
}
