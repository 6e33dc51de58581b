import ArgumentParser
import GuichetControl

struct DemandeRouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "router", abstract: "Donner des demandes à un LINF, ou les rendre aux règles.",
    usage: """
      guichetctl demande router NUMÉRO … --linf LINF --motif TEXTE [OPTIONS]
      guichetctl demande router NUMÉRO … --selon-table [OPTIONS]
      """,
    discussion: "Une demande donnée ainsi est verrouillée : aucune règle ni aucun référentiel ne la déplace, jusqu’à "
      + "ce qu’une personne la rende aux règles par --selon-table.")
  static let formats = Set<Format>.lignes

  @Argument(help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"))
  var numeros: [String]

  @Option(help: ArgumentHelp("Lieu d’information qui les reçoit.", valueName: "LINF"))
  var linf: String?

  @Option(help: ArgumentHelp("Pourquoi, en une phrase ; gardé au journal.", valueName: "TEXTE"))
  var motif: String?

  @Flag(name: .customLong("selon-table"), help: "Les rendre aux règles du référentiel.")
  var selonTable = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try numeros.verifierNumeros()
    if selonTable {
      guard linf == nil, motif == nil else {
        throw ValidationError("--selon-table rend aux règles : ni --linf ni --motif n’y ont de place.")
      }
      return
    }
    guard let linf else {
      throw ValidationError("Dites où : --linf LINF --motif TEXTE, ou --selon-table pour rendre aux règles.")
    }
    guard !linf.isBlank else { throw ValidationError("--linf attend un lieu d’information, pas un texte vide.") }
    guard let motif, !motif.isBlank else {
      throw ValidationError("Il manque le motif : --motif TEXTE dit pourquoi une personne en décide.")
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    try agir(sur: numeros, contexte) { demandes in
      linf.map { "Donner \(demandes) à \(TerminalSafety.line($0)) ?" } ?? "Rendre \(demandes) aux règles ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(AssignDemandes.self, .init(numeros: numeros, linf: linf, motif: motif)).resultats
    }
  }
}
