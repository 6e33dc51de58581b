/// By when each step of a demande is due.
package struct DelaisDEtape: Hashable, Sendable {
  package let premierContact: Delai
  /// Of the Caf's open time: the bound of `premierContact`.
  package let plafond: Delai
  package let urgence: Delai
  package let orientation: Delai

  package init(premierContact: Delai, plafond: Delai, urgence: Delai, orientation: Delai) {
    self.premierContact = premierContact
    self.plafond = plafond
    self.urgence = urgence
    self.orientation = orientation
  }
}
