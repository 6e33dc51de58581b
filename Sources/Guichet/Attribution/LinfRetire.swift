/// A LINF that a référentiel no longer has while demandes are still with it.
package struct LinfRetire: Hashable, Sendable {
  /// Its name and id, as far as they are known.
  package let designation: String
  /// How many open demandes it has.
  package let ouvertes: Int

  package init(designation: String, ouvertes: Int) {
    self.designation = designation
    self.ouvertes = ouvertes
  }

  /// What loading that référentiel means for them, one French sentence.
  package var phrase: String {
    let them =
      ouvertes == 1
      ? "encore une demande ouverte : elle ira où disent les règles, ou attendra une personne si une personne la lui "
        + "avait confiée."
      : "encore \(ouvertes) demandes ouvertes : elles iront où disent les règles, et celles qu’une personne lui avait "
        + "confiées attendront une personne."
    return "\(designation) n’est plus dans ce référentiel et a \(them)"
  }
}
