import Guichet
import GuichetControl
import LinuxSystem
import Varlink

/// Who may do what, and why.
enum AccesHandler {
  static func show(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> Wire.AgentAcces {
    let peer = request.call.peer
    return acces(of: peer, login: try UserDatabase.login(ofUser: peer.uid) ?? "uid \(peer.uid)", request)
  }

  static func inspect(
    _ request: ControlRequest, _ parameters: InspectAcces.Parameters
  ) async throws -> Wire.AgentAcces {
    guard let peer = try UserDatabase.credentials(ofUser: parameters.login) else {
      throw ControlError.sansObjet(
        parametre: "login", message: "Cette machine n’a pas d’utilisateur « \(parameters.login) ».")
    }
    return acces(of: peer, login: parameters.login, request)
  }

  static func list(_ request: ControlRequest, _ parameters: Wire.Rien) async throws -> ListAcces.Reply {
    ListAcces.Reply(regles: try always(request.desk.roles) + regles(request), permissions: permissions(for: nil))
  }

  private static func acces(
    of peer: PeerCredentials, login: String, _ request: ControlRequest
  ) -> Wire.AgentAcces {
    let table = request.desk.roles
    return Wire.AgentAcces(
      login: login, uid: Int(peer.uid),
      roles: table.reasons(of: peer).map { role, raison in
        Wire.RoleAccorde(role: role.kind.rawValue, linf: role.linf, raison: raison)
      },
      permissions: permissions(for: table.roles(of: peer)))
  }

  private static func permissions(for roles: Set<Role>?) -> [Wire.PermissionAcces] {
    Permissions.table.sorted { $0.key < $1.key }.map { method, allowed in
      Wire.PermissionAcces(
        methode: method, roles: Role.Kind.allCases.filter(allowed.contains).map(\.rawValue),
        permise: roles.map { Permissions.allows(method, to: $0) })
    }
  }

  /// What no configuration gives or takes away.
  private static func always(_ table: RoleTable) throws -> [Wire.RegleAcces] {
    var rules = [
      Wire.RegleAcces(role: Role.Kind.administrateur.rawValue, membres: [try UserDatabase.login(ofUser: 0) ?? "root"])
    ]
    if let owner = table.owner, owner != 0 {
      let login = try UserDatabase.login(ofUser: owner) ?? "uid \(owner)"
      rules.append(Wire.RegleAcces(role: Role.Kind.administrateur.rawValue, membres: [login]))
    }
    let everybody = "Toute personne qui atteint la socket l’est."
    return rules + [Wire.RegleAcces(role: Role.Kind.observateur.rawValue, membres: [], remarque: everybody)]
  }

  private static func regles(_ request: ControlRequest) throws -> [Wire.RegleAcces] {
    try request.desk.roles.grants.map { grant in
      let members = try UserDatabase.members(ofGroup: grant.groupe)
      return Wire.RegleAcces(
        role: grant.role.kind.rawValue, linf: grant.role.linf, groupe: grant.groupe, membres: members ?? [],
        remarque: remarque(grant, members, request.office))
    }
  }

  /// What makes the line give nothing, or less than it seems to.
  private static func remarque(_ grant: RoleTable.Grant, _ members: [String]?, _ office: Office) -> String? {
    guard let members else { return "Ce groupe n’existe pas sur cette machine ; créez-le ou ôtez-le d’acces." }
    if grant.gid == nil { return "Ce groupe a été créé depuis ; faites « guichetctl recharger »." }
    if let linf = grant.role.linf, let referentiel = office.desk.version.routeur.referentiel,
      referentiel.linf(linf) == nil
    {
      return "Le référentiel en vigueur n’a pas ce lieu d’information."
    }
    return members.isEmpty ? "Ce groupe est vide, hors ceux dont il serait le groupe principal." : nil
  }
}

extension Role {
  /// The LINF that a conseiller works for.
  fileprivate var linf: String? {
    if case .conseiller(let linf) = self { linf } else { nil }
  }
}
