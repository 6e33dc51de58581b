import ArgumentParser
import GuichetControl

struct RendezVousDeplacer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "deplacer", abstract: "Mettre le rendez-vous d’une famille à un autre moment.",
    usage: "guichetctl rendez-vous deplacer NUMÉRO --le MOMENT [--mode MODE] [--duree N] [--lieu LIEU] [OPTIONS]",
    discussion: "Ce qui n’est pas donné reste comme avant. Si la demande est allée à un autre lieu d’information, "
      + "l’ancien rendez-vous est annulé et un nouveau fixé chez celui qui l’a.")
  static let exemples = [
    Exemple("guichetctl rendez-vous deplacer 123 --le 2026-11-30T14:30", "À un autre jour, de la même façon.")
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Quand : \(DateEnOption.formes).", valueName: "MOMENT"))
  var le: String

  @Option(help: ArgumentHelp("telephone, surSite ou visio.", valueName: "MODE"), completion: .modesDeRendezVous)
  var mode: String?

  @Option(help: ArgumentHelp("Minutes.", valueName: "N"))
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
      MoveRendezVous.self,
      .init(
        numero: numero, debut: contexte.moment(le), mode: mode, duree: duree, lieu: lieu,
        horsHoraires: horsHoraires ? true : nil))
    try sortie(contexte).montrer(RendezVousFait(rendezVous: reply.rendezVous, avertissement: reply.avertissement))
    return .done
  }
}
