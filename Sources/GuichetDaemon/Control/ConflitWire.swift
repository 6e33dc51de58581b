import Guichet
import GuichetControl
import GuichetRegister
import GuichetSpool
import Varlink

/// The refused files that bear the reference of a demande: perhaps what its family wrote since.
enum ConflitWire {
  /// How many refused files are looked at, the latest first: each is read.
  private static let limite = 50

  /// Nil for who may not read refused files.
  static func conflits(_ demande: Demande, _ request: ControlRequest) async throws -> [Wire.Conflit]? {
    guard Permissions.allows(ShowRejet.name, to: request.desk.roles.roles(of: request.call.peer)) else { return nil }
    let office = request.office
    let recue = demande.recue.formulaire
    var conflits: [Wire.Conflit] = []
    for row in try await office.register.rejetsOuverts(.conflit, limit: limite) {
      guard let other = try formulaire(row, office), other.reference == recue.reference, other.origine == recue.origine
      else { continue }
      let champs = demande.formulaire.differences(avec: other).map { champ in
        Wire.ChampCorrige(chemin: champ.chemin, avant: champ.avant, apres: champ.apres)
      }
      conflits.append(
        Wire.Conflit(rejet: row.rejet.id, recuLe: office.fuseau.rfc3339(row.recuLe), champs: champs))
    }
    return conflits
  }

  /// What the file says; nil where it is gone, or cannot be read any more.
  private static func formulaire(_ row: RejetRow, _ office: Office) throws -> Formulaire? {
    guard let contenu = try contenu(row.rejet.id, office) else { return nil }
    let jugement = Examen.juger(contenu, empreinte: row.rejet.empreinte ?? "", recueLe: row.recuLe)
    return if case .accepte(let formulaire) = jugement.verdict { formulaire } else { nil }
  }

  private static func contenu(_ id: String, _ office: Office) throws -> [UInt8]? {
    do {
      return try office.spool.content(of: id, limit: ReplayRejet.maximum)
    } catch SpoolError.rejetIntrouvable {
      return nil
    }
  }
}
