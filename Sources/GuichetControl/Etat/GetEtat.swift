package import StrictJSON

/// The whole office at a glance.
package enum GetEtat: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    package let etat: Wire.Etat
    /// What the Caf’s clocks show, RFC 3339.
    package let maintenant: String?

    package init(etat: Wire.Etat, maintenant: String? = nil) {
      self.etat = etat
      self.maintenant = maintenant
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      etat = try reader.object("etat")
      maintenant = try reader.optionalString("maintenant")
    }

    package var json: JSONValue {
      ["etat": etat.json, "maintenant": .text(maintenant)]
    }
  }
}
