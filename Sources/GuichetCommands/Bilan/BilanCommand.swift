import ArgumentParser
import Guichet
import GuichetControl
import GuichetDocuments

struct BilanCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "bilan", abstract: "Les chiffres d’une année.",
    usage: """
      guichetctl bilan [--annee A] [--linf LINF | --commune CODE | --epci EPCI] [--arrete-au JOUR] [--html FICHIER]
      """,
    discussion:
      "Une demande compte dans l’année de son enregistrement, chez qui l’a : les bilans de tous les LINF et ce qui "
      + "n’en a pas font ensemble celui de la Caf. « Répondue » : la famille a reçu une information, ou un rendez-vous. "
      + "Un nombre sous \(PetitesCellules.seuil) qui dirait trop d’une famille est masqué (•), avec ceux qui le "
      + "donneraient par différence. --arrete-au rend les chiffres tels qu’ils étaient ce jour-là au soir.")
  static let exemples = [
    Exemple("guichetctl bilan --annee 2026 --linf rpe-lomme", "L’année 2026 d’un lieu d’information."),
    Exemple("guichetctl bilan --annee 2026 --csv > bilan.csv", "Pour un tableur."),
    Exemple("guichetctl bilan --annee 2026 --html bilan.html", "Une page avec ses graphiques, pour lire et imprimer."),
    Exemple("guichetctl bilan --annee 2026 --arrete-au 30/06/2026", "Tel qu’il était le 30 juin au soir."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Année d’enregistrement des demandes ; celle en cours à défaut.", valueName: "A"))
  var annee: Int?

  @Option(help: ArgumentHelp("D’un lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(help: ArgumentHelp("D’une commune, par son code INSEE, actuel ou ancien.", valueName: "CODE"))
  var commune: String?

  @Option(help: ArgumentHelp("D’un EPCI, par son SIREN ou son nom.", valueName: "EPCI"))
  var epci: String?

  @Option(help: ArgumentHelp("Dernier jour qui compte ; tout ce qui est connu à défaut.", valueName: "JOUR"))
  var arreteAu: String?

  @Option(
    help: ArgumentHelp("Écrire une page qui se lit et s’imprime, au lieu de répondre ici.", valueName: "FICHIER"),
    completion: .file(extensions: ["html"]))
  var html: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(arreteAu)
    guard [linf, commune, epci].count(where: { $0 != nil }) <= 1 else {
      throw ValidationError("--linf, --commune et --epci s’excluent : donnez-en un seul.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let fichier: FichierAEcrire?
    if let html { fichier = try FichierAEcrire(html, contexte, oui: globales.oui) } else { fichier = nil }
    let reply = try demon(contexte).call(
      ShowBilan.self,
      .init(
        annee: annee ?? contexte.anneeEnCours, linf: linf, commune: commune, epci: epci,
        arreteAu: arreteAu.flatMap { contexte.jour($0)?.iso }))
    if let fichier {
      let page = Bilan(reply.bilan).page(arrete: Horodatage.court(reply.bilan.arreteAu))
      try sortie(contexte).montrer(PageEcrite(page, dans: fichier))
    } else {
      try sortie(contexte).montrer(BilanPresente(bilan: reply.bilan))
    }
    return .done
  }
}
