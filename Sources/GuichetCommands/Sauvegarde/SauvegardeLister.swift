import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

struct SauvegardeLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les sauvegardes, de la plus récente à la plus ancienne.",
    usage: "guichetctl sauvegarde lister [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl sauvegarde lister", "Celles qui sont là, et où.")
  ]
  static let formats = Set<Format>.lignes

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try sortie(contexte).montrer(Liste(reply: try demon(contexte).call(ListBackups.self, .init())))
    return .done
  }

  private struct Liste: Presentable {
    let reply: ListBackups.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: [
        "fichier", "faiteLe", "octets", "demandes", "sequence", "sha256", "fautes", "fautiveLe", "fautesTrouvees",
      ])
      for sauvegarde in reply.sauvegardes {
        document.append([
          .code(sauvegarde.fichier), .code(sauvegarde.faiteLe), .code(String(sauvegarde.octets)),
          .code(sauvegarde.demandes.map(String.init)), .code(sauvegarde.sequence.map(String.init)),
          .code(sauvegarde.sha256), .code(sauvegarde.fautes.map { String($0.count) }),
          .code(sauvegarde.fautiveLe), .code(sauvegarde.fautesTrouvees.map { String($0.count) }),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !reply.sauvegardes.isEmpty else {
        page.paragraphe("Aucune sauvegarde dans « \(reply.dossier) ».", ton: .attention)
        return page.paragraphe("« guichetctl sauvegarde faire » en fait une.")
      }
      var table = TextTable([
        .init("FICHIER"), .init("FAITE LE"), .init("OCTETS", isRight: true), .init("DEMANDES", isRight: true),
        .init("ÉTAT"),
      ])
      for sauvegarde in reply.sauvegardes {
        let (etat, ton) = Self.etat(sauvegarde)
        table.append([
          .init(sauvegarde.fichier), .init(Horodatage.court(sauvegarde.faiteLe)), .init(sauvegarde.octets.francais),
          .init(sauvegarde.demandes?.francais), .init(etat, ton),
        ])
      }
      page.table(table)
      if reply.sauvegardes.contains(where: { $0.fautesTrouvees != nil }) {
        page.paragraphe(
          "Une sauvegarde fautive ne compte plus : « guichetctl sauvegarde verifier FICHIER » en dit les fautes.")
      }
      page.paragraphe(
        "\(reply.sauvegardes.count.de("sauvegarde", "sauvegardes")) dans « \(reply.dossier) »", ton: .discret)
    }

    private static func etat(_ sauvegarde: Wire.Sauvegarde) -> (String, TextStyle.Ton) {
      if sauvegarde.fautesTrouvees != nil {
        return (
          sauvegarde.fautiveLe.map { "FAUTIVE, contrôlée le \(Horodatage.court($0))" } ?? "FAUTIVE", .alerte
        )
      }
      guard let fautes = sauvegarde.fautes else { return ("sans manifeste", .attention) }
      return fautes.isEmpty ? ("intacte à sa création", .discret) : ("registre fautif", .attention)
    }
  }
}
