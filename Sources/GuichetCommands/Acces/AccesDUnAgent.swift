import GuichetControl
import GuichetDocuments
import StrictJSON

/// Who somebody is to the office, and what it may do with which command.
struct AccesDUnAgent: Presentable {
  let acces: Wire.AgentAcces
  /// Whoever asks.
  let estSoi: Bool

  private var lignes: [(commande: String, permission: Wire.PermissionAcces)] {
    CommandesParMethode.lignes(acces.permissions)
  }

  func json(_ output: inout JSONOutput) { output.document(acces.json) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["commande", "permise", "roles"])
    for (commande, permission) in lignes {
      document.append([
        .texte(commande), .ouiNon(permission.permise == true), .texte(permission.roles.joined(separator: " ")),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    page.champ(estSoi ? "Vous" : "Utilisateur", "\(acces.login) (uid \(acces.uid))")
    for (rank, role) in acces.roles.enumerated() {
      page.champ(rank == 0 ? (acces.roles.count > 1 ? "Rôles" : "Rôle") : "", phrase(role))
    }
    page.titre(estSoi ? "Vous pouvez" : "Peut")
    page.liste(lignes.filter { $0.permission.permise == true }.map(\.commande))
    let refused = lignes.filter { $0.permission.permise != true }
    guard !refused.isEmpty else { return }
    page.titre(estSoi ? "Il vous faudrait un autre rôle pour" : "Il lui faudrait un autre rôle pour")
    page.liste(
      refused.map { commande, permission in
        "\(commande) : \(permission.roles.map(Libelles.role).enumeres)"
      }, ton: .discret)
  }

  private func phrase(_ role: Wire.RoleAccorde) -> String {
    "\(Libelles.role(role.role))\(role.linf.map { " de \($0)" } ?? "") : \(role.raison)"
  }
}
