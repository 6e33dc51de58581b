extension GuichetInterface {
  /// By when something is to be done, and how a demande ends.
  static let echeances = """
    # Pour quand est la prochaine étape d’une demande, et pourquoi.
    # - nature : ce qu’il faut faire, en code (orientation, premierContact, rendezVous, renseignement, suivi,
    #   conclusion)
    # - le : instant ; null tant que le délai est suspendu
    # - fixee : vrai si une personne l’a fixée ; aucune règle ne la change
    # - reste : minutes de temps ouvert qui resteront à la reprise ; null si le délai court
    # - explication : jour par jour, phrase par phrase
    # - libelle : ce qu’il faut faire, en clair
    type EcheanceExpliquee (
      nature: string,
      le: ?string,
      fixee: bool,
      reste: ?int,
      explication: []string,
      libelle: ?string
    )

    # Ce qu’une personne a noté d’une demande.
    # - le : instant
    # - auteur : identifiant de l’agent
    # - texte : la note
    type NoteDemande (le: string, auteur: string, texte: string)

    # Fixe pour quand est la prochaine étape de demandes, que plus aucune règle ne change ; ou la rend à la règle.
    # Entrée :
    # - numeros : au plus 500
    # - le : jour (sa dernière heure ouverte) ou instant à venir ; null pour la règle
    # - motif : pourquoi ; nécessaire avec un jour ou un instant
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method SetEcheance(numeros: []string, le: ?string, motif: ?string) -> (resultats: []ResultatActe)

    # Suspend le délai de demandes : le temps ouvert cesse de compter jusqu’à la reprise.
    # Entrée :
    # - numeros : au plus 500
    # - motif : pourquoi
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method SuspendDemandes(numeros: []string, motif: string) -> (resultats: []ResultatActe)

    # Reprend le délai de demandes suspendues.
    # Entrée :
    # - numeros : au plus 500
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method ResumeDemandes(numeros: []string) -> (resultats: []ResultatActe)

    # Clôt des demandes ; de celles qui le sont déjà, corrige le motif.
    # Entrée :
    # - numeros : au plus 500
    # - motif : code (solutionTrouvee, sansSolution, informationDonnee, sansSuite, transmiseAutreCaf, demenagement, doublon,
    #   indesirable ; injoignable et sansNouvelle par leur règle seulement)
    # - note : davantage, en clair ; nécessaire pour un doublon
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method CloseDemandes(numeros: []string, motif: string, note: ?string) -> (resultats: []ResultatActe)

    # Rouvre des demandes closes ; leurs délais partent de là.
    # Entrée :
    # - numeros : au plus 500
    # - motif : pourquoi
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method ReopenDemandes(numeros: []string, motif: string) -> (resultats: []ResultatActe)

    # Note quelque chose d’une ou de plusieurs demandes, closes ou non.
    # Entrée :
    # - numeros : au plus 500
    # - texte : la note
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method AddNote(numeros: []string, texte: string) -> (resultats: []ResultatActe)

    # Ne relance plus des familles, sans en demander la raison.
    # Entrée :
    # - numeros : au plus 500
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method SilenceDemandes(numeros: []string) -> (resultats: []ResultatActe)


    """
}
