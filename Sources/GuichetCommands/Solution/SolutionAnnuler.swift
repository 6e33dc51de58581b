import ArgumentParser
import GuichetControl

struct SolutionAnnuler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "annuler", abstract: "Annuler ce qui a été noté par erreur d’un enfant.",
    usage: "guichetctl solution annuler NUMÉRO [--id K] [OPTIONS]",
    discussion: "Ce dont cela prenait la place vaut de nouveau. Le journal garde l’un et l’autre.")
  static let exemples = [
    Exemple("guichetctl solution annuler 123", "Ce qui a été noté en dernier, après une confirmation."),
    Exemple("guichetctl solution annuler 123 --id 2", "Le n° 2, que « demande voir » montre."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Lequel, par son n° ; le dernier à défaut.", valueName: "K"))
  var id: Int?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let typed = numero.numeroSaisi
    let enfants = try demon.call(ShowDemande.self, .init(numero: typed)).fiche.enfants ?? []
    let known = enfants.flatMap { enfant in enfant.issues.map { (enfant: enfant.rang, issue: $0) } }
    let found = known.filter { id == nil ? !$0.issue.annulee : $0.issue.id == id }.max { $0.issue.id < $1.issue.id }
    guard let found else {
      throw CommandFailure(
        .refused,
        id.map { "Rien n’est noté sous le n° \($0)." } ?? "Rien n’est noté de ce que la famille a trouvé.",
        remede: "« guichetctl demande voir NUMÉRO » montre ce qui l’est.")
    }
    if !found.issue.annulee {
      try contexte.confirmer(
        "Annuler, pour l’enfant \(found.enfant) : \(TerminalSafety.line(found.issue.phrase)) ?", oui: globales.oui)
    }
    let reply = try demon.call(CancelSolution.self, .init(numero: typed, id: found.issue.id))
    try sortie(contexte).montrer(EnfantsSuivis(reply: reply, acte: .annule))
    return .done
  }
}
