import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

struct DemandeTransmises: Commande {
  static let configuration = CommandConfiguration(
    commandName: "transmises", abstract: "Celles parties ailleurs depuis moins de 30 jours.",
    usage: "guichetctl demande transmises [--linf LINF] [OPTIONS]",
    discussion: "À une famille qui rappelle, donnez le téléphone du lieu d’information qui a maintenant sa demande.")
  static let exemples = [
    Exemple(
      "guichetctl demande transmises", "Celles qui ont quitté vos lieux d’information, et où renvoyer la famille."),
    Exemple("guichetctl demande transmises --linf rpe-lomme", "Celles d’un seul."),
  ]
  static let formats = Set<Format>.lignes

  @Option(
    help: ArgumentHelp("Lieu d’information qui les avait ; les vôtres à défaut.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var transmissions: [Wire.Transmission] = []
    try demon(contexte).stream(ListTransmissions.self, .init(linf: linf)) { transmissions += $0.transmissions }
    try sortie(contexte).montrer(Liste(transmissions: transmissions))
    return .done
  }

  private struct Liste: Presentable {
    let transmissions: [Wire.Transmission]

    func json(_ output: inout JSONOutput) { output.document(.array(transmissions.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: ["numero", "le", "telephone"])
      for transmission in transmissions {
        document.append([.code(transmission.numero), .code(transmission.le), .code(transmission.telephone)])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !transmissions.isEmpty else { return page.paragraphe("Aucune demande n’est partie ces 30 derniers jours.") }
      var table = TextTable([.init("NUMÉRO"), .init("PARTIE LE"), .init("TÉLÉPHONE")])
      for transmission in transmissions {
        table.append([
          .init(transmission.numero), .init(Horodatage.court(transmission.le)),
          transmission.telephone.map { .init($0) } ?? .init("à orienter", .attention),
        ])
      }
      page.table(table)
      page.paragraphe(transmissions.count.de("demande", "demandes"), ton: .discret)
    }
  }
}
