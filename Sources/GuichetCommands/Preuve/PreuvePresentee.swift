import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

/// A preuve on the terminal, and as JSON.
struct PreuvePresentee: Presentable {
  let preuve: Preuve
  let empreinte: String

  func json(_ output: inout JSONOutput) { output.document(preuve.json) }

  func texte(_ page: inout TextPage) {
    page.titre("Preuve \(preuve.annee) : \(preuve.nom)")
    page.paragraphe("Arrêtée au \(preuve.jour.francaise), fait \(preuve.seq) du journal.", ton: .discret)
    if !preuve.illisibles.isEmpty {
      page.paragraphe(
        "\(preuve.illisibles.count.de("demande est illisible", "demandes sont illisibles")), dans aucun chiffre ; "
          + "lancez « guichetctl journal verifier ».", ton: .alerte)
    }
    for point in preuve.points { self.point(point, &page) }
    for piece in preuve.pieces {
      page.paragraphe(
        "\(piece.fait.genre.libelle) du \(piece.fait.date.francaise), « \(piece.fait.nom) », SHA-256 "
          + piece.fait.empreinte)
    }
    page.paragraphe("SHA-256 de la preuve : \(empreinte)", ton: .discret)
    page.paragraphe("Chaîne du journal au fait \(preuve.seq) : \(preuve.chaine)", ton: .discret)
  }

  private func point(_ point: PointDePreuve, _ page: inout TextPage) {
    page.titre("\(point.code.libelle) : \(point.constat.libelle)")
    page.paragraphe(point.raison)
    var table = TextTable([.init("CHIFFRE", minimum: 20, seReplie: true), .init("VALEUR", isRight: true)])
    for chiffre in point.chiffres { table.append([.init(chiffre.libelle), .init(chiffre.valeur?.francais ?? "–")]) }
    for repartition in point.repartitions {
      for part in repartition.parts where part.valeur != 0 {
        table.append([
          .init("\(repartition.code.libelle) : \(repartition.code.libelle(part.code))"),
          .init(part.valeur?.francais ?? "–"),
        ])
      }
    }
    page.table(table)
    page.liste(point.delais.filter { $0.nombre > 0 }.map(\.phrase))
    page.liste(point.periodes.map(\.phrase))
    for lacune in point.lacunes {
      page.paragraphe(lacune.phrase, ton: .attention)
      page.liste(lacune.demandes.map(\.phrase))
    }
    for liste in point.listes where !liste.demandes.isEmpty {
      page.paragraphe("\(liste.code.libelle) :")
      page.liste(liste.demandes.map(\.phrase))
    }
  }
}
