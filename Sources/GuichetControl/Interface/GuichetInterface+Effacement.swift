extension GuichetInterface {
  /// The rights of persons.
  static let effacement = """
    # Une demande effacée, ou qui le serait.
    # - numero : son numéro, ou ce qui a été donné pour tel
    # - fait : elle l’est, ou le serait
    # - code : comme pour un acte, si elle ne l’est pas ; introuvable ou dejaLa
    # - message : ce qu’il en est, en une phrase
    # - faits : entrées du journal dont le contenu s’en va
    # - rendezVous : rendez-vous à venir qui sont annulés
    # - original : le fichier reçu était encore gardé
    # - jointe : elle n’a pas été demandée, mais est fusionnée avec une qui l’a été
    # - proches : demandes peut-être de la même famille, qui restent
    type DemandeEffacee (
      numero: string,
      fait: bool,
      code: ?string,
      message: string,
      faits: int,
      rendezVous: int,
      original: bool,
      jointe: bool,
      proches: []string
    )

    # Efface des familles à leur demande, avec tout ce qui a été fusionné avec elles ; avec « more » seulement. Les bilans
    # gardent leurs chiffres ; rien ne ramène ce qui a été effacé, pas même une sauvegarde.
    # Entrée :
    # - numeros : 500 au plus
    # - executer : false pour montrer seulement ce qui serait fait
    # - toutDeSuite : ne pas attendre la nuit pour ôter les copies qui restent dans le fichier du registre
    # Sortie :
    # - etape : effacement ou nettoyage, au moins toutes les 15 s ; null dans la dernière réponse
    # - demandes : celles qui ont été demandées, dans leur ordre, puis celles qui vont avec
    # - rejets : identifiants des fichiers refusés qui s’en vont avec elles
    # - complet : il n’en reste aucune copie dans le fichier du registre ; null si rien n’a été fait
    # - sauvegardes : nombre de celles qui peuvent en garder une copie jusqu’à leur retrait
    # - misDeCote : nombre de registres mis de côté par des restaurations, qui peuvent aussi en garder une
    method EraseDemandes(
      numeros: []string,
      executer: bool,
      toutDeSuite: ?bool
    ) -> (
      etape: ?string,
      demandes: []DemandeEffacee,
      rejets: []string,
      complet: ?bool,
      sauvegardes: ?int,
      misDeCote: ?int
    )

    # Efface les familles dont rien n’a été entendu depuis « rgpd.conservation » mois ; avec « more » seulement. Toutes leurs
    # demandes sont closes.
    # Entrée :
    # - executer : false pour montrer seulement ce qui serait fait
    # Sortie :
    # - etape : effacement, au moins toutes les 15 s ; null dans la dernière réponse
    # - mois : après le dernier contact
    # - total : demandes effacées, ou qui le seraient
    # - demandes : leurs numéros, 500 au plus
    # - totalOuvertes : demandes encore ouvertes qui ont passé leur temps, et restent
    # - ouvertes : leurs numéros, 500 au plus
    method PurgeDemandes(
      executer: bool
    ) -> (
      etape: ?string,
      mois: int,
      total: int,
      demandes: []string,
      totalOuvertes: int,
      ouvertes: []string
    )


    """
}
