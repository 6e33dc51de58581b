import ArgumentParser
import Guichet
import GuichetControl
import LinuxSystem
import StrictJSON

struct AgendaCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Les rendez-vous d’un jour ou d’une semaine.",
    usage: """
      guichetctl agenda [--linf LINF] [--jour JOUR | --semaine JOUR] [OPTIONS]
      guichetctl agenda --ics [--linf LINF]
      """,
    discussion:
      "Un rendez-vous passé dont personne n’a dit ce qu’il en a été est « à renseigner » ; un rendez-vous que "
      + "une fermeture, de nouveaux horaires ou un transfert rendent impossible est « à déplacer ». --ics écrit tout "
      + "l’agenda d’un lieu d’information au format iCalendar, tel que tenu à jour dans sorties/LINF/agenda.ics.")
  static let exemples = [
    Exemple("guichetctl agenda", "Les rendez-vous d’aujourd’hui."),
    Exemple("guichetctl agenda --semaine lundi --linf rpe-lomme", "La semaine prochaine d’un lieu d’information."),
    Exemple("guichetctl agenda --ics --linf rpe-lomme > agenda.ics", "Pour un logiciel d’agenda."),
  ]
  static let formats = Set<Format>.lignes

  @Option(help: ArgumentHelp("Lieu d’information ; tous les vôtres à défaut.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(help: ArgumentHelp("Un jour : \(DateEnOption.formesDeJour).", valueName: "JOUR"))
  var jour: String?

  @Option(help: ArgumentHelp("La semaine de ce jour, du lundi au dimanche.", valueName: "JOUR"))
  var semaine: String?

  @Flag(help: "Tout l’agenda au format iCalendar.")
  var ics = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try DateEnOption.verifierJour(jour)
    try DateEnOption.verifierJour(semaine)
    guard [jour != nil, semaine != nil, ics].count(where: \.self) <= 1 else {
      throw ValidationError("--jour, --semaine et --ics s’excluent : donnez-en un seul.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    if ics { return try calendrier(contexte) }
    let day = (jour ?? semaine).flatMap { contexte.jour($0) }
    let jours: (DateCivile, DateCivile)?
    if let day, semaine != nil {
      let monday = day.advanced(byDays: -day.jourDeSemaine.rang)
      jours = (monday, monday.advanced(byDays: 6))
    } else {
      jours = day.map { ($0, $0) }
    }
    var rendezVous: [Wire.RendezVous] = []
    try demon(contexte).stream(ListAgenda.self, .init(linf: linf, du: jours?.0.iso, au: jours?.1.iso)) {
      rendezVous += $0.rendezVous
    }
    let largeur = contexte.console.outputIsTerminal ? contexte.console.width : nil
    try sortie(contexte).montrer(
      AgendaMontre(rendezVous: rendezVous, lundi: semaine == nil ? nil : jours?.0, largeur: largeur))
    return .done
  }

  private func calendrier(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(ExportAgenda.self, .init(linf: linf))
    guard globales.format == .texte, !contexte.console.outputIsTerminal else {
      try sortie(contexte).montrer(Calendrier(reply: reply))
      return .done
    }
    do {
      // To the byte: its lines end as the format says.
      try contexte.console.write(Array(reply.contenu.utf8))
    } catch {
      throw CommandFailure(.refused, error.message, remede: "L’agenda n’a pas pu être écrit ; relancez la commande.")
    }
    return .done
  }

  private struct Calendrier: Presentable {
    let reply: ExportAgenda.Reply

    func json(_ output: inout JSONOutput) { output.document(reply.json) }

    func texte(_ page: inout TextPage) { page.texte(reply.contenu, retrait: 0) }
  }
}
