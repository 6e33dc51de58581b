package import LinuxSystem

/// Who is what, from the configured Unix groups and the credentials that the kernel gave.
package struct RoleTable: Sendable {
  /// One line of the configuration: the members of that group have that role.
  package struct Grant: Hashable, Sendable {
    package let role: Role
    package let groupe: String
    /// Nil where this machine has no such group: the line gives nothing to anybody.
    package let gid: UInt32?
  }

  /// In the order of the roles; none with `--racine`.
  package let grants: [Grant]
  /// With `--racine`: the user that runs the daemon, an administrateur without being in any group.
  package let owner: UInt32?
  private let byGroup: [UInt32: [Grant]]

  /// - Parameters:
  ///   - owner: with `--racine`, who runs the daemon; groups count for nothing then.
  ///   - gid: finds a group's number by its name; nil where there is no such group.
  package init(_ acces: Configuration.Acces, owner: UInt32?, gid: (String) -> UInt32?) {
    var grants: [Grant] = []
    func grant(_ role: Role, to groups: [String]) {
      grants += groups.map { Grant(role: role, groupe: $0, gid: gid($0)) }
    }
    if owner == nil {
      grant(.administrateur, to: acces.administrateurs)
      grant(.superviseur, to: acces.superviseurs)
      for (linf, groups) in acces.conseillers.sorted(by: { $0.key < $1.key }) {
        grant(.conseiller(linf: linf), to: groups)
      }
      grant(.dpo, to: acces.dpo)
      grant(.controleur, to: acces.controleurs)
    }
    self.grants = grants
    self.owner = owner
    byGroup = Dictionary(grouping: grants.filter { $0.gid != nil }) { $0.gid ?? 0 }
  }

  /// All that the caller is; at least an observateur. Root is always an administrateur, so that no configuration locks
  /// everybody out.
  package func roles(of peer: PeerCredentials) -> Set<Role> {
    var found: Set<Role> = [.observateur]
    if peer.uid == 0 || peer.uid == owner { found.insert(.administrateur) }
    for group in peer.groups { found.formUnion((byGroup[group] ?? []).map(\.role)) }
    return found
  }

  /// The same with why, one French clause each; the strongest first.
  package func reasons(of peer: PeerCredentials) -> [(role: Role, raison: String)] {
    var found: [(Role, String)] = []
    if peer.uid == 0 { found.append((.administrateur, "root l’est toujours")) }
    if peer.uid != 0, peer.uid == owner { found.append((.administrateur, "lance ce démon par --racine")) }
    let held = grants.filter { grant in grant.gid.map(peer.groups.contains) ?? false }
    found += held.map { ($0.role, "membre du groupe « \($0.groupe) »") }
    return found + [(.observateur, "toute personne qui atteint la socket l’est")]
  }
}
