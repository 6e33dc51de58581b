import ArgumentParser

/// The commands as a tree: nouns, and the verbs below them.
package enum Grammaire {
  /// A place in the tree.
  package struct Place {
    /// From below `guichetctl`; empty for itself.
    package let chemin: [String]
    let type: any ParsableCommand.Type

    /// What stands below it and is shown to people.
    var suites: [Place] {
      type.configuration.subcommands.filter { $0.configuration.shouldDisplay }.map { type in
        Place(chemin: chemin + [type.configuration.commandName ?? ""], type: type)
      }
    }

    var nom: String { chemin.last ?? "guichetctl" }

    package var exemples: [Exemple] { (type as? any Commande.Type)?.exemples ?? [] }

    /// Whether it does something by itself.
    package var estVerbe: Bool { type is any Commande.Type }

    func suite(_ word: some StringProtocol) -> Place? { suites.first { $0.nom == word } }
  }

  package static let racine = Place(chemin: [], type: Guichetctl.self)

  /// Every place that is shown to people, each noun before its verbs.
  package static var toutes: [Place] { dessous(racine) }

  private static func dessous(_ place: Place) -> [Place] { [place] + place.suites.flatMap(dessous) }

  /// The place to which the first of these words lead, as far as they lead anywhere.
  static func place(_ words: some Sequence<Substring>) -> Place {
    var place = racine
    for word in words {
      guard let next = place.suite(word) else { break }
      place = next
    }
    return place
  }
}
