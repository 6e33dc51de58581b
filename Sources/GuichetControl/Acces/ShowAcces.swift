package import StrictJSON

/// Who the caller is to the office, what it may do, and why.
package enum ShowAcces: ControlMethod {
  package typealias Parameters = Wire.Rien
  package typealias Reply = Wire.AgentAcces
}

/// The same for somebody else.
package enum InspectAcces: ControlMethod {
  package struct Parameters: WireObject {
    /// A user of this machine.
    package let login: String

    package init(login: String) {
      self.login = login
    }

    package init(_ json: JSON) throws(WireFault) {
      login = try WireReader(json).string("login")
    }

    package var json: JSONValue { ["login": .string(login)] }
  }

  package typealias Reply = Wire.AgentAcces
}

extension Wire {

  /// Who somebody is to the office, and what it may do.
  package struct AgentAcces: WireObject {
    package let login: String
    package let uid: Int
    package let roles: [RoleAccorde]
    /// Every method of the interface, in the order of their names.
    package let permissions: [PermissionAcces]

    package init(login: String, uid: Int, roles: [RoleAccorde], permissions: [PermissionAcces]) {
      self.login = login
      self.uid = uid
      self.roles = roles
      self.permissions = permissions
    }

    package init(_ json: JSON) throws(WireFault) {
      let reader = try WireReader(json)
      login = try reader.string("login")
      uid = try reader.int("uid")
      roles = try reader.objects("roles")
      permissions = try reader.objects("permissions")
    }

    package var json: JSONValue {
      [
        "login": .string(login),
        "uid": .count(uid),
        "roles": .list(roles),
        "permissions": .list(permissions),
      ]
    }
  }
}
