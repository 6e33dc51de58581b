import ArgumentParser
import GuichetControl

struct RendezVousFixer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "fixer", abstract: "Donner un rendez-vous à une famille.",
    usage: "guichetctl rendez-vous fixer NUMÉRO --le MOMENT --mode MODE [--duree N] [--lieu LIEU] [OPTIONS]",
    discussion:
      "Un moment pris, ou en dehors des horaires de rendez-vous, est refusé avec les créneaux libres les plus "
      + "proches. Par téléphone, seulement si un numéro de la famille peut être appelé.")
  static let exemples = [
    Exemple("guichetctl rendez-vous fixer 123 --le 2026-11-25T10:00 --mode telephone", "Un rappel à une heure dite."),
    Exemple(
      "guichetctl rendez-vous fixer 123 --le 18:30 --mode surSite --hors-horaires",
      "Après la fermeture, sciemment."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Quand : \(DateEnOption.formes).", valueName: "MOMENT"))
  var le: String

  @Option(help: ArgumentHelp("telephone, surSite ou visio.", valueName: "MODE"), completion: .modesDeRendezVous)
  var mode: String

  @Option(help: ArgumentHelp("Minutes ; à défaut celles du lieu d’information.", valueName: "N"))
  var duree: Int?

  @Option(help: ArgumentHelp("Où, si ce n’est pas à l’adresse du lieu d’information.", valueName: "LIEU"))
  var lieu: String?

  @Flag(name: .customLong("hors-horaires"), help: "Même en dehors des horaires de rendez-vous.")
  var horsHoraires = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierMoment(le)
    try ModeEnOption.verifier(mode)
    try ModeEnOption.verifier(duree: duree)
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(
      BookRendezVous.self,
      .init(
        numero: numero, debut: contexte.moment(le), mode: mode, duree: duree, lieu: lieu,
        horsHoraires: horsHoraires ? true : nil))
    try sortie(contexte).montrer(RendezVousFait(rendezVous: reply.rendezVous, avertissement: reply.avertissement))
    return .done
  }
}
