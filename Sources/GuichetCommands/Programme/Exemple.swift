/// A command line that a person could type, and what it is good for.
package struct Exemple: Hashable, Sendable {
  package let ligne: String
  /// A few words, with a capital and a point.
  package let sens: String

  init(_ ligne: String, _ sens: String) {
    self.ligne = ligne
    self.sens = sens
  }
}
