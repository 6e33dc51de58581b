extension GuichetInterface {
  /// The follow-up of informed families.
  static let suivi = """
    # Où en est le suivi d’une famille informée.
    # - code : ce qu’il faut faire ensuite : une relance (apresInformation, avantDebut, debut, apresDebut, rendezVousPerdu,
    #   commission, naissance) ou conclusion ; null pour une famille qui ne veut plus être relancée
    # - phrase : la même chose en clair
    # - jour : son jour, AAAA-MM-JJ ; l’échéance est sa dernière heure ouverte
    # - dernierContact : dernier instant où il y a eu quelque chose entre le lieu d’information et la famille
    # - debut : quand la famille souhaite que l’accueil commence, AAAA-MM-JJ ; null si elle ne le dit pas
    # - manque : ce qui manque pour la clore « sans nouvelle », en clair ; null si la règle est remplie
    type Suivi (
      code: ?string,
      phrase: ?string,
      jour: ?string,
      dernierContact: ?string,
      debut: ?string,
      manque: ?string
    )


    """
}
