import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct RejetLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les fichiers refusés, du plus ancien au plus récent.",
    usage: "guichetctl rejet lister [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl rejet lister", "Les fichiers refusés et leurs identifiants.")
  ]
  static let formats = Set<Format>.lignes

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var rejets: [Wire.Rejet] = []
    try demon(contexte).stream(ListRejets.self, .init()) { rejets += $0.rejets }
    try sortie(contexte).montrer(Liste(rejets: rejets))
    return .done
  }

  private struct Liste: Presentable {
    let rejets: [Wire.Rejet]

    func json(_ output: inout JSONOutput) { output.document(.array(rejets.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: [
        "id", "fichier", "recuLe", "sha256", "code", "erreurs", "etat", "auDepot",
      ])
      for rejet in rejets {
        document.append([
          .code(rejet.id), .texte(rejet.fichier), .code(rejet.recuLe), .code(rejet.sha256), .code(rejet.code),
          .texte(rejet.erreurs.map(\.phrase).joined(separator: " ")), .code(rejet.etat), .ouiNon(rejet.auDepot),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !rejets.isEmpty else { return page.paragraphe("Aucun fichier refusé.") }
      var table = TextTable([
        .init("IDENTIFIANT"), .init("FICHIER", minimum: 12), .init("MOTIF", minimum: 12), .init("ÉTAT"),
      ])
      for rejet in rejets {
        table.append([
          .init(rejet.id), .init(rejet.fichier), .init(Motif.Code.libelle(rejet.code)),
          .init(rejet.etatAffiche, rejet.etat == "ouvert" ? .attention : .discret),
        ])
      }
      page.table(table)
      page.paragraphe(rejets.count.de("fichier", "fichiers"), ton: .discret)
    }
  }
}

extension Wire.Rejet {
  /// The état as people read it, with what keeps the file where it is.
  var etatAffiche: String {
    let etat =
      switch self.etat {
      case "ouvert": "ouvert"
      case "rejoue": "rejoué"
      default: self.etat
      }
    return auDepot ? "\(etat), au dépôt" : etat
  }
}

extension Wire.Constat {
  /// The place and the sentence; the whole document has no place.
  var phrase: String { chemin.isEmpty ? message : "\(chemin) : \(message)" }
}
