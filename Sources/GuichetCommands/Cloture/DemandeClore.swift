import ArgumentParser
import Guichet
import GuichetControl

struct DemandeClore: Commande {
  static let configuration = CommandConfiguration(
    commandName: "clore", abstract: "Clore des demandes, ou corriger le motif.",
    usage: "guichetctl demande clore NUMÉRO … --motif MOTIF [--note TEXTE] [OPTIONS]",
    discussion:
      "De celles qui sont closes déjà, le motif est corrigé. La famille injoignable et celle sans nouvelle sont constatées "
      + "par leur règle.")
  static let exemples = [
    Exemple("guichetctl demande clore 123 --motif solutionTrouvee", "Elle est close."),
    Exemple("guichetctl demande clore 123 --motif sansSuite", "Le motif d’une demande close est corrigé."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Option(
    help: ArgumentHelp("Pourquoi : \(MotifCloture.allCases.map(\.rawValue).enumeres).", valueName: "MOTIF"),
    completion: .motifsDeCloture)
  var motif: String?

  @Option(help: ArgumentHelp("Davantage, en clair.", valueName: "TEXTE"))
  var note: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  private static let motifs = MotifCloture.allCases.map { "\($0.rawValue) (\($0.libelle))" }.enumeres

  func validate() throws {
    try numeros.verifierNumeros()
    guard let motif else { throw ValidationError("Il manque le motif, --motif : \(Self.motifs).") }
    guard MotifCloture(rawValue: motif) != nil else {
      throw ValidationError(
        "Le motif « \(TerminalSafety.line(motif)) » n’existe pas : "
          + MotifCloture.inconnu(motif, tous: Self.motifs))
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    return try agir(sur: numeros, contexte) { demandes in
      "Clore \(demandes) (\(motif.map(MotifCloture.libelle) ?? "")) ?"
    } _: { demon, numeros throws(CommandFailure) in
      try demon.call(
        CloseDemandes.self, .init(numeros: numeros, motif: motif ?? "", note: note.flatMap { $0.isBlank ? nil : $0 })
      ).resultats
    }
  }
}
