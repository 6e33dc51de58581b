import ArgumentParser
import Guichet
import GuichetControl

struct SolutionAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Noter ce que la famille a trouvé, attend, ou n’a pas trouvé.",
    usage: "guichetctl solution ajouter NUMÉRO [--enfant N] --mode MODE [OPTIONS]",
    discussion:
      "Enfant par enfant ; il peut en avoir plusieurs à la fois. Ce qui finit est dit par --remplace, ou va de "
      + "soi : qui trouve n’est plus sans solution. Quand tout est su de chaque enfant, la clôture est proposée ; --oui "
      + "l’accepte. Une commune se donne par son nom, son code postal, ou les deux.")
  static let exemples = [
    Exemple(
      "guichetctl solution ajouter 123 --mode crecheCollective --debut 04/01/2027",
      "Une place en crèche."),
    Exemple(
      "guichetctl solution ajouter 123 --enfant 2 --mode mam --provisoire",
      "Le deuxième enfant, en attendant mieux."),
    Exemple("guichetctl solution ajouter 123 --attente commission --le 15/12/2026", "Une commission décidera."),
    Exemple("guichetctl solution ajouter 123 --sans-solution aucunePlace", "Rien n’a été trouvé."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Quel enfant, s’il y en a plusieurs : 1, 2…", valueName: "N"))
  var enfant: Int?

  @Option(
    help: ArgumentHelp(
      "Le mode d’accueil trouvé, ou attendu : \(ModeDAccueil.allCases.map(\.rawValue).enumeres).", valueName: "MODE"),
    completion: .modesDAccueil)
  var mode: String?

  @Option(help: ArgumentHelp("Quand il commence : \(DateEnOption.formesDeJour).", valueName: "DATE"))
  var debut: String?

  @Option(help: ArgumentHelp("Heures par semaine, à l’heure près.", valueName: "H"))
  var heures: Int?

  @Option(help: ArgumentHelp("Où l’enfant est accueilli.", valueName: "COMMUNE"))
  var commune: String?

  @Flag(help: "La famille cherche encore.")
  var provisoire = false

  @Option(
    help: ArgumentHelp(
      "Si c’est ce que la famille souhaitait, oui ou non ; d’après sa demande à défaut.", valueName: "OUI"),
    completion: .ouiNon)
  var souhaitee: String?

  @Option(
    help: ArgumentHelp("Ce que l’enfant attend : liste (d’attente) ou commission.", valueName: "NATURE"),
    completion: .attentes)
  var attente: String?

  @Option(help: ArgumentHelp("Jour de la commission, ou depuis lequel il est sur la liste.", valueName: "DATE"))
  var le: String?

  @Option(
    name: .customLong("sans-solution"),
    help: ArgumentHelp(
      "Pourquoi rien n’a été trouvé : \(BesoinNonCouvert.allCases.map(\.rawValue).enumeres).", valueName: "RAISON"),
    completion: .besoinsNonCouverts)
  var sansSolution: String?

  @Option(
    help: ArgumentHelp("Ce qui finit, par son n° ; autant de fois qu’il faut.", valueName: "K"))
  var remplace: [Int] = []

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try [numero].verifierNumeros()
    try Self.verifier("Le mode", mode, ModeDAccueil.self)
    try Self.verifier("L’attente", attente.map(Self.nature), Attente.Nature.self)
    try Self.verifier("La raison", sansSolution, BesoinNonCouvert.self)
    try DateEnOption.verifierJour(debut)
    try DateEnOption.verifierJour(le)
    if let souhaitee, souhaitee != "oui", souhaitee != "non" {
      throw ValidationError("--souhaitee attend oui ou non, pas « \(TerminalSafety.line(souhaitee)) ».")
    }
    if let heures, !Solution.heures.contains(heures) {
      throw ValidationError("\(heures) heures par semaine ne se peut pas : donnez de 1 à 168.")
    }
    try verifierEnsemble()
  }

  private func verifierEnsemble() throws {
    guard mode != nil || attente != nil || sansSolution != nil else {
      throw ValidationError(
        "Dites ce qu’il en est : --mode MODE pour une solution, --attente liste ou commission, --sans-solution RAISON.")
    }
    guard sansSolution == nil || mode == nil && attente == nil else {
      throw ValidationError("--sans-solution ne va ni avec --mode ni avec --attente : donnez l’un ou l’autre.")
    }
    guard attente != nil || le == nil else {
      throw ValidationError("--le est le jour d’une --attente ; celui d’une solution est --debut.")
    }
    let isPlain = debut == nil && heures == nil && commune == nil && !provisoire && souhaitee == nil
    guard isPlain || mode != nil && attente == nil else {
      throw ValidationError(
        "--debut, --heures, --commune, --provisoire et --souhaitee ne vont qu’avec une solution, --mode.")
    }
    guard attente != "commission" || le != nil else {
      throw ValidationError("Il manque le jour de la commission, --le DATE.")
    }
  }

  private static func nature(_ text: String) -> String {
    text == "liste" ? Attente.Nature.listeAttente.rawValue : text
  }

  private static func verifier<Code: CodeLibelle>(_ nom: String, _ text: String?, _: Code.Type) throws {
    guard let text, Code(rawValue: text) == nil else { return }
    let tous = Code.allCases.map { "\($0.rawValue) (\($0.libelle))" }.enumeres
    throw ValidationError("\(nom) « \(TerminalSafety.line(text)) » n’existe pas : " + Code.inconnu(text, tous: tous))
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let reply = try demon.call(
      AddSolution.self,
      .init(
        numero: numero.numeroSaisi, enfant: enfant, mode: mode, debut: debut.map { contexte.jourEnvoye($0) },
        heuresParSemaine: heures, commune: commune, provisoire: provisoire ? true : nil,
        souhaitee: souhaitee.map { $0 == "oui" }, attente: attente.map(Self.nature),
        le: le.map { contexte.jourEnvoye($0) }, sansSolution: sansSolution, remplace: remplace.isEmpty ? nil : remplace)
    )
    try sortie(contexte).montrer(EnfantsSuivis(reply: reply, acte: .note))
    return try proposerLaCloture(reply, demon, contexte)
  }

  /// Once all is known, the demande is as good as done: somebody at a terminal is asked.
  private func proposerLaCloture(
    _ reply: AddSolution.Reply, _ demon: Daemon, _ contexte: Contexte
  ) throws(CommandFailure) -> CommandStatus {
    guard let motif = reply.cloture, globales.format == .texte, globales.oui || contexte.console.inputIsTerminal,
      try contexte.demander("La clore (\(MotifCloture.libelle(motif))) ?", oui: globales.oui)
    else { return .done }
    let closed = ResultatsActe(
      resultats: try demon.call(CloseDemandes.self, .init(numeros: [reply.demande.numero], motif: motif)).resultats)
    try sortie(contexte).montrer(closed)
    return closed.status
  }
}
