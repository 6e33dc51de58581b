/// Why a demande waits for a person: a closed list, the same in the register, on the socket and on screens.
package enum RaisonAOrienter: String, CaseIterable, Sendable {
  /// Nothing in the place names a commune that the official files know.
  case communeInconnue
  /// Several communes fit, or the place contradicts itself.
  case communeAmbigue
  /// The commune is split between LINF, and the place lacks the postal code that would tell.
  case lieuImprecis
  /// The commune belongs to another Caf.
  case horsDepartement
  /// Nobody holds the commune on that day.
  case sansLinf
  /// Who holds it had no right to receive online demandes on the filing day.
  case linfNonHabilite
  /// Routed or not, the family cannot be reached.
  case contactManquant
  /// The LINF declined.
  case decline
  /// No référentiel was loaded yet.
  case referentielAbsent
}

/// What a person should look at although the demande is routed.
package enum Marque: String, CaseIterable, Sendable {
  /// Something in the form was put right or left out on the way.
  case aVerifier
  /// Several communes fit, all held by the same LINF.
  case communeAPreciser
  /// The LINF had no right to receive online demandes on the filing day.
  case horsHabilitation
  /// Streets of this commune are held by another LINF, and the street of the place could not be told from them.
  case voieNonReconnue
  /// A LINF that the table gave it declined it: the table, or its reading of the place, is to be checked.
  case tableAVerifier
  /// It was with another LINF before, and has not been contacted by this one yet.
  case transmise
  /// Its place was corrected, and the rules would send it elsewhere: a person decides.
  case routagePropose
  /// The LINF to which a person gave it has left the référentiel: a person must choose anew.
  case linfRetire
  /// The number of the form was dialled and is not the family’s.
  case numeroFaux
  /// A person stopped its clock.
  case suspendue
  /// A person set its échéance, which no rule changes.
  case echeanceFixee
  /// The family is no longer reminded.
  case silence
  /// Its family was erased: what is left tells nothing of it.
  case effacee
  /// Another demande that the reader sees may be of the same family; computed when it is read, kept nowhere.
  case doublonPossible
}
