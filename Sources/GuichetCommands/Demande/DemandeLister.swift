import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct DemandeLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "La liste de travail, par échéance.",
    usage: "guichetctl demande lister [FILTRES] [OPTIONS]",
    discussion:
      "Les urgentes viennent d’abord, puis les plus proches de leur échéance, et à échéance égale les familles qui "
      + "voudraient être appelées à cette heure. Quand toutes attendent d’être orientées, comme avec --etat aOrienter, la liste dit pourquoi, entre "
      + "quelles communes et depuis quand. Une date s’écrit \(DateEnOption.formes).")
  static let exemples = [
    Exemple("guichetctl demande lister --a-rappeler", "Qui appeler maintenant."),
    Exemple("guichetctl demande lister --etat aOrienter", "Celles qui attendent une décision, et pourquoi."),
    Exemple("guichetctl demande lister --cherche", "Une famille, par son nom, son téléphone ou sa référence."),
    Exemple("guichetctl demande lister --tableur > liste.csv", "La liste entière pour un tableur."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Seulement celles de ce lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(
    help: ArgumentHelp(
      "Seulement celles dans cet état : \(Etat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "ÉTAT"),
    completion: .etats)
  var etat: String?

  @Option(help: ArgumentHelp("Seulement celles de cette commune.", valueName: "CODE INSEE"))
  var commune: String?

  @Option(help: ArgumentHelp("Reçues depuis ce jour ou cet instant.", valueName: "DATE"))
  var depuis: String?

  @Flag(name: .customLong("a-verifier"), help: "Seulement celles qui sont à vérifier.")
  var aVerifier = false

  @Flag(name: .customLong("en-retard"), help: "Seulement celles dont l’échéance est passée.")
  var enRetard = false

  @Flag(
    name: .customLong("a-rappeler"),
    help: "Seulement celles à appeler : pas encore jointes, délai non suspendu, libres ou en vos mains.")
  var aRappeler = false

  @Flag(help: "Seulement celles dont la famille a peut-être une autre demande.")
  var doublons = false

  @Flag(help: "Seulement celles que vous avez en main.")
  var miennes = false

  @Flag(
    help: "Chercher un nom, un téléphone, un courriel, une référence ou un numéro, demandé ou lu sur l’entrée standard."
  )
  var cherche = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    if let etat, Etat(rawValue: etat) == nil {
      throw ValidationError(
        "L’état « \(TerminalSafety.line(etat)) » n’existe pas : "
          + Etat.inconnu(etat, tous: Etat.allCases.map(\.rawValue).enumeres))
    }
    try DateEnOption.verifierMoment(depuis)
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let filtres = ListDemandes.Parameters(
      linf: linf, etat: etat, commune: commune, depuis: depuis.map(contexte.momentPasse),
      aVerifier: aVerifier ? true : nil, enRetard: enRetard ? true : nil, miennes: miennes ? true : nil,
      cherche: cherche ? try Recherchee(contexte.console).texte : nil,
      aRappeler: aRappeler ? true : nil, doublons: doublons ? true : nil)
    let demon = try demon(contexte)
    if globales.format == .json {
      var messages: [JSON] = []
      try demon.messages(ListDemandes.self, filtres) { messages.append($0) }
      try sortie(contexte).montrer(LignesTellesQuelles(messages: messages, membre: "demandes"))
      return .done
    }
    var demandes: [Wire.Demande] = []
    try contexte.avecAvancement { avancement throws(CommandFailure) in
      try demon.stream(ListDemandes.self, filtres) { reply in
        demandes += reply.demandes
        avancement.dire("\(demandes.count.de("demande reçue", "demandes reçues"))…")
      }
    }
    try sortie(contexte).montrer(ListeDeDemandes(demandes: demandes))
    return .done
  }
}
