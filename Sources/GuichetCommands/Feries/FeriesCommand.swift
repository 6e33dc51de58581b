import ArgumentParser
import Guichet
import GuichetDocuments
import StrictJSON

struct FeriesCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "feries", abstract: "Les jours fériés d’une année, calculés.",
    usage: "guichetctl feries ANNÉE [--zone ZONE] [OPTIONS]",
    discussion: "Sans démon. Les zones sont celles du calendrier de l’État : \(zones).")
  static let exemples = [
    Exemple("guichetctl feries 2027", "Ceux de la métropole."),
    Exemple("guichetctl feries 2027 --zone la-reunion --csv", "Ceux de La Réunion, pour un tableur."),
  ]
  static let formats = Set<Format>.lignes

  private static let zones = ZoneFeries.allCases.map(\.rawValue).joined(separator: ", ")
  /// The years of the Gregorian calendar, from its first whole one, that dates can be written for.
  private static let annees = 1583...9999

  @Argument(help: ArgumentHelp("Année.", valueName: "ANNÉE"))
  var annee: Int

  @Option(help: ArgumentHelp("Zone ; la métropole à défaut.", valueName: "ZONE"), completion: .zonesDeFeries)
  var zone: String?

  @Flag(help: "Ajouter les jours que seul le droit propre du territoire prévoit (Pacifique).")
  var territoire = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    guard Self.annees.contains(annee) else {
      throw ValidationError("L’année va de \(Self.annees.lowerBound) à \(Self.annees.upperBound).")
    }
    if let zone, ZoneFeries(rawValue: zone) == nil {
      throw ValidationError(
        "« \(TerminalSafety.line(zone)) » n’est pas une zone de jours fériés ; les zones sont \(Self.zones).")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let asked = zone.flatMap(ZoneFeries.init(rawValue:)) ?? .metropole
    try sortie(contexte).montrer(DesFeries(jours: asked.feries(annee, territoire: territoire)))
    return .done
  }
}

private struct DesFeries: Presentable {
  let jours: [JourFerie]

  func json(_ output: inout JSONOutput) {
    output.document(.array(jours.map { ["date": .string($0.date.iso), "nom": .string($0.nom)] }))
  }

  var csv: CSVDocument? {
    var document = CSVDocument(colonnes: ["date", "nom"])
    for jour in jours { document.append([.code(jour.date.iso), .texte(jour.nom)]) }
    return document
  }

  func texte(_ page: inout TextPage) {
    guard !jours.isEmpty else { return page.paragraphe("Aucun jour férié.") }
    var table = TextTable([.init("DATE"), .init("JOUR"), .init("FÊTE", minimum: 12)])
    for jour in jours {
      table.append([.init(jour.date.francaise), .init(jour.date.jourDeSemaine.rawValue), .init(jour.nom)])
    }
    page.table(table)
  }
}
