import Guichet

/// Leads a person through the questions of an entry, back where it wants, and over all answers before they go.
struct Entretien {
  private let questions: Questions
  private let moments: MomentDeDepot
  private(set) var reponses: ReponsesSaisies
  /// What was answered before the question was taken up again, which Enter keeps.
  private var proposees: [String: String] = [:]
  /// It was sent, and the answer was lost.
  private var estIncertaine = false

  init(_ console: any Console, _ moments: MomentDeDepot, reference: String) {
    questions = Questions(console: console)
    self.moments = moments
    reponses = ReponsesSaisies(reference: reference, moments)
  }

  /// Asks whatever is not answered yet, in order.
  ///
  /// - Throws: at the end of the input.
  mutating func poser() throws(CommandFailure) {
    while true {
      let all = Questionnaire.questions(reponses)
      guard let rank = all.firstIndex(where: { !reponses.estPosee($0) }) else { return }
      switch try poser(all[rank]) {
      case .suite: continue
      case .retour where rank == 0: questions.dire("C’est la première question.")
      case .retour: rouvrir(all[rank - 1])
      }
    }
  }

  private enum Suite {
    case suite
    case retour
  }

  private mutating func poser(_ question: QuestionDeSaisie) throws(CommandFailure) -> Suite {
    let propose = proposees[question.cle] ?? question.defaut
    while true {
      let typed = try lire("\(question.ligne(propose)) : ")
      switch typed {
      case "<": return .retour
      case "?":
        for sentence in question.explication(propose) { questions.dire(sentence) }
      case "" where propose == nil && question.estRequise, "-" where question.estRequise:
        questions.dire("Cette question attend une réponse ; « ? » l’explique.")
      case "":
        if noter(question, propose ?? "") { return .suite }
      case "-":
        _ = noter(question, "")
        return .suite
      default:
        switch question.lire(typed, moments) {
        case .faute(let message): questions.dire(message)
        case .valeur(let valeur): if noter(question, valeur) { return .suite }
        }
      }
    }
  }

  /// Keeps the answer where the examination of the form finds nothing wrong with it.
  private mutating func noter(_ question: QuestionDeSaisie, _ valeur: String) -> Bool {
    var tried = reponses
    tried.repondre(question, valeur)
    if let faute = tried.faute(question) {
      questions.dire(Self.enQuestions(faute))
      return false
    }
    reponses = tried
    proposees[question.cle] = nil
    return true
  }

  /// The examination speaks of the fields of a form; who answers questions sees none.
  private static func enQuestions(_ faute: String) -> String {
    faute.replacing("donnez naissancePrevue", with: "répondez « < », puis 2")
  }

  private mutating func rouvrir(_ question: QuestionDeSaisie) {
    proposees[question.cle] = reponses.reprendre(question)
  }

  private func lire(_ prompt: String) throws(CommandFailure) -> String {
    questions.console.writeError(TerminalSafety.line(prompt))
    guard let line = questions.console.readLine() else {
      questions.console.writeError("\n")
      throw fin("Les réponses s’arrêtent avant la fin", "Relancez la commande et répondez jusqu’à l’envoi.")
    }
    return Questions.trimmed(line)
  }

  /// It ends without having been entered, as far as that is known.
  private func fin(_ why: String, _ remede: String?) -> CommandFailure {
    estIncertaine
      ? CommandFailure(
        .refused, "\(why), et l’envoi d’avant a pu être reçu.",
        remede:
          "Cherchez \(reponses.reference) par « guichetctl demande lister --cherche » avant de la saisir à nouveau.")
      : CommandFailure(.refused, "\(why) : rien n’a été gardé.", remede: remede)
  }

  // MARK: Before it goes

  /// Shows everything by numbered lines and lets any be changed, until the person sends it.
  ///
  /// - Parameter oui: whether the command line answers every question already.
  /// - Throws: when the person gives up, or at the end of the input.
  mutating func relire(oui: Bool) throws(CommandFailure) {
    var estMontre = false
    while true {
      try poser()
      let all = Questionnaire.questions(reponses)
      // Not again for a slip of the pen: what is said of it would be lost under thirty lines.
      if !estMontre { montrer(all) }
      estMontre = true
      if oui { return }
      let typed = try lire("Numéro d’une ligne à changer, « o » pour envoyer, « n » pour abandonner : ").lowercased()
      switch typed {
      case "o", "oui": return
      case "n", "non":
        throw fin("Saisie abandonnée", nil)
      default:
        if let number = Int(typed), all.indices.contains(number - 1) {
          rouvrir(all[number - 1])
          estMontre = false
        } else {
          questions.dire("« \(typed) » n’est ni une ligne, ni « o », ni « n ».")
        }
      }
    }
  }

  private func montrer(_ all: [QuestionDeSaisie]) {
    questions.dire("Relisez avec la famille :")
    for (rank, question) in all.enumerated() {
      let number = String(repeating: " ", count: rank < 9 ? 1 : 0) + String(rank + 1)
      questions.dire("  \(number). \(question.nom) : \(reponses[question.cle].map(question.montrer) ?? "–")")
    }
    let jugement = reponses.jugement
    var remarks = jugement.anomalies.map(\.message) + jugement.avertissements.map(\.message)
    if case .refuse(_, let erreurs) = jugement.verdict { remarks = erreurs.map(\.message) + remarks }
    guard !remarks.isEmpty else { return }
    questions.dire("À vérifier :")
    for remark in remarks { questions.dire("  – \(remark)") }
  }

  /// Tells why it did not go, so that the person can change it, or try again.
  mutating func echec(_ failure: CommandFailure) {
    estIncertaine = estIncertaine || failure.status == .unreachable
    for sentence in [failure.message] + failure.details.map({ "  – \($0)" }) + [failure.remede].compactMap(\.self) {
      questions.dire(sentence)
    }
  }
}
