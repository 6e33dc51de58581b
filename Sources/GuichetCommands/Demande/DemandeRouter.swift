import ArgumentParser
import GuichetControl

struct DemandeRouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "router", abstract: "Donner des demandes à un LINF, ou les rendre aux règles.",
    usage: """
      guichetctl demande router NUMÉRO … --linf LINF --motif TEXTE [OPTIONS]
      guichetctl demande router NUMÉRO … --selon-table [OPTIONS]
      guichetctl demande router NUMÉRO … --accepter [OPTIONS]
      guichetctl demande router NUMÉRO … --garder --motif TEXTE [OPTIONS]
      """,
    discussion: "Une demande donnée ainsi est verrouillée : aucune règle ni aucun référentiel ne la déplace, jusqu’à "
      + "ce qu’une personne la rende aux règles par --selon-table. Quand le lieu d’une demande a été corrigé et que les "
      + "règles l’enverraient ailleurs, --accepter l’y envoie et --garder la verrouille où elle est.")
  static let exemples = [
    Exemple(
      "guichetctl demande router 123 --linf rpe-lomme --motif Fratrie",
      "La donner à un LINF ; aucune règle ne l’en déplacera."),
    Exemple("guichetctl demande router 123 --selon-table", "La rendre aux règles."),
    Exemple("guichetctl demande router 123 124 --accepter", "Les laisser aller où les règles le proposent."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Option(help: ArgumentHelp("Lieu d’information qui les reçoit.", valueName: "LINF"), completion: .linf)
  var linf: String?

  @Option(help: ArgumentHelp("Pourquoi, en une phrase ; gardé au journal.", valueName: "TEXTE"))
  var motif: String?

  @Flag(name: .customLong("selon-table"), help: "Les rendre aux règles du référentiel.")
  var selonTable = false

  @Flag(help: "Les envoyer où les règles le proposent.")
  var accepter = false

  @Flag(help: "Les garder où elles sont, malgré ce que les règles proposent.")
  var garder = false

  @OptionGroup(title: "Options générales") var globales: Globales

  private static let manque =
    "Dites où : --linf LINF --motif TEXTE, --selon-table pour rendre aux règles, --accepter ou --garder pour répondre "
    + "à ce qu’elles proposent."

  func validate() throws {
    try numeros.verifierNumeros()
    switch (linf != nil, selonTable, accepter, garder) {
    case (true, false, false, false):
      guard linf?.isBlank == false else {
        throw ValidationError("--linf attend un lieu d’information, pas un texte vide.")
      }
    case (false, true, false, false), (false, false, true, false):
      guard motif == nil else {
        throw ValidationError(
          "\(accepter ? "--accepter" : "--selon-table") suit les règles : --motif n’y a pas sa place.")
      }
      return
    case (false, false, false, true): break
    case (false, false, false, false): throw ValidationError(Self.manque)
    default: throw ValidationError("--linf, --selon-table, --accepter et --garder s’excluent : donnez-en un seul.")
    }
    guard let motif, !motif.isBlank else {
      throw ValidationError("Il manque le motif : --motif TEXTE dit pourquoi une personne en décide.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try agir(sur: numeros, contexte, question: question) { demon, numeros throws(CommandFailure) in
      if accepter { return try demon.call(AcceptRoutages.self, .init(numeros: numeros)).resultats }
      if garder, let motif {
        return try demon.call(RefuseRoutages.self, .init(numeros: numeros, motif: motif)).resultats
      }
      return try demon.call(AssignDemandes.self, .init(numeros: numeros, linf: linf, motif: motif)).resultats
    }
  }

  private func question(_ demandes: String) -> String {
    if accepter { return "Envoyer \(demandes) où les règles le proposent ?" }
    if garder { return "Garder \(demandes) où elles sont ?" }
    return linf.map { "Donner \(demandes) à \(TerminalSafety.line($0)) ?" } ?? "Rendre \(demandes) aux règles ?"
  }
}
