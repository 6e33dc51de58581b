import ArgumentParser
import GuichetControl

struct DemandeEcheance: Commande {
  static let configuration = CommandConfiguration(
    commandName: "echeance", abstract: "Fixer l’échéance de demandes, ou la rendre à la règle.",
    usage: """
      guichetctl demande echeance NUMÉRO … --le DATE --motif TEXTE [OPTIONS]
      guichetctl demande echeance NUMÉRO … --selon-regle [OPTIONS]
      """,
    discussion:
      "Une échéance fixée ainsi vaut pour l’étape en cours, et aucune règle ne la change. Un jour sans heure va "
      + "jusqu’à sa dernière heure ouverte. Une date s’écrit \(DateEnOption.formes).")
  static let exemples = [
    Exemple(
      "guichetctl demande echeance 123 --le 25/11/2026 --motif Vacances", "Avant la fin de ce jour ouvert."),
    Exemple("guichetctl demande echeance 123 --selon-regle", "De nouveau selon les délais de la Caf."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Option(help: ArgumentHelp("Jour ou moment avant lequel agir.", valueName: "DATE"))
  var le: String?

  @Option(help: ArgumentHelp("Pourquoi, en une phrase ; gardé au journal.", valueName: "TEXTE"))
  var motif: String?

  @Flag(name: .customLong("selon-regle"), help: "La rendre aux délais de la Caf.")
  var selonRegle = false

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try numeros.verifierNumeros()
    switch (le, selonRegle) {
    case (nil, false): throw ValidationError("Dites pour quand : --le DATE --motif TEXTE, ou --selon-regle.")
    case (.some, true): throw ValidationError("--le et --selon-regle s’excluent : donnez-en un seul.")
    case (nil, true):
      guard motif == nil else {
        throw ValidationError("--selon-regle suit les délais de la Caf : --motif n’y a pas sa place.")
      }
    case (.some, false):
      try DateEnOption.verifierMoment(le)
      guard let motif, !motif.isBlank else {
        throw ValidationError("Il manque le motif : --motif TEXTE dit pourquoi une personne fixe l’échéance.")
      }
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    let moment = le.map(contexte.moment)
    return try agir(sur: numeros, contexte) { demandes in
      le == nil ? "Rendre l’échéance de \(demandes) à la règle ?" : "Fixer l’échéance de \(demandes) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(SetEcheance.self, .init(numeros: numeros, le: moment, motif: motif)).resultats
    }
  }
}
