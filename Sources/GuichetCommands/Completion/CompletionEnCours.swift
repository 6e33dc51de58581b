import ArgumentParser

/// What a completion finds around it while a shell asks for one; the closures by which ArgumentParser asks have no other
/// way to it.
enum CompletionEnCours {
  @TaskLocal private static var places: Abords?

  /// Runs the body so that completions asked for in it find that context.
  static func avec<Result>(_ contexte: Contexte, _ body: () throws -> Result) rethrows -> Result {
    try $places.withValue(Abords(contexte: contexte)) { try body() }
  }

  /// Nil while nobody asks.
  static var contexte: Contexte? { places?.contexte }

  /// unchecked: it is read only by what `avec` calls, on the same thread, before `avec` returns.
  private struct Abords: @unchecked Sendable {
    let contexte: Contexte
  }
}

/// The words of a command line that a shell completes, and what they say of where the daemon is.
struct LigneACompleter {
  let globales: (socket: String?, racine: String?)

  /// - Parameter mots: as they were typed, quotes and all.
  init(_ mots: [String], maison: String?) {
    func value(_ name: String) -> String? {
      for (index, word) in mots.enumerated() {
        if word == name { return mots.indices.contains(index + 1) ? Self.lu(mots[index + 1], maison) : nil }
        if word.hasPrefix("\(name)=") { return Self.lu(String(word.dropFirst(name.count + 1)), maison) }
      }
      return nil
    }
    globales = (value("--socket"), value("--racine"))
  }

  /// Without the quotes around it, the home folder in the place of `~`: as far as a shell would have gone for a path.
  private static func lu(_ word: String, _ maison: String?) -> String? {
    var word = word
    if let quote = word.first, quote == "\"" || quote == "'", word.count > 1, word.last == quote {
      word = String(word.dropFirst().dropLast())
    } else if word.hasPrefix("~/"), let maison {
      word = maison + word.dropFirst()
    }
    return word.isEmpty ? nil : word
  }
}
