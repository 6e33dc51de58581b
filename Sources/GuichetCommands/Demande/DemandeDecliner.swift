import ArgumentParser
import Guichet
import GuichetControl

struct DemandeDecliner: Commande {
  static let configuration = CommandConfiguration(
    commandName: "decliner", abstract: "Décliner des demandes au nom du LINF qui les a.",
    usage: "guichetctl demande decliner NUMÉRO … --raison RAISON [OPTIONS]",
    discussion: "Elles deviennent à orienter, et les règles ne les redonnent pas à ce lieu d’information tant que le "
      + "rattachement de leur lieu n’a pas changé.")
  static let exemples = [
    Exemple("guichetctl demande decliner 123 --raison horsTerritoire", "Elle redevient à orienter."),
    Exemple("guichetctl demande decliner 123 124 --raison lieuErrone --oui", "Plusieurs, sans question."),
  ]
  static let formats = Set<Format>.lignes

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numeros: [String]

  @Option(
    help: ArgumentHelp("Pourquoi : \(RaisonDeclin.allCases.map(\.rawValue).enumeres).", valueName: "RAISON"),
    completion: .raisonsDeDecliner)
  var raison: String?

  @Option(help: ArgumentHelp("Davantage, en clair.", valueName: "TEXTE"))
  var note: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  private static let manque = "Il manque la raison, --raison : \(raisons)."
  private static let raisons = RaisonDeclin.allCases.map { "\($0.rawValue) (\($0.libelle))" }.enumeres

  func validate() throws {
    try numeros.verifierNumeros()
    guard let raison else { throw ValidationError(Self.manque) }
    guard RaisonDeclin(rawValue: raison) != nil else {
      throw ValidationError(
        "La raison « \(TerminalSafety.line(raison)) » n’existe pas : "
          + RaisonDeclin.inconnu(raison, tous: Self.raisons))
    }
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    guard let raison else { throw CommandFailure(.usage, Self.manque) }
    return try agir(sur: numeros, contexte) { demandes in
      "Décliner \(demandes) (\(RaisonDeclin.libelle(raison))) ?"
    } _: { demon, numeros throws(CommandFailure) in
      let text = note.flatMap { $0.isBlank ? nil : $0 }
      return try demon.call(DeclineDemandes.self, .init(numeros: numeros, raison: raison, note: text)).resultats
    }
  }
}
