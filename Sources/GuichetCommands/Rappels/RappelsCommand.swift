import ArgumentParser
import GuichetControl
import LinuxSystem

struct RappelsCommand: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rappels", abstract: "La tournée d’appels, une famille après l’autre.",
    usage: "guichetctl rappels [--linf LINF] [OPTIONS]",
    discussion:
      "Chaque famille est prise en main le temps de l’appel. Une touche note le résultat et passe à la suivante ; « ? » "
      + "montre les touches, u annule la dernière saisie, q quitte. Ce qui est noté l’est aussitôt : Ctrl-C ne perd rien, "
      + "et la famille à l’écran redevient libre, au plus tard après un quart d’heure.")
  static let exemples = [
    Exemple("guichetctl rappels", "Les familles de tous les lieux d’information que vous voyez."),
    Exemple("guichetctl rappels --linf rpe-lomme", "Celles d’un seul."),
  ]

  @Option(help: ArgumentHelp("Seulement les familles de ce lieu d’information.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard globales.format == .texte else {
      throw CommandFailure(
        .usage, "La tournée se mène au clavier ; elle n’a pas de forme pour les programmes.",
        remede: "Demandez « guichetctl demande lister --etat aContacter --json ».")
    }
    guard contexte.console.outputIsTerminal, contexte.console.inputIsTerminal, contexte.environnement["TERM"] != "dumb"
    else {
      throw CommandFailure(
        .usage, "La tournée a besoin d’un terminal qui s’efface et d’un clavier.",
        remede: "Sans terminal : « guichetctl demande lister --etat aContacter », puis « guichetctl contact ajouter ».")
    }
    let tournee = try Tournee(linf: linf) { () throws(CommandFailure) in try demon(contexte) }
    guard tournee.famille != nil else {
      let liste = tournee.liste
      let next = liste.prochain.map { " (prochain moment convenu : \(Horodatage.court($0)))" } ?? ""
      try dire(
        "Aucune famille à appeler maintenant ; \(liste.plusTard.francais) plus tard\(next), \(liste.enMain.francais) en main "
          + "de quelqu’un d’autre.", contexte)
      return .done
    }
    var pilote: RappelsPilote
    do {
      pilote = try RappelsPilote(contexte, tournee)
    } catch {
      throw CommandFailure(.refused, error.message)
    }
    try pilote.conduire()
    try dire("\(pilote.tournee.notes.de("contact noté", "contacts notés")).", contexte)
    for message in pilote.tournee.messages { contexte.console.writeError("\(TerminalSafety.line(message))\n") }
    return .done
  }

  private func dire(_ sentence: String, _ contexte: Contexte) throws(CommandFailure) {
    do {
      try contexte.console.write(Array("\(TerminalSafety.line(sentence))\n".utf8))
    } catch {
      // The terminal has gone: what was noted is noted.
    }
  }
}
