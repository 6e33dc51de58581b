/// The care that was found for a child; one among several, if need be.
package struct Solution: Hashable, Sendable {
  package let mode: ModeDAccueil
  package let debut: DateCivile?
  /// Hours a week, 1 to 168, to the nearest hour.
  package let heuresParSemaine: Int?
  /// INSEE code of the commune where the child is cared for.
  package let commune: String?
  /// The family goes on looking.
  package let estProvisoire: Bool
  /// What the family says of it: whether it is what it wished for; nil where its wishes tell.
  package let souhaitDit: Bool?

  package init(
    mode: ModeDAccueil, debut: DateCivile? = nil, heuresParSemaine: Int? = nil, commune: String? = nil,
    estProvisoire: Bool = false, souhaitDit: Bool? = nil
  ) {
    self.mode = mode
    self.debut = debut
    self.heuresParSemaine = heuresParSemaine
    self.commune = commune
    self.estProvisoire = estProvisoire
    self.souhaitDit = souhaitDit
  }

  package static let heures = 1...168

  /// Whether it is what the family wished for, as it says, else by its form; nil where neither tells.
  package func estSouhaitee(parmi modes: [Mode]) -> Bool? { souhaitDit ?? mode.estSouhaite(modes) }
}
