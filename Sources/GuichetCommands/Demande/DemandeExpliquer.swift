import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct DemandeExpliquer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "expliquer", abstract: "Pourquoi elle est à ce lieu d’information, et pour quand.",
    usage: "guichetctl demande expliquer NUMÉRO [OPTIONS]")
  static let exemples = [
    Exemple(
      "guichetctl demande expliquer 2026-000123", "La règle suivie, pas à pas, et à qui elle est allée tour à tour.")
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ExplainDemande.self, .init(numero: numero.numeroSaisi))
    try sortie(contexte).montrer(Explication(reply: reply))
    return .done
  }

  private struct Explication: Presentable {
    let reply: ExplainDemande.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      page.titre("Demande \(reply.numero)")
      page.champ("LINF", reply.linf)
      page.champ(
        "À orienter",
        Libelles.raison(reply.raison, departement: reply.departement, marques: reply.marques ?? []), ton: .attention)
      page.champ("Décidé par", reply.mode.map(Attribution.Code.libelle))
      page.champ("Décidé le", Horodatage.jour(reply.jour))
      page.champ("Référentiel", reply.version == 0 ? "aucun" : "version \(reply.version)")
      let attributions = reply.attributions ?? []
      if let decision = attributions.decisionHumaine(reply.mode) { page.paragraphe(decision, ton: .attention) }
      page.liste(reply.explication)
      if let propose = reply.propose {
        RoutagePropose(reply.numero, chez: reply.linf, verrou: reply.mode == "manuel", propose).write(to: &page)
      }
      if let echeance = reply.echeance {
        page.titre("Échéance")
        page.paragraphe(echeance.phrase(Horodatage.court))
        page.liste(echeance.explication)
      }
      guard !attributions.isEmpty else { return }
      page.titre("Attributions")
      page.liste(attributions.map(\.phrase))
    }
  }
}
