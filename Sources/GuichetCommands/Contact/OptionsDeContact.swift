import ArgumentParser
import Guichet
import GuichetControl
import StrictJSON

/// What is told of a contact on the command line, whatever it is made for.
struct OptionsDeContact: ParsableArguments {
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

  func validate() throws {
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

  /// Enters it, after asking at the terminal for what is missing.
  ///
  /// - Parameters:
  ///   - demon: reached before anything is asked: nobody answers questions for a daemon that is away.
  ///   - suivi: it is made to follow up an informed family.
  func noter(
    _ numero: String, _ demon: Daemon, _ contexte: Contexte, suivi: Bool = false
  ) throws(CommandFailure) -> AddContact.Reply {
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
    return try demon.call(
      AddContact.self,
      .init(
        numero: numero, sens: sens.rawValue, canal: canal, resultat: resultat, themes: themes.isEmpty ? nil : themes,
        note: note.flatMap { $0.isBlank ? nil : $0 }, survenuLe: le.map(contexte.moment),
        aRappelerLe: rappeler.map(contexte.moment),
        numeroAppele: autreLecture ? try autreNumero(numero, demon) : nil, suivi: suivi ? true : nil))
  }

  private func autreNumero(_ numero: String, _ demon: Daemon) throws(CommandFailure) -> String {
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
