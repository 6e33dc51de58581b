import ArgumentParser
import GuichetControl

struct DemandeCorriger: Commande {
  static let configuration = CommandConfiguration(
    commandName: "corriger", abstract: "Corriger ce que dit le formulaire d’une famille.",
    usage: """
      guichetctl demande corriger NUMÉRO [OPTIONS]
      guichetctl demande corriger NUMÉRO < correction.json
      """,
    discussion:
      "Ce que le formulaire disait reste au journal. Les données de la famille ne se donnent pas en arguments. Au terminal, chaque valeur est montrée : "
      + "Entrée la garde, « - » la vide. Sans terminal, l’entrée standard porte les seuls champs à changer, en JSON : "
      + "demandeur (telephone, courriel, adresse), besoin (lieu, debut), enfants (rang et naissance, naissancePrevue "
      + "ou adoptionPrevue) ; une adresse et un lieu (voie, codePostal, commune, codeInsee) se donnent en entier.")
  static let exemples = [
    Exemple("guichetctl demande corriger 2026-000123", "Question par question ; Entrée garde ce qui est là."),
    Exemple("guichetctl demande corriger 2026-000123 < correction.json", "Les seuls champs d’un fichier JSON."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws { try [numero].verifierNumeros() }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard contexte.console.inputIsTerminal else {
      let correction = try ObjetLu(
        contexte.console, "la correction",
        remede: "Donnez les seuls champs à changer, comme {\"demandeur\": {\"telephone\": \"06 39 98 12 34\"}} ; "
          + "voir « guichetctl demande corriger --help ».")
      return try corriger(.init(numero: numero.numeroSaisi, correction: correction.json), contexte)
    }
    let (demande, fiche) = try voir(contexte)
    let questions = Questions(console: contexte.console)
    questions.dire("Demande \(demande.numero) : Entrée garde une valeur, « - » la vide.")
    let saisie = try CorrectionSaisie(of: fiche.formulaire, questions)
    guard !saisie.isEmpty else {
      let reply = CorrectDemande.Reply(
        numero: demande.numero, champs: [], linf: demande.linf, raison: demande.raison, verrou: demande.verrou ?? false)
      try sortie(contexte).montrer(CorrectionFaite(reply))
      return .done
    }
    questions.dire("Ce qui change :")
    for line in saisie.resume { questions.dire("  – \(line)") }
    try contexte.confirmer("Enregistrer cette correction ?", oui: globales.oui)
    return try corriger(.init(numero: demande.numero, correction: saisie.json), contexte)
  }

  private func voir(_ contexte: Contexte) throws(CommandFailure) -> (Wire.Demande, Wire.Fiche) {
    let demon = try demon(contexte)
    let login = try demon.exiger(CorrectDemande.self)
    let reply = try demon.call(ShowDemande.self, .init(numero: numero.numeroSaisi))
    // What another is changing now is not to be answered for by what it was.
    if let autre = reply.demande.prisePar, autre != login {
      throw CommandFailure(
        .enMain(numero: reply.demande.numero, login: autre, jusqua: reply.demande.priseJusque ?? ""))
    }
    return (reply.demande, reply.fiche)
  }

  /// Each call opens the door anew: a person may think for longer than the daemon keeps an idle one open.
  private func corriger(
    _ parameters: CorrectDemande.Parameters, _ contexte: Contexte
  ) throws(CommandFailure) -> CommandStatus {
    let reply = try demon(contexte).call(CorrectDemande.self, parameters)
    try sortie(contexte).annoncer(CorrectionFaite(reply))
    let rendue = try accepter(reply, contexte)
    if rendue != nil || globales.json { try sortie(contexte).montrer(CorrectionFaite(reply, rendue: rendue)) }
    return rendue?.fait == false ? .refused : .done
  }

  /// Lets the demande go where the rules would send it now, where a person says so; nil where it stays, which is told with
  /// what may be done later. What a person decided is never undone in passing.
  private func accepter(
    _ reply: CorrectDemande.Reply, _ contexte: Contexte
  ) throws(CommandFailure) -> Wire.ResultatActe? {
    guard let routage = reply.propose else { return nil }
    let propose = RoutagePropose(reply.numero, chez: reply.linf, verrou: reply.verrou, routage)
    let dire = Questions(console: contexte.console).dire
    guard contexte.console.inputIsTerminal, !reply.verrou else {
      for sentence in propose.attente { dire(sentence) }
      return nil
    }
    guard try contexte.demander(TerminalSafety.line(propose.question), oui: globales.oui) else {
      dire(propose.reponses)
      return nil
    }
    return try demon(contexte).call(AcceptRoutages.self, .init(numeros: [reply.numero])).resultats.first
  }
}
