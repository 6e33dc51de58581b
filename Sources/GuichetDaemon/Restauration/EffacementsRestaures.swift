import Guichet
import GuichetRegister
import GuichetSpool

/// Erases anew, in a register that was restored, the families that were erased since: by the log of its own folder, and by
/// that which lies beside the backup, and by what the registers that were set aside say, should both be lost.
struct EffacementsRestaures: Sendable {
  let office: Office
  /// Of the backup.
  let dossier: String
  /// The registers that were set aside.
  let asides: [String]

  /// Reads both logs, before anything is touched: one that is damaged must not leave a register that is neither what it was
  /// nor restored.
  static func controler(_ sauvegardes: String, _ dossier: String) throws(DaemonFailure) {
    for fichier in [FichierDesEffacements(dossier: sauvegardes), FichierDesEffacements(dossier: dossier)] {
      do {
        _ = try fichier.lire()
      } catch {
        throw DaemonFailure.configuration(
          EffacementRefuse(error, fichier.path).message
            + "\nRien n’a été touché ; sans copie intacte, déplacez-le : les familles qu’il nomme et que la sauvegarde ramène "
            + "sont alors à effacer à nouveau.")
      }
    }
  }

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
        if reprise.estDouteuse { report.reservesDEffacement.append(EffacementDesk.doute(fichier.path)) }
        if !reprise.autres.isEmpty {
          let count = reprise.autres.count
          report.reservesDEffacement.append(
            "« \(fichier.path) » nomme "
              + (count == 1
                ? "une demande qui est ici d’une autre famille : elle est gardée."
                : "\(count) demandes qui sont ici d’autres familles : elles sont gardées."))
        }
        try desk.garder(journal)
      } catch let error as RegisterError {
        throw error
      } catch {
        throw DaemonFailure.configuration(EffacementRefuse(error, fichier.path).message)
      }
    }
    for aside in asides {
      guard let journal = try await reprendre(deCote: aside, desk, &report) else { continue }
      isKnown = true
      do {
        try desk.garder(journal)
      } catch {
        throw DaemonFailure.configuration(error.message)
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

  /// - Returns: nil where it knows none of these families, or cannot be read, which is told where its numeros are looked for.
  private func reprendre(
    deCote aside: String, _ desk: EffacementDesk, _ report: inout RapportDeRestauration
  ) async throws -> JournalDesEffacements? {
    let found: JournalDesEffacements?
    do throws(RegisterError) {
      found = try Register.effacements(de: aside)
    } catch {
      return nil
    }
    guard let journal = found else { return nil }
    do {
      report.effacees += try await desk.reprendre(journal, de: aside).effacees
    } catch is EffacementRefuse {
      // It is of another register, set aside here once.
      return nil
    }
    return journal
  }
}
