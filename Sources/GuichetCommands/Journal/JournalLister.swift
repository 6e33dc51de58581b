import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

struct JournalLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les faits dans leur ordre, tous ou ceux d’une demande.",
    usage: "guichetctl journal lister [NUMÉRO] [--apres RANG] [OPTIONS]")
  static let exemples = [
    Exemple("guichetctl journal lister 2026-000123", "Tout ce qui est arrivé à une demande."),
    Exemple("guichetctl journal lister --apres 1200 --json", "Les faits suivants, pour un programme."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(help: ArgumentHelp("Seulement les faits de cette demande.", valueName: "NUMÉRO"), completion: .numeros)
  var numero: String?

  @Option(help: ArgumentHelp("Seulement les faits de rang supérieur.", valueName: "RANG"))
  var apres: Int?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var faits: [Wire.Fait] = []
    try demon(contexte).stream(ListFaits.self, .init(numero: numero?.numeroSaisi, apres: apres)) { faits += $0.faits }
    try sortie(contexte).montrer(Liste(faits: faits))
    return .done
  }

  private struct Liste: Presentable {
    let faits: [Wire.Fait]

    func json(_ output: inout JSONOutput) { output.document(.array(faits.map(\.json))) }

    var csv: CSVDocument? { CSVDocument(faits: faits) }

    func texte(_ page: inout TextPage) {
      guard !faits.isEmpty else { return page.paragraphe("Aucun fait.") }
      var table = TextTable([
        .init("RANG", isRight: true), .init("SURVENU LE"), .init("DEMANDE"), .init("AUTEUR", minimum: 8),
        .init("RÉSUMÉ", minimum: 20),
      ])
      for fait in faits {
        table.append([
          .init(String(fait.seq)), .init(Horodatage.court(fait.survenuLe)), .init(fait.numero),
          .init(fait.auteur, .discret), .init(fait.resume),
        ])
      }
      page.table(table)
      page.paragraphe(faits.count.de("fait", "faits"), ton: .discret)
    }
  }
}
