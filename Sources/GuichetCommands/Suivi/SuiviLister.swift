import ArgumentParser
import GuichetControl
import GuichetDocuments
import StrictJSON

struct SuiviLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les familles informées, par échéance de leur relance.",
    usage: "guichetctl suivi lister [--linf LINF] [--en-retard] [OPTIONS]",
    discussion:
      "En JSON, les lignes de « demande lister », avec « suivi » : code (apresInformation, avantDebut, debut, "
      + "apresDebut, rendezVousPerdu, commission, naissance ou conclusion), phrase, jour, dernierContact, debut, et ce qui "
      + "manque pour clore « sans nouvelle ».")
  static let exemples = [
    Exemple("guichetctl suivi lister --en-retard", "Celles qu’il fallait déjà relancer."),
    Exemple("guichetctl suivi lister --linf rpe-lomme --csv", "Celles d’un lieu d’information, pour un tableur."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Seulement celles de ce lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Flag(name: .customLong("en-retard"), help: "Seulement celles dont l’échéance est passée.")
  var enRetard = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    var demandes: [Wire.Demande] = []
    try demon(contexte).stream(
      ListDemandes.self, .init(linf: linf, enRetard: enRetard ? true : nil, suivi: true)
    ) { reply in
      demandes += reply.demandes
    }
    try sortie(contexte).montrer(ListeDeSuivi(demandes: demandes))
    return .done
  }
}

/// The families in suivi, by when they are asked next.
private struct ListeDeSuivi: Presentable {
  let demandes: [Wire.Demande]

  func json(_ output: inout JSONOutput) { output.document(.array(demandes.map(\.json))) }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: [
      "numero", "linf", "code", "relance", "jour", "echeance", "enRetard", "dernierContact", "debut",
    ])
    for demande in demandes {
      let suivi = demande.suivi
      document.append([
        .code(demande.numero), .code(demande.linf), .code(suivi?.code), .texte(suivi?.phrase), .code(suivi?.jour),
        .code(demande.echeance), .ouiNon(demande.enRetard), .code(suivi?.dernierContact), .code(suivi?.debut),
      ])
    }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !demandes.isEmpty else { return page.paragraphe("Aucune demande en suivi.") }
    var table = TextTable([
      .init("NUMÉRO"), .init("LINF", minimum: 12, seReplie: true), .init("RELANCE", minimum: 16, seReplie: true),
      .init("ÉCHÉANCE"), .init("DERNIER CONTACT"), .init("DÉBUT SOUHAITÉ"),
    ])
    for demande in demandes {
      let suivi = demande.suivi
      let ton: TextStyle.Ton = demande.enRetard ? .alerte : .normal
      table.append([
        .init(demande.numero), .init(demande.linf),
        .init(suivi?.phrase ?? "aucune, à sa demande", suivi?.phrase == nil ? .discret : ton),
        .init(demande.echeance.map(Horodatage.court), ton, court: demande.echeance.map(Horodatage.bref)),
        .init(suivi?.dernierContact.map(Horodatage.court)), .init(suivi?.debut.map { Horodatage.jour($0) }),
      ])
    }
    page.table(table)
    page.paragraphe(demandes.count.de("demande", "demandes"), ton: .discret)
  }
}

extension Wire.Suivi {
  /// `relance 15 jours après l’information`, `à conclure`.
  var etapeEnClair: String? {
    phrase.map { code == "conclusion" ? $0 : "relance \($0)" }
  }
}
