import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct RendezVousCreneaux: Commande {
  static let configuration = CommandConfiguration(
    commandName: "creneaux", abstract: "Les créneaux libres.",
    usage: """
      guichetctl rendez-vous creneaux NUMÉRO [--du JOUR] [--au JOUR] [--mode MODE] [--duree N] [OPTIONS]
      guichetctl rendez-vous creneaux --linf LINF [--du JOUR] [--au JOUR] [--duree N] [OPTIONS]
      """,
    discussion: "D’après les horaires de rendez-vous, les postes, les fermetures, les jours fériés et les rendez-vous "
      + "déjà fixés ; deux semaines à partir d’aujourd’hui, à défaut d’autres jours.")
  static let exemples = [
    Exemple("guichetctl rendez-vous creneaux 123", "Ceux du lieu d’information de cette demande."),
    Exemple("guichetctl rendez-vous creneaux --linf rpe-lomme --du lundi --duree 45", "Ceux d’un LINF, de 45 minutes."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String?

  @Option(help: ArgumentHelp("Lieu d’information ; le vôtre à défaut.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(help: ArgumentHelp("Premier jour : \(DateEnOption.formesDeJour).", valueName: "JOUR"))
  var du: String?

  @Option(help: ArgumentHelp("Dernier jour.", valueName: "JOUR"))
  var au: String?

  @Option(help: ArgumentHelp("telephone, surSite ou visio.", valueName: "MODE"), completion: .modesDeRendezVous)
  var mode: String?

  @Option(help: ArgumentHelp("Minutes ; à défaut celles du lieu d’information.", valueName: "N"))
  var duree: Int?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(du)
    try DateEnOption.verifierJour(au)
    try ModeEnOption.verifier(mode)
    if numero != nil, linf != nil {
      throw ValidationError("Donnez une demande ou un lieu d’information, l’un des deux.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var creneaux: [Wire.Creneau] = []
    let parameters = ListCreneaux.Parameters(
      linf: linf, numero: numero, du: du.flatMap { contexte.jour($0)?.iso }, au: au.flatMap { contexte.jour($0)?.iso },
      mode: mode, duree: duree)
    try demon(contexte).stream(ListCreneaux.self, parameters) { creneaux += $0.creneaux }
    try sortie(contexte).montrer(Liste(creneaux: creneaux))
    return .done
  }

  private struct Liste: Presentable {
    let creneaux: [Wire.Creneau]

    func json(_ output: inout JSONOutput) { output.document(.array(creneaux.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: ["debut", "fin", "postes", "lieu"])
      for creneau in creneaux {
        document.append([
          .code(creneau.debut), .code(creneau.fin), .code(String(creneau.postes)), .texte(creneau.lieu),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !creneaux.isEmpty else {
        return page.paragraphe("Aucun créneau libre ces jours-là ; cherchez plus loin par --au.", ton: .attention)
      }
      var table = TextTable([.init("JOUR"), .init("HEURE"), .init("POSTES LIBRES", isRight: true), .init("LIEU")])
      var day = ""
      for creneau in creneaux {
        let jour = creneau.jour
        table.append([
          .init(jour == day ? "" : jour), .init(creneau.heures), .init(creneau.postes.francais), .init(creneau.lieu),
        ])
        day = jour
      }
      page.table(table)
      page.paragraphe(creneaux.count.de("créneau libre", "créneaux libres"), ton: .discret)
    }
  }
}
