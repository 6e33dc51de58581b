package import StrictJSON

/// The refused files, oldest first.
package enum ListRejets: ControlMethod {
  package static let isStream = true
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    /// At most 200; the last message may have none.
    package let rejets: [Wire.Rejet]

    package init(rejets: [Wire.Rejet]) {
      self.rejets = rejets
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      rejets = try reader.objects("rejets")
    }

    package var json: JSONValue {
      ["rejets": .list(rejets)]
    }
  }
}
