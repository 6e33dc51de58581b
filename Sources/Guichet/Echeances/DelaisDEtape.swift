/// By when each step of a demande is due.
package struct DelaisDEtape: Hashable, Sendable {
  package let premierContact: Delai
  /// Of the Caf's open time: the bound of `premierContact`.
  package let plafond: Delai
  package let urgence: Delai
  package let orientation: Delai
  /// After the family was reached, where nothing else came of it.
  package let rendezVous: Delai
  /// After the family was informed.
  package let relances: [Delai]
  /// Before the wished start.
  package let avantDebut: Delai

  package init(
    premierContact: Delai, plafond: Delai, urgence: Delai, orientation: Delai, rendezVous: Delai = .joursOuverts(10),
    relances: [Delai] = [.joursCalendaires(15), .joursCalendaires(45)], avantDebut: Delai = .joursCalendaires(60)
  ) {
    self.premierContact = premierContact
    self.plafond = plafond
    self.urgence = urgence
    self.orientation = orientation
    self.rendezVous = rendezVous
    self.relances = relances
    self.avantDebut = avantDebut
  }
}
