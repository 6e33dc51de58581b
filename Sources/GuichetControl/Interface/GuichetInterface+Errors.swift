extension GuichetInterface {
  /// What may be answered instead.
  static let errors = """
    # Aucune demande ne porte ce numéro.
    # - numero : le numéro cherché
    # - proche : un numéro qui existe et qui était peut-être voulu ; null sinon
    # - dernier : le dernier de cette année-là, si le numéro cherché est au-delà ; null sinon
    error DemandeIntrouvable (numero: string, proche: ?string, dernier: ?string)

    # Cette demande est allée à un autre lieu d’information depuis moins de 30 jours.
    # - numero : son numéro
    # - le : instant où elle est partie
    # - telephone : celui du lieu d’information qui l’a maintenant ; null si elle est à orienter
    error DemandeTransmise (numero: string, le: string, telephone: ?string)

    # La correction n’est pas recevable ; rien n’a été changé.
    # - erreurs : toutes les fautes trouvées
    error CorrectionInvalide (erreurs: []Constat)

    # Une autre personne a cette demande en main ; rien n’a été changé.
    # - numero : son numéro
    # - login : celui de cette personne
    # - jusqua : instant jusqu’auquel elle l’a
    error EnMain (numero: string, login: string, jusqua: string)

    # Le formulaire saisi n’est pas recevable ; rien n’a été gardé.
    # - code : jsonInvalide, formulaireInvalide ou tropGros
    # - erreurs : toutes les fautes trouvées
    error FormulaireInvalide (code: string, erreurs: []Constat)

    # Cette référence est déjà celle d’une autre demande, au contenu différent ou saisie par une autre personne ; rien n’a
    # été gardé.
    # - reference : celle du formulaire
    error ReferencePrise (reference: string)

    # La saisie est au dépôt, sous sa référence, et n’a pas encore de numéro : la réception est en pause.
    # - reference : celle du formulaire
    error SaisieEnAttente (reference: string)

    # Aucun refus ne porte cet identifiant.
    # - id : l’identifiant cherché
    error RejetIntrouvable (id: string)

    # Un paramètre n’est pas recevable.
    # - parametre : son nom
    # - message : ce qui ne va pas et ce qui irait, en une phrase
    error ParametreInvalide (parametre: string, message: string)

    # Un paramètre est bien écrit, mais ce qu’il désigne n’existe pas, ou n’est pas dans l’état qu’il faut.
    # - parametre : son nom
    # - message : ce qui manque et que faire, en une phrase
    error SansObjet (parametre: string, message: string)

    # Le démon ne peut pas répondre pour le moment.
    # - message : pourquoi, en une phrase
    error Indisponible (message: string)

    # Le référentiel envoyé est refusé en entier.
    # - fautes : toutes les fautes trouvées
    error ReferentielInvalide (fautes: []FauteReferentiel)

    # Un autre référentiel est entré en vigueur depuis la comparaison.
    # - version : la version en vigueur
    error VersionDepassee (version: int)

    # Cet envoi de référentiel n’existe pas ou n’existe plus.
    # - chargement : l’identifiant donné
    error ChargementInconnu (chargement: string)

    # Le journal n’a pas, ou n’a plus, de fait de ce rang : une sauvegarde plus ancienne a pu être restaurée.
    # - sequence : le rang donné
    # - tete : rang du dernier fait
    error CurseurInconnu (sequence: int, tete: int)

    # Le client ne lit pas assez vite ce qu’il a demandé ; il en manque, et la connexion se ferme. À reprendre.
    error LectureTropLente ()

    # Le démon, que cet appel a fait démarrer, y renonce : sa configuration, son registre ou son disque demande une personne.
    error DemarrageRefuse ()


    """
}
