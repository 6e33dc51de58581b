import GuichetControl
import GuichetDocuments
import StrictJSON

/// The rules by which anybody has a role, and what each role may do.
struct AccesDeTous: Presentable {
  let reply: ListAcces.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["role", "linf", "groupe", "membres", "remarque"])
    for regle in reply.regles {
      document.append([
        .code(regle.role), .code(regle.linf), .code(regle.groupe), .texte(regle.membres.joined(separator: " ")),
        .texte(regle.remarque),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    var rules = TextTable([
      .init("RÔLE"), .init("LINF"), .init("GROUPE"), .init("MEMBRES", minimum: 12, seReplie: true),
      .init("À NOTER", minimum: 20, seReplie: true),
    ])
    for regle in reply.regles {
      rules.append([
        .init(Libelles.role(regle.role)), .init(regle.linf), .init(regle.groupe),
        .init(regle.membres.joined(separator: ", ")), .init(regle.remarque, .attention),
      ])
    }
    page.titre("Qui est quoi")
    page.table(rules)
    page.titre("Ce que permet chaque rôle")
    page.table(matrix)
  }

  private var matrix: TextTable {
    let roles = Self.roles(reply.permissions)
    var table = TextTable([.init("COMMANDE", minimum: 16)] + roles.map { .init(Libelles.roleCourt($0).uppercased()) })
    for (commande, permission) in CommandesParMethode.lignes(reply.permissions) {
      table.append([.init(commande)] + roles.map { .init(permission.roles.contains($0) ? "oui" : nil, .bon) })
    }
    return table
  }

  /// All that a permission names, in the order of the one that names most.
  private static func roles(_ permissions: [Wire.PermissionAcces]) -> [String] {
    var known = permissions.map(\.roles).max { $0.count < $1.count } ?? []
    for role in permissions.flatMap(\.roles) where !known.contains(role) { known.append(role) }
    return known
  }
}
