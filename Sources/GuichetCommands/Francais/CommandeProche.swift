import Guichet

/// What was perhaps meant by a word that should be a noun or a verb and is none.
enum CommandeProche {
  /// One sentence; nil where every word of the command line that should be one is one.
  static func phrase(_ arguments: [String]) -> String? {
    if let number = arguments.first(where: { $0.hasPrefix("-") && Int($0) != nil }) {
      return "« \(TerminalSafety.line(number)) » est lu comme une option : aucun nombre négatif ne convient ici."
    }
    var place = Grammaire.racine
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard !place.suites.isEmpty, word != "help" else { return nil }
      if word.hasPrefix("-") {
        // Behind an option that is none, a word may be what it was to take.
        guard let takesValue = options[String(word.prefix { $0 != "=" })] else { return nil }
        if takesValue, !word.contains("=") { rest = rest.dropFirst() }
        continue
      }
      guard let next = place.suite(word) else { return phrase(word, at: place) }
      place = next
    }
    return nil
  }

  /// What may stand before a verb, and whether it takes a value.
  private static let options = [
    "--socket": true, "--racine": true, "--generate-completion-script": true, "--json": false, "--csv": false,
    "--tableur": false, "--oui": false, "--sans-pager": false, "--version": false, "--help": false, "-h": false,
    "--aide": false,
  ]

  private static func phrase(_ word: String, at place: Grammaire.Place) -> String {
    let shown = "« \(TerminalSafety.line(word)) »"
    let near = MotProche.parmi(place.suites.map(\.nom), word)
    if !near.isEmpty { return "\(shown) n’existe pas : vouliez-vous dire \(cites(near)) ?" }
    if place.chemin.isEmpty {
      let verbs = place.suites.flatMap(\.suites)
      let meant = MotProche.parmi(verbs.map(\.nom), word)
      let whole = verbs.filter { meant.contains($0.nom) }.map { $0.chemin.joined(separator: " ") }
      if !whole.isEmpty { return "\(shown) n’est pas un nom : vouliez-vous dire \(cites(whole)) ?" }
    }
    let below = place.suites.map(\.nom).enumeres
    return "\(shown) n’existe pas \(place.chemin.isEmpty ? "" : "après « \(place.nom) » "): donnez \(below)."
  }

  private static func cites(_ words: [String]) -> String { words.map { "« \($0) »" }.enumeres }
}

extension CodeLibelle {
  /// What to answer to a code that does not exist: the one that was perhaps meant, by its letters or by its words, or all.
  ///
  /// - Parameter tous: all of them, in a sentence.
  static func inconnu(_ typed: String, tous: String) -> String {
    let words = Dictionary(allCases.map { ($0.libelle, $0.rawValue) }) { first, _ in first }
    let near = MotProche.parmi(allCases.map(\.rawValue) + allCases.map(\.libelle), typed).map { words[$0] ?? $0 }
    guard let first = near.first, near.allSatisfy({ $0 == first }) else { return "donnez \(tous)." }
    return "vouliez-vous dire « \(first) » ?"
  }
}
