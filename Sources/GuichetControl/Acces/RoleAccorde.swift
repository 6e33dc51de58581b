package import StrictJSON

extension Wire {

  /// A role that somebody has, and why.
  package struct RoleAccorde: WireObject {
    /// Code of the role.
    package let role: String
    /// Id of the LINF that a conseiller works for.
    package let linf: String?
    /// Why, one French clause.
    package let raison: String

    package init(role: String, linf: String? = nil, raison: String) {
      self.role = role
      self.linf = linf
      self.raison = raison
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      role = try reader.string("role")
      linf = try reader.optionalString("linf")
      raison = try reader.string("raison")
    }

    package var json: JSONValue {
      [
        "role": .string(role),
        "linf": .text(linf),
        "raison": .string(raison),
      ]
    }
  }
}
