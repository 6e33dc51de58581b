package import StrictJSON

extension Wire {

  /// One line of the configuration that gives a role to the members of a Unix group, or one that nobody can take away.
  package struct RegleAcces: WireObject {
    /// Code of the role.
    package let role: String
    /// Id of the LINF that a conseiller works for.
    package let linf: String?
    /// Name of the Unix group; nil for what no group gives.
    package let groupe: String?
    /// Logins that have it by this line, as far as the machine lists them.
    package let membres: [String]
    /// What a person should look at, one French sentence.
    package let remarque: String?

    package init(role: String, linf: String? = nil, groupe: String? = nil, membres: [String], remarque: String? = nil) {
      self.role = role
      self.linf = linf
      self.groupe = groupe
      self.membres = membres
      self.remarque = remarque
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      role = try reader.string("role")
      linf = try reader.optionalString("linf")
      groupe = try reader.optionalString("groupe")
      membres = try reader.strings("membres")
      remarque = try reader.optionalString("remarque")
    }

    package var json: JSONValue {
      [
        "role": .string(role),
        "linf": .text(linf),
        "groupe": .text(groupe),
        "membres": .list(membres),
        "remarque": .text(remarque),
      ]
    }
  }
}
