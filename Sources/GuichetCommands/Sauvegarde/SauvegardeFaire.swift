import ArgumentParser
import GuichetControl
import StrictJSON

struct SauvegardeFaire: Commande {
  static let configuration = CommandConfiguration(
    commandName: "faire", abstract: "Copier le registre, contrôler la copie et ranger les anciennes.",
    usage: "guichetctl sauvegarde faire [OPTIONS]",
    discussion: """
      La réception continue pendant ce temps. Restent la dernière sauvegarde de chacun des 7 derniers jours et des 4 \
      dernières semaines qui en ont une.
      """)
  static let exemples = [
    Exemple("guichetctl sauvegarde faire", "Fait une sauvegarde maintenant ; la minuterie le fait chaque nuit.")
  ]

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    var last: MakeBackup.Reply?
    try contexte.patienter("Sauvegarde du registre…") { () throws(CommandFailure) in
      try demon.stream(MakeBackup.self, .init()) { last = $0 }
    }
    guard let last, let sauvegarde = last.sauvegarde else { throw .sansReponse }
    try sortie(contexte).montrer(Constat(sauvegarde: sauvegarde, retirees: last.retirees))
    return sauvegarde.fautes?.isEmpty == false ? .refused : .done
  }

  private struct Constat: Presentable {
    let sauvegarde: Wire.Sauvegarde
    let retirees: [String]

    func json(_ output: inout JSONOutput) {
      output.document(["sauvegarde": sauvegarde.json, "retirees": .array(retirees.map(JSONValue.string))])
    }

    func texte(_ page: inout TextPage) {
      let fautes = sauvegarde.fautes ?? []
      page.paragraphe(
        fautes.isEmpty
          ? "La sauvegarde est faite et contrôlée." : "La sauvegarde est faite, mais le registre n’est pas intact.",
        ton: fautes.isEmpty ? .bon : .alerte)
      sauvegarde.champs(&page)
      page.liste(fautes, ton: .alerte)
      if !fautes.isEmpty {
        page.paragraphe("Aucune sauvegarde plus ancienne n’a été ôtée ; prévenez l’administrateur du guichet.")
      }
      if !retirees.isEmpty {
        page.paragraphe(
          "\(retirees.count.de("ancienne sauvegarde ôtée", "anciennes sauvegardes ôtées")).", ton: .discret)
      }
    }
  }
}

extension CommandFailure {
  /// The daemon's stream ended before its last message.
  static var sansReponse: CommandFailure {
    CommandFailure(
      .unreachable, "Le démon n’a pas dit ce qu’il en est.", remede: "Vérifiez par « guichetctl sauvegarde lister ».")
  }
}
