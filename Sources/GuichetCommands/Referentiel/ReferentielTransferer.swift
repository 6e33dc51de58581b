import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct ReferentielTransferer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "transferer", abstract: "Faire suivre à des demandes avancées le changement de leur commune.",
    usage: "guichetctl referentiel transferer --commune CODE --le DATE [OPTIONS]",
    discussion: "Quand une commune change de lieu d’information, les demandes à contacter suivent d’elles-mêmes ; "
      + "celles qui sont plus avancées restent avec qui connaît la famille, sauf celles-ci. La liste est montrée avant "
      + "que rien ne change.")
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Code INSEE de la commune qui change.", valueName: "CODE"))
  var commune: String

  @Option(help: ArgumentHelp("Jour du changement, passé ou à venir.", valueName: "DATE"))
  var le: String

  @Option(help: ArgumentHelp("Seulement celles-ci, séparées par des virgules.", valueName: "NUMÉROS"))
  var numeros: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  private var seulement: [String]? {
    numeros?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  func validate() throws {
    guard CodeInsee(commune) != nil else {
      throw ValidationError(
        "« \(TerminalSafety.line(commune)) » n’est pas un code INSEE : il a cinq caractères, comme 59350 ou 2A004.")
    }
    guard Horodatage.saisi(le) != nil else { throw ValidationError(Horodatage.pasUnJour(le)) }
    try seulement?.verifierNumeros()
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let concernees = try transferer(contexte, appliquer: false)
    guard !concernees.isEmpty else {
      try sortie(contexte).montrer(Transfert(deplacements: [], applique: false))
      return .done
    }
    try sortie(contexte).annoncer(Transfert(deplacements: concernees, applique: false))
    let question = concernees.count == 1 ? "la demande montrée" : "les \(concernees.count.francais) demandes montrées"
    try contexte.confirmer("Transférer \(question) ?", oui: globales.oui)
    let transferees = try transferer(contexte, appliquer: true)
    try sortie(contexte).montrer(Transfert(deplacements: transferees, applique: true))
    return .done
  }

  /// Each call opens the door anew: a person may read for longer than the daemon keeps an idle one open.
  private func transferer(_ contexte: Contexte, appliquer: Bool) throws(CommandFailure) -> [Wire.Deplacement] {
    let code = CodeInsee(commune)?.texte ?? commune
    return try demon(contexte).call(
      TransferDemandes.self,
      .init(
        commune: code, le: Horodatage.normalise(le), numeros: seulement?.numerosUniques, appliquer: appliquer)
    ).deplacements
  }

  private struct Transfert: Presentable {
    let deplacements: [Wire.Deplacement]
    let applique: Bool

    func json(_ output: inout JSONOutput) {
      output.document(["applique": .bool(applique), "deplacements": .array(deplacements.map(\.json))])
    }

    var csv: CSVDocument? { deplacements.csv }

    func texte(_ page: inout TextPage) {
      guard !deplacements.isEmpty else {
        return page.paragraphe(applique ? "Rien n’a été transféré." : "Aucune demande n’est concernée.")
      }
      guard !applique else {
        return page.paragraphe(
          "\(deplacements.count.de("demande transférée", "demandes transférées")).", ton: .bon)
      }
      page.table(deplacements.table)
      if let more = deplacements.reste(sur: deplacements.count) { page.paragraphe(more, ton: .discret) }
    }
  }
}
