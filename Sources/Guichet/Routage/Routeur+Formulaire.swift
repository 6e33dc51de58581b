extension Routeur {
  /// Finds the LINF of a form; a family that cannot be reached waits for a person, its commune resolved all the same.
  ///
  /// - Parameters:
  ///   - jour: the day whose rattachements count, in the Caf's time zone.
  ///   - jourDepot: the day on which the form was filed.
  package func decider(formulaire: Formulaire, jour: DateCivile, jourDepot: DateCivile) -> Decision {
    var decision = decider(
      adresse: formulaire.demandeur.adresse, lieu: formulaire.besoin.lieu, origine: formulaire.origine, jour: jour,
      jourDepot: jourDepot)
    guard !formulaire.isReachable else { return decision }
    decision.issue = .aOrienter(.contactManquant, candidats: [], departement: nil)
    decision.ajouter(Etape(.contactManquant))
    return decision
  }
}
