/// A configuration that cannot be used, with every fault found in it.
package struct ConfigurationRefusee: Error, Hashable, Sendable {

  package struct Faute: Hashable, Sendable {
    /// Where a setting comes from.
    package enum Lieu: Hashable, Sendable {
      /// Line of the file, from 1; nil when the file as a whole is meant.
      case fichier(String, ligne: Int?)
      /// A variable of the environment.
      case variable(String)
    }

    package let lieu: Lieu
    /// The full key, such as `depot.tailleMax`; empty where the fault is not of one key.
    package let cle: String
    /// What is wrong and what to write instead, in French.
    package let phrase: String

    /// `fichier:ligne: clé: phrase`.
    package var description: String {
      let place =
        switch lieu {
        case .fichier(let nom, let ligne?): "\(nom):\(ligne)"
        case .fichier(let nom, nil): nom
        case .variable(let nom): nom
        }
      return cle.isEmpty ? "\(place): \(phrase)" : "\(place): \(cle): \(phrase)"
    }

    /// The order in which a person mends them: down the file, then the environment.
    var rang: (Int, String) {
      switch lieu {
      case .fichier(_, let ligne): (ligne ?? 0, cle)
      case .variable(let nom): (Int.max, nom)
      }
    }
  }

  /// Never empty; in the order of the file, those of the environment last.
  package let fautes: [Faute]

  init(_ fautes: [Faute]) {
    self.fautes = fautes.sorted { $0.rang < $1.rang }
  }
}

extension ConfigurationRefusee: CustomStringConvertible {
  /// One fault a line.
  package var description: String { fautes.map(\.description).joined(separator: "\n") }
}
