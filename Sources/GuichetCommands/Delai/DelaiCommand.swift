import ArgumentParser
import GuichetControl
import StrictJSON

struct DelaiCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "delai", abstract: "Pour quand : l’échéance d’un délai, expliquée.",
    usage: """
      guichetctl delai --depuis INSTANT [--linf LINF] --heures N [OPTIONS]
      guichetctl delai --depuis INSTANT [--linf LINF] --jours N [OPTIONS]
      """,
    discussion: "Seul le temps ouvert compte : les horaires du lieu d’information, sans ses fermetures ni les jours "
      + "fériés de son territoire. N jours mènent à la dernière fermeture du N-ième jour ouvert après celui du départ ; "
      + "ce qui arrive après la fermeture du jour, ou un jour fermé, part du jour ouvert suivant. Rien n’est enregistré."
  )
  static let exemples = [
    Exemple("guichetctl delai --depuis maintenant --jours 2", "Deux jours ouverts de la Caf à partir d’ici."),
    Exemple("guichetctl delai --depuis 14:30 --linf rpe-lomme --heures 4", "Quatre heures ouvertes d’un LINF."),
  ]

  @Option(help: ArgumentHelp("Départ : \(DateEnOption.formes).", valueName: "INSTANT"))
  var depuis: String

  @Option(
    help: ArgumentHelp("Pour les horaires de ce LINF ; à défaut ceux de la Caf.", valueName: "LINF"),
    completion: .linf)
  var linf: String?

  @Option(help: ArgumentHelp("Délai en heures ouvertes.", valueName: "N"))
  var heures: Int?

  @Option(help: ArgumentHelp("Délai en jours ouverts.", valueName: "N"))
  var jours: Int?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierMoment(depuis)
    guard (heures == nil) != (jours == nil) else {
      throw ValidationError("Donnez le délai en heures ou en jours : --heures N ou --jours N, l’un des deux.")
    }
    for count in [heures, jours].compactMap(\.self) where !(1...ComputeDelai.maximum).contains(count) {
      throw ValidationError("Un délai va de 1 à \(ComputeDelai.maximum.francais).")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(
      ComputeDelai.self,
      .init(depuis: contexte.moment(depuis), linf: linf, heures: heures, jours: jours))
    try sortie(contexte).montrer(UneEcheance(reply: reply))
    return .done
  }
}

private struct UneEcheance: Presentable {
  let reply: ComputeDelai.Reply

  func json(_ output: inout JSONOutput) { output.document(reply.json) }

  func texte(_ page: inout TextPage) {
    page.champ("Échéance", Horodatage.court(reply.echeance), ton: .bon)
    page.liste(reply.explication)
  }
}
