/// The bytes given for a time zone are not a TZif file that can be used.
package struct FuseauIllisible: Error, Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// No such file, not TZif, cut or damaged.
    case illisible
    /// Its times count leap seconds, which the system's clock does not.
    case secondesIntercalaires
  }

  /// The zone asked for.
  package let nom: String
  package let cause: Cause

  package init(nom: String, cause: Cause = .illisible) {
    self.nom = nom
    self.cause = cause
  }

  /// One French sentence.
  package var message: String {
    switch cause {
    case .illisible:
      "Le fuseau « \(nom) » est illisible dans la base tzdata du système ; installez ou réparez le paquet tzdata."
    case .secondesIntercalaires:
      "Le fuseau « \(nom) » compte les secondes intercalaires ; indiquez le même sans « right/ »."
    }
  }
}
