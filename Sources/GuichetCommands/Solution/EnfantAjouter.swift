import ArgumentParser
import GuichetControl

struct EnfantAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Ajouter un enfant que la demande ne dit pas, comme un jumeau.",
    usage: "guichetctl enfant ajouter NUMÉRO --ne-le DATE [OPTIONS]",
    discussion: "Au terminal, son prénom est demandé ; Entrée le laisse de côté. Ce qu’un argument contient, tous les "
      + "utilisateurs de la machine le voient.")
  static let exemples = [
    Exemple("guichetctl enfant ajouter 123 --ne-le 10/02/2027", "Il est né."),
    Exemple("guichetctl enfant ajouter 123 --prevue-le 10/02/2027", "Il est à naître."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(
    name: .customLong("ne-le"),
    help: ArgumentHelp("Le jour de sa naissance : \(DateEnOption.formesDeJour).", valueName: "DATE"))
  var neLe: String?

  @Option(name: .customLong("prevue-le"), help: ArgumentHelp("Le jour prévu de sa naissance.", valueName: "DATE"))
  var prevueLe: String?

  @Option(name: .customLong("adoption-le"), help: ArgumentHelp("Le jour prévu de son adoption.", valueName: "DATE"))
  var adoptionLe: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try [numero].verifierNumeros()
    for day in [neLe, prevueLe, adoptionLe] { try DateEnOption.verifierJour(day) }
    guard [neLe, prevueLe, adoptionLe].compactMap(\.self).count == 1 else {
      throw ValidationError("Donnez une date à cet enfant, et une seule : --ne-le, --prevue-le ou --adoption-le.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    var prenom: String?
    if contexte.console.inputIsTerminal {
      contexte.console.writeError("Prénom (Entrée s’il n’est pas connu) : ")
      prenom = contexte.console.readLine()
    }
    let reply = try demon.call(
      AddEnfant.self,
      .init(
        numero: numero.numeroSaisi, prenom: prenom, naissance: neLe.map { contexte.jourEnvoye($0, .dernier) },
        naissancePrevue: prevueLe.map { contexte.jourEnvoye($0) },
        adoptionPrevue: adoptionLe.map { contexte.jourEnvoye($0) }))
    try sortie(contexte).montrer(EnfantsSuivis(reply: reply, acte: .ajoute))
    return .done
  }
}
