import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct DemandeLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "La liste de travail, par échéance.",
    usage: "guichetctl demande lister [FILTRES] [OPTIONS]",
    discussion: "Quand toutes attendent d’être orientées, comme avec --etat aOrienter, la liste dit pourquoi, entre "
      + "quelles communes et depuis quand.")
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

  @Flag(help: "Seulement celles que vous avez en main.")
  var miennes = false

  @Flag(help: "Chercher un nom, un téléphone, un courriel ou une référence, demandé ou lu sur l’entrée standard.")
  var cherche = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    if let etat, Etat(rawValue: etat) == nil {
      throw ValidationError(
        "L’état « \(TerminalSafety.line(etat)) » n’existe pas : donnez \(Etat.allCases.map(\.rawValue).enumeres).")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let filtres = ListDemandes.Parameters(
      linf: linf, etat: etat, commune: commune, depuis: depuis.map(Horodatage.normalise),
      aVerifier: aVerifier ? true : nil, enRetard: enRetard ? true : nil, miennes: miennes ? true : nil,
      cherche: cherche ? try Recherchee(contexte.console).texte : nil)
    if globales.format == .json {
      var messages: [JSON] = []
      try demon(contexte).messages(ListDemandes.self, filtres) { messages.append($0) }
      try sortie(contexte).montrer(LignesTellesQuelles(messages: messages, membre: "demandes"))
    } else {
      var demandes: [Wire.Demande] = []
      try demon(contexte).stream(ListDemandes.self, filtres) { demandes += $0.demandes }
      try sortie(contexte).montrer(ListeDeDemandes(demandes: demandes))
    }
    return .done
  }
}
