import ArgumentParser
import GuichetControl
import StrictJSON

struct RgpdPurger: Commande {
  static let configuration = CommandConfiguration(
    commandName: "purger", abstract: "Effacer ce qui a passé son temps ; sans --executer, le montrer.",
    usage: "guichetctl rgpd purger [--executer] [OPTIONS]",
    discussion: """
      Une famille dont rien n’a été entendu depuis « rgpd.conservation » mois est effacée, toutes ses demandes closes ; il en \
      reste ce que comptent les bilans. Une demande encore ouverte est dite, et reste : closez-la d’abord.
      """)
  static let exemples = [
    Exemple("guichetctl rgpd purger", "Montre ce qui a passé son temps ; rien n’est touché."),
    Exemple("guichetctl rgpd purger --executer", "L’efface ; rien ne le défait."),
  ]

  @Flag(help: "Le faire ; sans cette option, montrer seulement ce qui serait fait.")
  var executer = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    var last: PurgeDemandes.Reply?
    try contexte.patienter("Recherche de ce qui a passé son temps…") { () throws(CommandFailure) in
      try demon.stream(PurgeDemandes.self, .init(executer: executer)) { last = $0 }
    }
    guard let last, last.etape == nil else { throw .sansReponse }
    try sortie(contexte).montrer(Constat(reply: last, executer: executer))
    return .done
  }

  private struct Constat: Presentable {
    let reply: PurgeDemandes.Reply
    let executer: Bool

    /// How many numeros are shown.
    private static let montres = 20

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) {
      let since = "plus de \(reply.mois) mois après le dernier contact"
      guard reply.total + reply.totalOuvertes > 0 else {
        return page.paragraphe("Rien n’est gardé \(since).", ton: .bon)
      }
      if reply.total > 0 {
        let done =
          executer ? reply.total.de("demande effacée", "demandes effacées") : reply.total.de("demande", "demandes")
        page.paragraphe("\(done), \(since) : \(Self.list(reply.demandes, sur: reply.total)).")
      }
      if reply.totalOuvertes > 0 {
        page.paragraphe(
          "Encore ouvertes, et laissées : \(Self.list(reply.ouvertes, sur: reply.totalOuvertes)). Closez-les d’abord, par "
            + "« guichetctl demande clore ».", ton: .attention)
      }
      guard reply.total > 0 else { return }
      page.paragraphe(
        executer
          ? "Des copies peuvent rester dans le fichier du registre jusqu’à l’entretien de cette nuit."
          : "Rien n’a été touché ; --executer le fait, et rien ne le défait.")
    }

    private static func list(_ numeros: [String], sur total: Int) -> String {
      numeros.prefix(montres).joined(separator: ", ") + (total > montres ? " et \(total - montres) autres" : "")
    }
  }
}
