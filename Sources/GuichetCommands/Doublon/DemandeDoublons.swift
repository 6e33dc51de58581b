import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct DemandeDoublons: Commande {
  static let configuration = CommandConfiguration(
    commandName: "doublons", abstract: "Les autres demandes qui peuvent être de la même famille.",
    usage: "guichetctl demande doublons NUMÉRO [OPTIONS]",
    discussion:
      "Comparées par téléphone, courriel, nom et enfant, adresse et âge de l’enfant, autre parent. « certain » : même nom "
      + "et même enfant, ou deux points communs sans que les noms diffèrent. « doublon » : l’autre attend aussi ; « nouvelle "
      + "demande après réponse » : la famille a déjà eu une réponse. Rien n’est fusionné sans une personne.")
  static let exemples = [
    Exemple("guichetctl demande doublons 123", "Celles qui lui ressemblent, et par quoi."),
    Exemple("guichetctl demande doublons 123 --json", "Pour un programme."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ListDoublons.self, .init(numero: numero.numeroSaisi))
    try sortie(contexte).montrer(Liste(doublons: reply.doublons))
    return .done
  }

  private struct Liste: Presentable {
    let doublons: [Wire.DoublonPossible]

    func json(_ output: inout JSONOutput) { output.document(.array(doublons.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(
        colonnes: ["numero", "linf", "etat", "deposeeLe", "degre", "genre", "criteres", "lie", "par"])
      for doublon in doublons {
        document.append([
          .code(doublon.numero), .code(doublon.linf), .code(doublon.etat), .code(doublon.deposeeLe),
          .code(doublon.degre), .code(doublon.genre), .texte(doublon.criteres.joined(separator: " ")),
          .ouiNon(doublon.lie), .code(doublon.par),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !doublons.isEmpty else {
        return page.paragraphe("Aucune autre demande de la même famille n’a été trouvée.")
      }
      var table = TextTable([
        .init("NUMÉRO"), .init("DEGRÉ"), .init("GENRE", minimum: 12, seReplie: true), .init("ÉTAT"),
        .init("LINF", minimum: 12, seReplie: true), .init("DÉPOSÉE", retrait: 0), .init("PAR", retrait: 1),
        .init("EN COMMUN", minimum: 16, seReplie: true),
      ])
      for doublon in doublons {
        table.append([
          .init(doublon.numero), .init(DegreDoublon.libelle(doublon.degre)),
          .init(GenreDoublon.libelle(doublon.genre)), .init(Libelles.etat(doublon.etat)), .init(doublon.linf),
          .init(Horodatage.jour(ofInstant: doublon.deposeeLe)), .init(doublon.par),
          .init(
            doublon.communs + (doublon.lie ? " ; parents dans deux communes : liées, jamais fusionnées" : ""),
            doublon.lie ? .attention : .normal),
        ])
      }
      page.table(table)
    }
  }
}
