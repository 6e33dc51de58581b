extension GuichetInterface {
  /// Whether the office works.
  static let surveillance = """
    # Ce qui ne marche pas.
    # - code : arrete (dans etat.json seulement), accueilSuspendu, boucleArretee, silence, espace, sauvegarde, sauvegardeFautive, referentielAbsent,
    #   depotEnRetard, aOrienterAncienne, dossiersDeSortie, courriels ou fichiersDEtat
    # - gravite : critique ou avertissement
    # - message : une phrase, sans donnée personnelle
    # - remede : ce qu’il faut faire
    type Panne (code: string, gravite: string, message: string, remede: string)

    # Ce qui dit si le bureau marche ; les durées sont en secondes. Ouvert à tous.
    # Sortie :
    # - sante : ok, avertissement ou critique
    # - battement : depuis que la réception a montré qu’elle avance
    # - silence : temps ouvert de la Caf depuis le dernier formulaire qu’un producteur ait déposé, ou, s’il n’y en eut
    #   jamais, depuis le premier référentiel ; null avant lui
    # - aRecu : si un producteur a jamais déposé un formulaire
    # - silenceAuPlus : temps ouvert dont le dépassement est une panne
    # - aOrienter : âge de la plus ancienne demande à orienter ; null sans aucune
    # - depot : âge du plus ancien fichier de depot/ ; null sans aucun
    # - rejets : fichiers refusés que personne n’a traités
    # - retard : demandes dont l’échéance est passée ; null si elles n’ont pu être comptées
    # - espace : part libre la plus basse, de place ou d’inodes, en pour cent
    # - sauvegarde : âge de la dernière bonne sauvegarde ; null sans aucune
    # - pannes : les critiques d’abord
    method ShowSurveillance() -> (
      sante: string,
      battement: int,
      silence: ?int,
      aRecu: ?bool,
      silenceAuPlus: int,
      aOrienter: ?int,
      depot: ?int,
      rejets: int,
      retard: ?int,
      espace: int,
      sauvegarde: ?int,
      pannes: []Panne
    )

    """
}
