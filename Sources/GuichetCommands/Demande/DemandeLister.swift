import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct DemandeLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "La liste de travail, par échéance.",
    usage: "guichetctl demande lister [FILTRES] [OPTIONS]")
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Seulement celles de ce lieu d’information.", valueName: "LINF"))
  var linf: String?

  @Option(
    help: ArgumentHelp(
      "Seulement celles dans cet état : \(Etat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "ÉTAT"))
  var etat: String?

  @Option(help: ArgumentHelp("Seulement celles de cette commune.", valueName: "CODE INSEE"))
  var commune: String?

  @Option(help: ArgumentHelp("Seulement celles reçues depuis ce jour ou cet instant.", valueName: "DATE"))
  var depuis: String?

  @Flag(name: .customLong("a-verifier"), help: "Seulement celles qui sont à vérifier.")
  var aVerifier = false

  @Flag(name: .customLong("en-retard"), help: "Seulement celles dont l’échéance est passée.")
  var enRetard = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    if let etat, Etat(rawValue: etat) == nil {
      throw ValidationError(
        "L’état « \(TerminalSafety.line(etat)) » n’existe pas : donnez \(Etat.allCases.map(\.rawValue).enumeres).")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var demandes: [Wire.Demande] = []
    let filtres = ListDemandes.Parameters(
      linf: linf, etat: etat, commune: commune, depuis: depuis.map(Horodatage.normalise),
      aVerifier: aVerifier ? true : nil, enRetard: enRetard ? true : nil)
    try demon(contexte).stream(ListDemandes.self, filtres) { demandes += $0.demandes }
    try sortie(contexte).montrer(Liste(demandes: demandes))
    return .done
  }

  private struct Liste: Presentable {
    let demandes: [Wire.Demande]

    func json(_ output: inout JSONOutput) { output.document(.array(demandes.map(\.json))) }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: [
        "numero", "reference", "etat", "linf", "raison", "marques", "codeInsee", "echeance", "enRetard", "deposeeLe",
        "recueLe", "motifCloture",
      ])
      for demande in demandes {
        document.append([
          .code(demande.numero), .code(demande.reference), .code(demande.etat), .code(demande.linf),
          .code(demande.raison), .texte(demande.marques.joined(separator: " ")), .code(demande.codeInsee),
          .code(demande.echeance), .ouiNon(demande.enRetard), .code(demande.deposeeLe), .code(demande.recueLe),
          .code(demande.motifCloture),
        ])
      }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !demandes.isEmpty else { return page.paragraphe("Aucune demande.") }
      var table = TextTable([
        .init("NUMÉRO"), .init("ÉTAT", minimum: 10), .init("LINF", minimum: 12), .init("COMMUNE"),
        .init("ÉCHÉANCE", minimum: 10), .init("REÇUE"), .init("À NOTER", minimum: 8),
      ])
      for demande in demandes {
        table.append([
          .init(demande.numero), .init(Libelles.etat(demande.etat)),
          demande.linf.map { .init($0) } ?? .init(demande.raison.map(Libelles.raison), .attention),
          .init(demande.codeInsee),
          .init(demande.echeance.map(Horodatage.court), demande.enRetard ? .alerte : .normal),
          .init(Horodatage.jour(ofInstant: demande.recueLe)),
          .init(aNoter(demande), demande.enRetard ? .alerte : .discret),
        ])
      }
      page.table(table)
      page.paragraphe(demandes.count.de("demande", "demandes"), ton: .discret)
    }

    private func aNoter(_ demande: Wire.Demande) -> String {
      ((demande.enRetard ? ["en retard"] : []) + demande.marques.map(Libelles.marque)).joined(separator: ", ")
    }
  }
}
