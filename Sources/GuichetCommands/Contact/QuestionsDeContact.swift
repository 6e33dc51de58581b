import Guichet

/// What is asked of a person who enters a contact at a terminal.
struct QuestionsDeContact {
  private let questions: Questions
  private let contexte: Contexte

  init(_ contexte: Contexte) {
    self.contexte = contexte
    questions = Questions(console: contexte.console)
  }

  func resultat(_ sens: SensContact, _ canal: CanalContact) throws(CommandFailure) -> String {
    let possible = ResultatContact.allCases.filter { $0.convient(a: canal, sens) }
    return try demander(
      .init("resultat", "Résultat", .unDe(possible.map { .init($0.rawValue, $0.libelle) }), requise: true, aide: ""),
      manque: "Il manque le résultat, --resultat : \(possible.map(\.rawValue).enumeres).")
  }

  func themes() throws(CommandFailure) -> [String] {
    let all = ThemeContact.allCases.map { QuestionDeSaisie.Choix($0.rawValue, $0.libelle) }
    let answer = try demander(
      .init("themes", "Informée de (numéros, Entrée pour rien)", .plusieursDe(all), aide: ""), manque: "")
    return answer.split(separator: " ").map(String.init)
  }

  func rappel() throws(CommandFailure) -> String {
    let question = QuestionDeSaisie("rappel", "Quand la rappeler", .texte, requise: true, aide: "")
    while true {
      let typed = try demander(question, manque: "Il manque le moment du rappel, --rappeler.")
      if MomentSaisi(typed, aujourdhui: contexte.aujourdhui, maintenant: contexte.maintenant()) != nil { return typed }
      questions.dire("« \(typed) » n’est ni un jour ni un instant : écrivez \(DateEnOption.formes).")
    }
  }

  /// - Parameter manque: what to answer where nobody is there.
  private func demander(_ question: QuestionDeSaisie, manque: String) throws(CommandFailure) -> String {
    guard contexte.console.inputIsTerminal else { throw CommandFailure(.usage, manque) }
    for (rank, choix) in question.choix.enumerated() { questions.dire("  \(rank + 1) \(choix.mot)") }
    let moments = MomentDeDepot(nil, maintenant: contexte.maintenant())
    while true {
      contexte.console.writeError("\(question.nom) : ")
      guard let line = contexte.console.readLine() else {
        contexte.console.writeError("\n")
        throw CommandFailure(
          .refused, "Les réponses s’arrêtent avant la fin : rien n’a été noté.",
          remede: "Relancez la commande et répondez jusqu’au bout.")
      }
      let typed = Questions.trimmed(line)
      if typed.isEmpty {
        if !question.estRequise { return "" }
        questions.dire("Cette question attend une réponse.")
        continue
      }
      switch question.lire(typed, moments) {
      case .valeur(let valeur): return valeur
      case .faute: questions.dire("« \(typed) » n’est pas un des choix : donnez son numéro ou son nom.")
      }
    }
  }
}
