extension GuichetInterface {
  /// The table, and what changes with it.
  static let referentiel = """
    # Une demande qu’un référentiel ferait passer d’un lieu d’information à un autre.
    # - numero : AAAA-NNNNNN
    # - etat : son état
    # - le : jour où elle passerait
    # - de : lieu d’information qui l’a ; null si aucun
    # - vers : lieu d’information qui l’aurait, ou que visait un transfert abandonné ; null si une personne devrait décider
    # - raison : pourquoi une personne le devrait ; null sinon
    # - suit : vrai si elle passe d’elle-même
    # - reste : pourquoi elle reste (verrou, avancee, proposition, transfertAbandonne) ; null si elle passe
    # - motif : pourquoi elle passe alors qu’elle resterait (linfRetire, transfertPrevu, verrouLeve) ; null sinon
    type Deplacement (
      numero: string,
      etat: string,
      le: string,
      de: ?string,
      vers: ?string,
      raison: ?string,
      suit: bool,
      reste: ?string,
      motif: ?string
    )

    # Des demandes passées, décidées de nouveau par un autre référentiel, chacune au jour de sa décision.
    # - jours : nombre de jours en arrière
    # - examinees : nombre de demandes examinées
    # - ailleurs : nombre de celles qui seraient allées ailleurs que par le référentiel en vigueur
    # - deplacements : les premières d’entre elles, de la plus récente à la plus ancienne
    type Rejeu (jours: int, examinees: int, ailleurs: int, deplacements: []Deplacement)

    # Une faute dans un fichier du référentiel.
    # - fichier : nom du fichier
    # - ligne : ligne, à partir de 1 ; null si la faute concerne le fichier entier
    # - colonne : nom de la colonne, tel que l’en-tête du fichier l’écrit ; null si la faute concerne la ligne entière
    # - message : ce qui ne va pas et comment le corriger, en une phrase
    type FauteReferentiel (fichier: string, ligne: ?int, colonne: ?string, message: string)

    # Commence l’envoi d’un référentiel.
    # Sortie :
    # - chargement : identifiant de cet envoi, pour les appels qui suivent
    method OpenReferentiel() -> (chargement: string)

    # Envoie un morceau d’un fichier du référentiel. Les morceaux d’un fichier se suivent dans l’ordre.
    # Entrée :
    # - chargement : identifiant de l’envoi
    # - fichier : nom du fichier, sans dossier
    # - contenu : au plus 512 Kio du fichier, en base64
    method SendReferentiel(chargement: string, fichier: string, contenu: string) -> ()

    # Contrôle ce qui a été envoyé et le compare au référentiel en vigueur. Rien ne change encore.
    # Entrée :
    # - chargement : identifiant de l’envoi
    # - rejouer : nombre de jours de demandes passées à décider de nouveau ; aucune à défaut
    # Sortie :
    # - version : version en vigueur avec laquelle il a été comparé ; 0 si aucune
    # - avertissements : ce qui mérite d’être vu, en phrases
    # - differences : ce qui changerait, en phrases
    # - deplacements : au plus 1000 des demandes ouvertes qui passeraient ailleurs, tout de suite ou un jour à venir
    # - deplacementsTotal : combien il y en a en tout
    # - rejeu : ce que seraient devenues les demandes passées ; null si ce n’est pas demandé
    method CompareReferentiel(chargement: string, rejouer: ?int) -> (
      version: int,
      avertissements: []string,
      differences: []string,
      deplacements: ?[]Deplacement,
      deplacementsTotal: ?int,
      rejeu: ?Rejeu
    )

    # Met en vigueur ce qui a été envoyé, en entier ou pas du tout.
    # Entrée :
    # - chargement : identifiant de l’envoi
    # - version : celle que la comparaison a donnée ; l’appel est refusé si elle n’est plus en vigueur
    # Sortie :
    # - version : la nouvelle version
    # - reorientees : nombre de demandes en attente qui sont allées ailleurs
    method ApplyReferentiel(chargement: string, version: int) -> (version: int, reorientees: int)

    # Fait suivre à des demandes déjà avancées le changement de lieu d’information de leur commune ; les autres suivent
    # d’elles-mêmes.
    # Entrée :
    # - commune : code INSEE
    # - le : jour du changement, passé ou à venir
    # - numeros : seulement celles-ci ; à défaut toutes celles de la commune qui sont avancées
    # - appliquer : faux pour seulement les montrer
    # - montrees : seulement celles-ci, comme elles ont été montrées, au plus 500 ; ce qui a changé depuis est laissé
    # - version : celle qui les a montrées ; l’appel est refusé si elle n’est plus en vigueur
    # Sortie :
    # - deplacements : les demandes et où elles passent
    # - version : version du référentiel qui le décide
    # - resultats : ce que chacune est devenue, dans l’ordre ; null si rien n’est appliqué
    method TransferDemandes(
      commune: string,
      le: string,
      numeros: ?[]string,
      appliquer: bool,
      montrees: ?[]Deplacement,
      version: ?int
    ) -> (deplacements: []Deplacement, version: ?int, resultats: ?[]ResultatActe)

    # Rend les fichiers d’une version du référentiel, morceau par morceau ; avec « more » seulement.
    # Entrée :
    # - version : celle en vigueur à défaut
    # Sortie :
    # - version : la version rendue
    # - fichier : nom du fichier
    # - contenu : son morceau suivant, au plus 512 Kio, en base64
    method ExportReferentiel(version: ?int) -> (version: int, fichier: string, contenu: string)


    """
}
