package import StrictJSON

/// Where these places would go; nothing is recorded.
package enum Route: ControlMethod {
  /// Most places in one call.
  package static let maximum = 1000

  package struct Parameters: WireObject {
    /// At most `maximum`.
    package let lieux: [Wire.Lieu]

    package init(lieux: [Wire.Lieu]) {
      self.lieux = lieux
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      lieux = try reader.objects("lieux")
    }

    package var json: JSONValue {
      ["lieux": .list(lieux)]
    }
  }

  package struct Reply: WireObject {
    /// One for each place, in order.
    package let routages: [Wire.Routage]

    package init(routages: [Wire.Routage]) {
      self.routages = routages
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      routages = try reader.objects("routages")
    }

    package var json: JSONValue {
      ["routages": .list(routages)]
    }
  }
}
