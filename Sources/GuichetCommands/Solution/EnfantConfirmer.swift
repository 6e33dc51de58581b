import ArgumentParser
import GuichetControl

struct EnfantConfirmer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "confirmer", abstract: "Noter qu’un enfant attendu est là, ou n’est plus attendu.",
    usage: "guichetctl enfant confirmer NUMÉRO [--enfant N] --ne-le DATE [OPTIONS]",
    discussion:
      "D’un enfant qui n’est plus attendu, aucune raison n’est demandée ni gardée ; il est proposé de ne plus "
      + "relancer la famille.")
  static let exemples = [
    Exemple("guichetctl enfant confirmer 123 --ne-le 10/02/2027", "L’enfant est né."),
    Exemple("guichetctl enfant confirmer 123 --enfant 2 --plus-attendu", "Il n’est plus attendu."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(help: ArgumentHelp("Quel enfant ; le seul qui est attendu à défaut.", valueName: "N"))
  var enfant: Int?

  @Option(
    name: .customLong("ne-le"),
    help: ArgumentHelp("Le jour de sa naissance : \(DateEnOption.formesDeJour).", valueName: "DATE"))
  var neLe: String?

  @Flag(name: .customLong("plus-attendu"), help: "Il n’est plus attendu.")
  var plusAttendu = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try [numero].verifierNumeros()
    try DateEnOption.verifierJour(neLe)
    guard (neLe != nil) != plusAttendu else {
      throw ValidationError("Donnez le jour de sa naissance, --ne-le DATE, ou dites qu’il n’est --plus-attendu.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let demon = try demon(contexte)
    let reply = try demon.call(
      ConfirmEnfant.self,
      .init(
        numero: numero.numeroSaisi, enfant: enfant, naissance: neLe.map { contexte.jourEnvoye($0, .dernier) },
        plusAttendu: plusAttendu ? true : nil))
    let estSilencieuse = reply.demande.marques.contains("silence")
    try sortie(contexte).montrer(
      EnfantsSuivis(reply: reply, acte: plusAttendu ? .plusAttendu(silence: estSilencieuse) : .confirme))
    guard plusAttendu, !estSilencieuse, globales.format == .texte, globales.oui || contexte.console.inputIsTerminal,
      try contexte.demander("Ne plus relancer la famille ?", oui: globales.oui)
    else { return .done }
    let silent = ResultatsActe(
      resultats: try demon.call(SilenceDemandes.self, .init(numeros: [reply.demande.numero])).resultats)
    try sortie(contexte).montrer(silent)
    return silent.status
  }
}
