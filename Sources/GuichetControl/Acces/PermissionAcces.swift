package import StrictJSON

extension Wire {

  /// Who may call a method.
  package struct PermissionAcces: WireObject {
    /// Its name within the interface.
    package let methode: String
    /// Codes of the roles that may call it.
    package let roles: [String]
    /// Whether whom the answer is about has one of them; nil where it is about nobody.
    package let permise: Bool?

    package init(methode: String, roles: [String], permise: Bool? = nil) {
      self.methode = methode
      self.roles = roles
      self.permise = permise
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      methode = try reader.string("methode")
      roles = try reader.strings("roles")
      permise = try reader.optionalBool("permise")
    }

    package var json: JSONValue {
      [
        "methode": .string(methode),
        "roles": .list(roles),
        "permise": .flag(permise),
      ]
    }
  }
}
