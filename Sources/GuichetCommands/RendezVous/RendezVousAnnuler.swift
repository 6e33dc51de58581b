import ArgumentParser
import GuichetControl

struct RendezVousAnnuler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "annuler", abstract: "Annuler le rendez-vous d’une famille.",
    usage: "guichetctl rendez-vous annuler NUMÉRO --par famille|linf [OPTIONS]",
    discussion: "Annulé par la famille, il est excusé ; par le lieu d’information, annulé. La demande revient où ses "
      + "faits la mettent, et le créneau est libre.")
  static let exemples = [
    Exemple("guichetctl rendez-vous annuler 123 --par famille", "La famille a prévenu."),
    Exemple("guichetctl rendez-vous annuler 123 --par linf", "Le conseiller est absent."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(
    help: ArgumentHelp("Qui l’annule : famille ou linf.", valueName: "QUI"), completion: .list(["famille", "linf"]))
  var par: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    guard !["famille", "linf"].contains(par) else { return }
    throw ValidationError("« \(TerminalSafety.line(par)) » n’annule pas de rendez-vous : écrivez famille ou linf.")
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(CancelRendezVous.self, .init(numero: numero, par: par))
    try sortie(contexte).montrer(RendezVousFait(rendezVous: reply.rendezVous))
    return .done
  }
}
