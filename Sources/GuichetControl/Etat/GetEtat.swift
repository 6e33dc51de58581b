package import StrictJSON

/// The whole office at a glance.
package enum GetEtat: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    package let etat: Wire.Etat

    package init(etat: Wire.Etat) {
      self.etat = etat
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etat = try reader.object("etat")
    }

    package var json: JSONValue {
      ["etat": etat.json]
    }
  }
}
