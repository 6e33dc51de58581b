import ArgumentParser
import GuichetControl

struct RendezVousRenseigner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "renseigner", abstract: "Dire ce qu’il en a été d’un rendez-vous.",
    usage: "guichetctl rendez-vous renseigner NUMÉRO --honore|--non-honore|--excuse [--le MOMENT] [OPTIONS]",
    discussion:
      "Honoré, la demande passe en suivi ; non honoré (la famille n’est pas venue) ou excusé (elle a prévenu), "
      + "elle revient où ses faits la mettent.")
  static let exemples = [
    Exemple("guichetctl rendez-vous renseigner 123 --honore", "La famille a été reçue."),
    Exemple("guichetctl rendez-vous renseigner 123 --non-honore", "Elle n’est pas venue."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Flag(help: "La famille a été reçue, appelée ou vue en visio.")
  var honore = false

  @Flag(name: .customLong("non-honore"), help: "La famille n’est pas venue, ou n’a pas répondu.")
  var nonHonore = false

  @Flag(help: "La famille s’est excusée.")
  var excuse = false

  @Option(help: ArgumentHelp("Quand, si ce n’est à l’heure dite : \(DateEnOption.formes).", valueName: "MOMENT"))
  var le: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierMoment(le)
    guard [honore, nonHonore, excuse].count(where: \.self) == 1 else {
      throw ValidationError("Donnez un résultat et un seul : --honore, --non-honore ou --excuse.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(
      RecordRendezVous.self,
      .init(
        numero: numero, resultat: honore ? "honore" : nonHonore ? "nonHonore" : "excuse",
        survenuLe: le.map(contexte.moment)))
    try sortie(contexte).montrer(RendezVousFait(rendezVous: reply.rendezVous))
    return .done
  }
}
