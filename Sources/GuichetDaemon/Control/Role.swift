package import LinuxSystem

/// What a caller may be to the office; one person may be several.
package enum Role: Hashable, Sendable {
  /// Anybody who can reach the socket.
  case observateur
  /// Works for that LINF, and sees its demandes only.
  case conseiller(linf: String)
  case superviseur
  case dpo
  case controleur
  case administrateur
}

extension Role {
  /// The roles without what they are for.
  package enum Kind: String, CaseIterable, Sendable {
    case observateur, conseiller, superviseur, dpo, controleur, administrateur
  }

  package var kind: Kind {
    switch self {
    case .observateur: .observateur
    case .conseiller: .conseiller
    case .superviseur: .superviseur
    case .dpo: .dpo
    case .controleur: .controleur
    case .administrateur: .administrateur
    }
  }
}

/// Who is what, from the configured Unix groups and the credentials that the kernel gave.
package struct RoleTable: Sendable {
  private let roles: [UInt32: [Role]]
  /// With `--racine`: the user that runs the daemon, an administrateur without being in any group.
  private let owner: UInt32?

  /// - Parameters:
  ///   - owner: with `--racine`, who runs the daemon; groups count for nothing then.
  ///   - gid: finds a group's number by its name; nil where there is no such group.
  package init(_ acces: Configuration.Acces, owner: UInt32?, gid: (String) -> UInt32?) {
    self.owner = owner
    var roles: [UInt32: [Role]] = [:]
    if owner == nil {
      func grant(_ role: Role, to groups: [String]) {
        for group in groups { if let gid = gid(group) { roles[gid, default: []].append(role) } }
      }
      grant(.administrateur, to: acces.administrateurs)
      grant(.superviseur, to: acces.superviseurs)
      grant(.dpo, to: acces.dpo)
      grant(.controleur, to: acces.controleurs)
      for (linf, groups) in acces.conseillers { grant(.conseiller(linf: linf), to: groups) }
    }
    self.roles = roles
  }

  /// All that the caller is; at least an observateur. Root is always an administrateur.
  package func roles(of peer: PeerCredentials) -> Set<Role> {
    var found: Set<Role> = [.observateur]
    if peer.uid == 0 || peer.uid == owner { found.insert(.administrateur) }
    for group in peer.groups { found.formUnion(roles[group] ?? []) }
    return found
  }
}
