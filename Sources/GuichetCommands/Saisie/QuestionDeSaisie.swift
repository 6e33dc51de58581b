import Guichet

/// One question of an entry: where its answer belongs, how it is read, and what it means.
struct QuestionDeSaisie {
  /// A code of the form with the words that people read in its place.
  struct Choix: Hashable {
    let code: String
    let mot: String

    init(_ code: String, _ mot: String) {
      self.code = code
      self.mot = mot
    }
  }

  enum Genre {
    case texte
    case moment
    case jour
    case unDe([Choix])
    case plusieursDe([Choix])
    case ouiNon
    case creneaux
    case semaine
  }

  /// Where the answer stands in the form, as a JSON Pointer; without a slash before it where it only leads on.
  let cle: String
  let nom: String
  let genre: Genre
  /// What « ? » answers, in sentences.
  let aide: String
  let estRequise: Bool
  /// What Enter means where nothing was answered before, as it is kept.
  let defaut: String?

  init(
    _ cle: String, _ nom: String, _ genre: Genre = .texte, requise: Bool = false, defaut: String? = nil, aide: String
  ) {
    self.cle = cle
    self.nom = nom
    self.genre = genre
    self.aide = aide
    estRequise = requise
    self.defaut = defaut
  }

  /// The choices, where there are any.
  var choix: [Choix] {
    switch genre {
    case .unDe(let choix), .plusieursDe(let choix): choix
    case .texte, .moment, .jour, .ouiNon, .creneaux, .semaine: []
    }
  }

  /// The question on one line, a few choices beside it.
  ///
  /// - Parameter propose: what Enter means, as it is kept.
  func ligne(_ propose: String?) -> String {
    var line = nom
    if choix.count > 4 {
      line += " (« ? » les montre)"
    } else if !choix.isEmpty {
      line += " (" + numbered.joined(separator: ", ") + ")"
    } else if case .ouiNon = genre {
      line += " (o ou n)"
    }
    return line + (propose.map { " [\(montrer($0))]" } ?? "")
  }

  /// What « ? » answers.
  ///
  /// - Parameter propose: what Enter means, as it is kept.
  func explication(_ propose: String?) -> [String] {
    let enter =
      propose.map { "Entrée prend « \(montrer($0)) »" }
      ?? (estRequise ? "Une réponse est attendue" : "Entrée passe la question")
    let empty = propose != nil && !estRequise ? " ; « - » la laisse sans réponse" : ""
    return [aide] + numbered.map { "  \($0)" } + ["\(enter)\(empty) ; « < » revient à la précédente."]
  }

  private var numbered: [String] { choix.enumerated().map { "\($0.offset + 1) \($0.element.mot)" } }

  /// An answer as people read it.
  func montrer(_ valeur: String) -> String {
    switch genre {
    case .texte, .ouiNon, .creneaux, .semaine: valeur
    // By the clock alone as it was typed, or with its offset.
    case .moment: "\(Horodatage.jour(String(valeur.prefix(10)))) \(valeur.dropFirst(11).prefix(5))"
    case .jour: Horodatage.jour(valeur)
    case .unDe(let choix), .plusieursDe(let choix):
      valeur.split(separator: " ").map { code in choix.first { $0.code == code }?.mot ?? String(code) }
        .joined(separator: ", ")
    }
  }

  /// What was typed, as it is kept; or why it cannot be, one French sentence. Whether it is right the examination of the
  /// form says.
  func lire(_ typed: String, _ moments: MomentDeDepot) -> Questions.Lecture {
    switch genre {
    case .texte: .valeur(typed)
    case .moment: moments.lire(typed)
    case .jour: Horodatage.saisi(typed).map { .valeur($0.iso) } ?? .faute(Horodatage.pasUnJour(typed))
    case .unDe(let choix): Self.code(typed, choix).map { .valeur($0) } ?? .faute(Self.pasUnChoix(typed))
    case .plusieursDe(let choix): Self.codes(typed, choix)
    case .ouiNon: Self.ouiNon(typed)
    case .creneaux: CreneauxSaisis.lire(typed)
    case .semaine: SemaineSaisie.lire(typed)
    }
  }

  private static func ouiNon(_ typed: String) -> Questions.Lecture {
    switch typed.lowercased() {
    case "o", "oui": .valeur("oui")
    case "n", "non": .valeur("non")
    default: .faute("Répondez o ou n.")
    }
  }

  private static func codes(_ typed: String, _ choix: [Choix]) -> Questions.Lecture {
    // By commas where there are any: words such as « garde à domicile » have blanks inside.
    let hasCommas = typed.contains { ",;".contains($0) }
    let isNumbers = typed.allSatisfy { $0.isWhitespace || $0.isNumber }
    let parts = typed.split { hasCommas ? ",;".contains($0) : isNumbers && $0.isWhitespace }.map {
      Questions.trimmed(String($0))
    }
    var codes: [String] = []
    for part in parts where !part.isEmpty {
      guard let code = code(part, choix) else { return .faute(pasUnChoix(part)) }
      if !codes.contains(code) { codes.append(code) }
    }
    return .valeur(codes.joined(separator: " "))
  }

  /// By number, by code, or by the beginning of its words where that is one choice only.
  private static func code(_ typed: String, _ choix: [Choix]) -> String? {
    if let number = Int(typed) { return choix.indices.contains(number - 1) ? choix[number - 1].code : nil }
    let typed = typed.lowercased()
    if let exact = choix.first(where: { $0.code.lowercased() == typed || $0.mot.lowercased() == typed }) {
      return exact.code
    }
    let begun = choix.filter { $0.mot.lowercased().hasPrefix(typed) || $0.code.lowercased().hasPrefix(typed) }
    return begun.count == 1 ? begun[0].code : nil
  }

  private static func pasUnChoix(_ typed: String) -> String {
    "« \(TerminalSafety.line(typed)) » n’est pas un des choix : donnez son numéro ou son nom ; « ? » les montre."
  }
}
