import Guichet
import GuichetRegister
import GuichetSpool

/// Erases anew, in a register that was restored, the families that were erased since: by the log of its own folder, and by
/// that which lies beside the backup.
struct EffacementsRestaures: Sendable {
  let office: Office
  /// Of the backup.
  let dossier: String

  func run(_ report: inout RapportDeRestauration) async throws {
    let desk = EffacementDesk(office)
    let beside = FichierDesEffacements(dossier: dossier)
    let own = FichierDesEffacements(dossier: office.configuration.chemins.sauvegardes)
    var isKnown = false
    for fichier in own.path == beside.path ? [own] : [own, beside] {
      do {
        guard let journal = try fichier.lire() else { continue }
        isKnown = true
        let reprise = try await desk.reprendre(journal, de: fichier.path)
        report.effacees += reprise.effacees
        if !reprise.autres.isEmpty {
          report.reservesDEffacement.append(
            "« \(fichier.path) » nomme \(reprise.autres.count) demandes qui sont ici d’autres familles : elles sont gardées."
          )
        }
        try desk.garder(journal)
      } catch let error as RegisterError {
        throw error
      } catch {
        throw DaemonFailure.configuration(EffacementRefuse(error, fichier.path).message)
      }
    }
    if !isKnown {
      report.reservesDEffacement.append(
        "Aucun effacements.log, ni dans « \(office.configuration.chemins.sauvegardes) » ni à côté de la sauvegarde : une "
          + "famille effacée depuis elle reviendrait. S’il y en a un ailleurs, mettez-le dans ce dossier avant de démarrer."
      )
    }
    try await desk.retirerOriginaux()
  }
}
