import Guichet

/// Asks a person for one field after the other; what does not fit is asked again at once.
struct Questions {
  let console: any Console

  enum Reponse: Hashable {
    case garde
    case vide
    case devient(String)
  }

  /// What was typed, as it is to be taken; or why it cannot be, one French sentence.
  enum Lecture {
    case valeur(String)
    case faute(String)
  }

  /// Says something beside the answers, on lines that break between words.
  func dire(_ sentence: String) {
    let text = TerminalSafety.line(sentence)
    let lines = largeur.map { DisplayWidth.lignes(text, largeur: $0) } ?? [text]
    console.writeError(lines.map { "\($0)\n" }.joined())
  }

  /// Columns of the terminal on which questions show; nil where it is none.
  private var largeur: Int? { console.errorIsTerminal ? max(40, console.width ?? 80) : nil }

  /// Asks for one field.
  ///
  /// - Parameters:
  ///   - actuel: its value now, which Enter keeps.
  ///   - rappel: shown in its place where it has none.
  ///   - seVide: whether « - » empties it.
  /// - Throws: at the end of the input: nothing is changed by half an answer.
  func demander(
    _ nom: String, _ actuel: String?, rappel: String = "vide", seVide: Bool = true,
    lire: (String) -> Lecture = { .valeur($0) }
  ) throws(CommandFailure) -> Reponse {
    while true {
      console.writeError("\(TerminalSafety.line("\(nom) [\(actuel ?? rappel)]")) : ")
      guard let line = console.readLine() else {
        console.writeError("\n")
        throw CommandFailure(
          .refused, "Les réponses s’arrêtent avant la fin : rien n’a été changé.",
          remede: "Relancez la commande et répondez à chaque question ; Entrée garde une valeur.")
      }
      let typed = Self.trimmed(line)
      if typed.isEmpty || typed == actuel { return .garde }
      if typed == "-" {
        if seVide { return actuel == nil ? .garde : .vide }
        dire("Ce champ ne se vide pas : donnez une valeur, ou Entrée pour garder la sienne.")
        continue
      }
      switch lire(typed) {
      case .valeur(let value): return value == actuel ? .garde : .devient(value)
      case .faute(let message): dire(message)
      }
    }
  }

  /// The line without the blanks around it.
  static func trimmed(_ line: String) -> String {
    let start = line.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}

extension Questions.Lecture {
  /// A day; `JJ/MM/AAAA` or ISO, taken as `JJ/MM/AAAA`.
  static func jour(_ text: String) -> Questions.Lecture {
    Horodatage.saisi(text).map { .valeur($0.francaise) } ?? .faute(Horodatage.pasUnJour(text))
  }

  static func telephone(_ text: String) -> Questions.Lecture {
    switch Telephone.lire(text) {
    case .success: .valeur(text)
    case .failure(let fault): .faute(fault.message)
    }
  }

  static func courriel(_ text: String) -> Questions.Lecture {
    switch Courriel.lire(text) {
    case .success: .valeur(text)
    case .failure(let fault): .faute(fault.message)
    }
  }

  static func codePostal(_ text: String) -> Questions.Lecture {
    CodePostal(text) == nil ? .faute("Un code postal a cinq chiffres, comme 59160.") : .valeur(text)
  }

  static func codeInsee(_ text: String) -> Questions.Lecture {
    CodeInsee(text).map { .valeur($0.texte) } ?? .faute("Un code INSEE a cinq caractères, comme 59350 ou 2A004.")
  }
}
