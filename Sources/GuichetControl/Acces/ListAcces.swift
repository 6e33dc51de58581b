package import StrictJSON

/// All rules by which somebody has a role, and what each role may do.
package enum ListAcces: ControlMethod {
  package typealias Parameters = Wire.Rien

  package struct Reply: WireObject {
    package let regles: [Wire.RegleAcces]
    /// Every method of the interface, in the order of their names.
    package let permissions: [Wire.PermissionAcces]

    package init(regles: [Wire.RegleAcces], permissions: [Wire.PermissionAcces]) {
      self.regles = regles
      self.permissions = permissions
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      regles = try reader.objects("regles")
      permissions = try reader.objects("permissions")
    }

    package var json: JSONValue {
      [
        "regles": .list(regles),
        "permissions": .list(permissions),
      ]
    }
  }
}
