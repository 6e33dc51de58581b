/// A demande as its family filed it, every field in its normal form or empty.
package struct Formulaire: Hashable, Sendable {
  /// The producer's reference, or the content's SHA-256 in hexadecimal where it gave none that can serve.
  package var reference: String
  package var deposeeLe: Instant?
  package var origine: Origine?
  package var demandeur: Demandeur
  package var enfants: [Enfant]
  package var besoin: Besoin
  /// Free text; lines end in `\n`.
  package var message: String?

  package init(
    reference: String, deposeeLe: Instant? = nil, origine: Origine? = nil, demandeur: Demandeur = Demandeur(),
    enfants: [Enfant] = [], besoin: Besoin = Besoin(), message: String? = nil
  ) {
    self.reference = reference
    self.deposeeLe = deposeeLe
    self.origine = origine
    self.demandeur = demandeur
    self.enfants = enfants
    self.besoin = besoin
    self.message = message
  }

  /// Whether the family can be answered: by phone, by e-mail, or, where it asks to be written to only, by post.
  ///
  /// The other parent's number does not count: whether they may be told is not for a program to guess.
  package var isReachable: Bool {
    if demandeur.telephone?.e164 != nil || demandeur.courriel != nil { return true }
    guard demandeur.rappel?.canal == .ecritSeulement, let adresse = demandeur.adresse else { return false }
    return adresse.voie != nil && (adresse.codePostal != nil || adresse.commune != nil)
  }
}
