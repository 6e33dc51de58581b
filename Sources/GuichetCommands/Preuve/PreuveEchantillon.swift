import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments
import StrictJSON

struct PreuveEchantillon: Commande {
  static let configuration = CommandConfiguration(
    commandName: "echantillon", abstract: "Tirer des demandes à contrôler, les mêmes pour la même graine.",
    usage: "guichetctl preuve echantillon [--annee A] --linf LINF --n N --graine TEXTE [OPTIONS]",
    discussion:
      "Les demandes viennent dans l’ordre du SHA-256 de la graine, d’une fin de ligne et du numéro : qui connaît "
      + "la graine refait le tirage.")
  static let exemples = [
    Exemple(
      "guichetctl preuve echantillon --annee 2026 --linf rpe-lomme --graine 2027", "Vingt demandes."
    )
  ]
  static let formats = Set<Format>.lignes

  @OptionGroup var options: OptionsDePreuve

  @Option(name: .customLong("n"), help: ArgumentHelp("Combien.", valueName: "N"))
  var nombre = 20

  @Option(help: ArgumentHelp("Ce dont dépend le tirage.", valueName: "TEXTE"))
  var graine: String

  @Option(help: ArgumentHelp("Dernier jour qui compte ; tout ce qui est connu à défaut.", valueName: "JOUR"))
  var arreteAu: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(arreteAu)
    if nombre < 1 { throw ValidationError("Tirez au moins une demande : --n 20.") }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(
      ShowPreuve.self,
      .init(annee: options.annee(contexte), linf: options.linf, arreteAu: arreteAu.flatMap { contexte.jour($0)?.iso }))
    let drawn = try reply.lue().echantillon(nombre, graine: graine) { SHA256.hexadecimal(of: $0) }
    try sortie(contexte).montrer(Tirage(demandes: drawn))
    return .done
  }

  private struct Tirage: Presentable {
    let demandes: [Preuve.DemandeCitee]

    func json(_ output: inout JSONOutput) {
      output.document(
        .array(
          demandes.map { ["numero": .string($0.numero.texte), "suite": .string($0.suite.rawValue)] as JSONValue }))
    }

    var csv: CSVDocument? {
      var document = CSVDocument(colonnes: ["numero", "suite"])
      for demande in demandes { document.append([.code(demande.numero.texte), .code(demande.suite.rawValue)]) }
      return document
    }

    func texte(_ page: inout TextPage) {
      guard !demandes.isEmpty else { return page.paragraphe("Aucune demande.") }
      var table = TextTable([.init("NUMÉRO"), .init("SUITE", minimum: 12)])
      for demande in demandes { table.append([.init(demande.numero.texte), .init(demande.suite.libelleDUne)]) }
      page.table(table)
    }
  }
}
