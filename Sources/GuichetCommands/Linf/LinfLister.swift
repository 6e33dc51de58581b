import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

struct LinfLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "L’annuaire des lieux d’information, d’après le référentiel en vigueur.",
    usage: "guichetctl linf lister [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl linf lister", "Identifiants, noms et téléphones."),
    Exemple("guichetctl linf lister --tableur > annuaire.csv", "Le même annuaire pour un tableur."),
  ]
  static let formats = Set<Format>.lignes

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var linf: [Wire.LinfResume] = []
    try demon(contexte).stream(ListLinf.self, .init()) { linf += $0.linf }
    try sortie(contexte).montrer(Annuaire(linf: linf))
    return .done
  }

  private struct Annuaire: Presentable {
    let linf: [Wire.LinfResume]

    func json(_ output: inout JSONOutput) { output.document(.array(linf.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: ["id", "nom", "type", "telephone", "habilite"])
      for linf in linf {
        document.append([
          .code(linf.id), .texte(linf.nom), .code(linf.type), .code(linf.telephone), .ouiNon(linf.habilite),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !linf.isEmpty else {
        return page.paragraphe(
          "Aucun lieu d’information ; chargez un référentiel par « guichetctl referentiel charger ».")
      }
      var table = TextTable([
        .init("LINF"), .init("NOM", minimum: 16, seReplie: true), .init("TYPE", retrait: 0), .init("TÉLÉPHONE"),
        .init("HABILITÉ"),
      ])
      for linf in linf {
        table.append([
          .init(linf.id), .init(linf.nom), .init(linf.type), .init(linf.telephone),
          linf.habilite ? .init("oui") : .init("non", .attention),
        ])
      }
      page.table(table)
      page.paragraphe(linf.count.de("lieu d’information", "lieux d’information"), ton: .discret)
    }
  }
}
