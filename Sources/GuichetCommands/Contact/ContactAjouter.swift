import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

struct ContactAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter", abstract: "Noter un contact avec une famille.",
    usage: "guichetctl contact ajouter NUMÉRO --resultat RÉSULTAT [OPTIONS]",
    discussion: "Un appel du bureau, à défaut d’autre --canal ou d’--entrant. Au terminal, ce qui manque est demandé. "
      + "Un contact se note aussi après coup, par --le et son heure. Qui avait la demande en main ne l’a plus ensuite. "
      + "Une date s’écrit \(DateEnOption.formes).")
  static let exemples = [
    Exemple("guichetctl contact ajouter 123", "Un appel, dont le résultat est demandé."),
    Exemple("guichetctl contact ajouter 123 --resultat sansReponse", "Un appel resté sans réponse."),
    Exemple(
      "guichetctl contact ajouter 123 --resultat joint --theme modes --theme aides",
      "La famille est informée ; la demande est en suivi."),
    Exemple(
      "guichetctl contact ajouter 123 --resultat aRappeler --rappeler demain",
      "Elle demande à être rappelée demain."),
  ]

  @Argument(
    help: ArgumentHelp("AAAA-NNNNNN, ou le nombre seul pour l’année en cours.", valueName: "NUMÉRO"),
    completion: .numeros)
  var numero: String

  @Option(
    help: ArgumentHelp(
      "Ce qu’il en est venu : \(ResultatContact.allCases.map(\.rawValue).enumeres).", valueName: "RÉSULTAT"),
    completion: .resultats)
  var resultat: String?

  @Option(
    help: ArgumentHelp(
      "Par quelle voie : \(CanalContact.allCases.map(\.rawValue).enumeres) ; téléphone à défaut.", valueName: "CANAL"),
    completion: .canaux)
  var canal: String?

  @Flag(help: "La famille est venue vers le bureau.")
  var entrant = false

  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "De quoi elle a été informée, autant de fois qu’il faut : \(ThemeContact.allCases.map(\.rawValue).enumeres).",
      valueName: "THÈME"),
    completion: .themes)
  var themes: [String] = []

  @Option(help: ArgumentHelp("Quand le contact a eu lieu, avec son heure ; maintenant à défaut.", valueName: "DATE"))
  var le: String?

  @Option(help: ArgumentHelp("Quand la famille demande à être rappelée.", valueName: "DATE"))
  var rappeler: String?

  @Flag(
    name: .customLong("autre-lecture"),
    help: "Le numéro composé est l’autre lecture de celui que la famille a saisi, comme un numéro belge.")
  var autreLecture = false

  @Option(
    help: ArgumentHelp("Davantage, en clair ; « - » la lit sur l’entrée standard, ou la demande.", valueName: "TEXTE"))
  var note: String?

  @OptionGroup(title: "Options générales") var globales: Globales

  func validate() throws {
    try [numero].verifierNumeros()
    try Self.verifier("Le résultat", resultat, ResultatContact.self)
    try Self.verifier("Le canal", canal, CanalContact.self)
    for theme in themes { try Self.verifier("Le thème", theme, ThemeContact.self) }
    try DateEnOption.verifierMoment(le)
    try DateEnOption.verifierMoment(rappeler)
  }

  private static func verifier<Code: CodeLibelle>(_ nom: String, _ text: String?, _: Code.Type) throws {
    guard let text, Code(rawValue: text) == nil else { return }
    let tous = Code.allCases.map { "\($0.rawValue) (\($0.libelle))" }.enumeres
    throw ValidationError(
      "\(nom) « \(TerminalSafety.line(text)) » n’existe pas : " + Code.inconnu(text, tous: tous))
  }

  func executer(_ contexte: Contexte) throws(CommandFailure) -> CommandStatus {
    // Nobody answers questions for a daemon that is away.
    _ = try demon(contexte)
    let questions = QuestionsDeContact(contexte)
    let canal = canal ?? CanalContact.telephone.rawValue
    let sens: SensContact = entrant ? .entrant : .sortant
    let resultat =
      if let resultat { resultat } else { try questions.resultat(sens, CanalContact(rawValue: canal) ?? .telephone) }
    var themes = themes
    if resultat == ResultatContact.joint.rawValue, themes.isEmpty, self.resultat == nil {
      themes = try questions.themes()
    }
    var rappeler = rappeler
    if resultat == ResultatContact.aRappeler.rawValue, rappeler == nil { rappeler = try questions.rappel() }
    let note = note == "-" ? try NoteLue(contexte.console).texte : note
    let demon = try demon(contexte)
    let reply = try demon.call(
      AddContact.self,
      .init(
        numero: numero, sens: sens.rawValue, canal: canal, resultat: resultat, themes: themes.isEmpty ? nil : themes,
        note: note.flatMap { $0.isBlank ? nil : $0 }, survenuLe: le.map(contexte.moment),
        aRappelerLe: rappeler.map(contexte.moment),
        numeroAppele: autreLecture ? try autreNumero(demon) : nil))
    try sortie(contexte).montrer(ContactAjoute(reply: reply))
    return .done
  }

  private func autreNumero(_ demon: Daemon) throws(CommandFailure) -> String {
    let fiche = try demon.call(ShowDemande.self, .init(numero: numero)).fiche
    guard case .string(let saisi)? = fiche.formulaire["demandeur"]?["telephone"]?["saisi"],
      let other = Telephone(e164: nil, saisi: saisi).autreLecture
    else {
      throw CommandFailure(
        .refused, "Le numéro que la famille a saisi n’a pas d’autre lecture.", remede: "Ôtez --autre-lecture.")
    }
    return other
  }
}
