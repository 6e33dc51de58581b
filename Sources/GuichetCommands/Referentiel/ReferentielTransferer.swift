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
  static let exemples = [
    Exemple(
      "guichetctl referentiel transferer --commune 59355 --le 01/01/2027",
      "Les demandes avancées de la commune, montrées avant de suivre.")
  ]
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
    try DateEnOption.verifierJour(le)
    try seulement?.verifierNumeros()
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let jour = contexte.moment(le)
    let reponse = try demander(contexte, .init(commune: code, le: jour, numeros: choisies, appliquer: false))
    let montrees = reponse.deplacements
    guard !montrees.isEmpty else {
      try sortie(contexte).montrer(Montrees(deplacements: []))
      return .done
    }
    try sortie(contexte).annoncer(Montrees(deplacements: montrees))
    let question = montrees.count == 1 ? "la demande montrée" : "les \(montrees.count.francais) demandes montrées"
    try contexte.confirmer("Transférer \(question) ?", oui: globales.oui)
    var transfert = Transfert(montrees: montrees, resultats: [])
    do throws(CommandFailure) {
      try contexte.avecAvancement { avancement throws(CommandFailure) in
        for start in stride(from: 0, to: montrees.count, by: TransferDemandes.maximum) {
          avancement.dire("\(start.francais) demandes sur \(montrees.count.francais)…")
          let batch = Array(montrees[start..<min(start + TransferDemandes.maximum, montrees.count)])
          transfert.resultats += try appliquer(batch, jour, reponse.version, contexte)
        }
      }
    } catch {
      // What was done before it failed must be known.
      if !transfert.resultats.isEmpty { try sortie(contexte).montrer(transfert) }
      throw error
    }
    try sortie(contexte).montrer(transfert)
    return ResultatsActe(resultats: transfert.resultats).status
  }

  private var code: String { CodeInsee(commune)?.texte ?? commune }
  private var choisies: [String]? { seulement?.numerosUniques }

  /// Just what was shown, by the version that showed it.
  private func appliquer(
    _ batch: [Wire.Deplacement], _ jour: String, _ version: Int?, _ contexte: Contexte
  ) throws(CommandFailure) -> [Wire.ResultatActe] {
    let reponse = try demander(
      contexte,
      .init(commune: code, le: jour, numeros: choisies, appliquer: true, montrees: batch, version: version))
    guard let resultats = reponse.resultats, resultats.count == batch.count else {
      throw CommandFailure(
        .unreachable, "Le démon n’a pas dit ce qu’est devenue chaque demande.",
        remede: "Vérifiez par « guichetctl demande voir NUMÉRO » ce qui a été fait.")
    }
    return resultats
  }

  /// Each call opens the door anew: a person may read for longer than the daemon keeps an idle one open.
  private func demander(
    _ contexte: Contexte, _ parametres: TransferDemandes.Parameters
  ) throws(CommandFailure) -> TransferDemandes.Reply {
    try demon(contexte).call(TransferDemandes.self, parametres)
  }

  /// What would move; nothing has yet.
  private struct Montrees: Presentable {
    let deplacements: [Wire.Deplacement]

    func json(_ output: inout JSONOutput) {
      output.document(["applique": false, "deplacements": .array(deplacements.map(\.json))])
    }

    var csv: CSVDocument? { deplacements.csv }

    func texte(_ page: inout TextPage) {
      guard !deplacements.isEmpty else { return page.paragraphe("Aucune demande n’est concernée.") }
      page.table(deplacements.table)
      if let more = deplacements.reste(sur: deplacements.count) { page.paragraphe(more, ton: .discret) }
    }
  }

  /// What became of each.
  private struct Transfert: Presentable {
    let montrees: [Wire.Deplacement]
    /// One for each of the first of them.
    var resultats: [Wire.ResultatActe]

    func json(_ output: inout JSONOutput) {
      let done = zip(montrees, resultats).filter(\.1.fait).map(\.0.json)
      output.document([
        "applique": true, "deplacements": .array(done), "resultats": .array(resultats.map(\.json)),
      ])
    }

    var csv: CSVDocument? { ResultatsActe(resultats: resultats).csv }

    func texte(_ page: inout TextPage) { ResultatsActe(resultats: resultats).texte(&page) }
  }
}
