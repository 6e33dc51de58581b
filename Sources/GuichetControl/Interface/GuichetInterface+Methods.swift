extension GuichetInterface {
  /// What may be called.
  static let methods = """
    # Le bureau d’un coup d’œil.
    # Sortie :
    # - etat : les compteurs et l’état de marche
    method GetEtat() -> (etat: Etat)

    # La liste de travail, les urgentes d’abord, puis par échéance, puis celles qui voudraient être appelées maintenant ; avec « more » seulement, au plus 200 lignes par message.
    # Entrée (chaque filtre donné restreint la liste) :
    # - linf : identifiant du lieu d’information
    # - etat : état
    # - commune : code INSEE
    # - depuis : reçues depuis cet instant ou ce jour
    # - aVerifier : marquées « à vérifier », ou non marquées
    # - enRetard : en retard, ou pas en retard
    # - miennes : vrai pour celles que l’appelant a en main
    # - cherche : un nom, avec ou sans prénom et même incomplet, un téléphone, un courriel, la référence de l’expéditeur ou un
    #   numéro
    # - aRappeler : vrai pour celles dont la famille est à appeler : pas encore jointe, délai non suspendu, dans les mains de
    #   personne d’autre
    # - suivi : vrai pour celles en suivi, par échéance seulement, chacune avec où en est son suivi
    # - doublons : vrai pour celles dont la famille peut avoir une autre demande
    # Sortie :
    # - demandes : les lignes ; le dernier message peut n’en porter aucune
    # - suppleances : les lieux d’information fermés dont elles peuvent être, pendant ce temps
    method ListDemandes(
      linf: ?string,
      etat: ?string,
      commune: ?string,
      depuis: ?string,
      aVerifier: ?bool,
      enRetard: ?bool,
      miennes: ?bool,
      cherche: ?string,
      aRappeler: ?bool,
      suivi: ?bool,
      doublons: ?bool
    ) -> (demandes: []Demande, suppleances: ?[]Suppleance)

    # Tout d’une demande.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # Sortie :
    # - demande : sa ligne
    # - fiche : tout le reste
    method ShowDemande(numero: string) -> (demande: Demande, fiche: Fiche)

    # Pourquoi cette demande est allée à ce lieu d’information, ou à personne.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # Sortie :
    # - numero : le numéro complet
    # - linf : identifiant du lieu d’information ; null si aucun
    # - raison : pourquoi elle est à orienter ; null sinon
    # - version : version du référentiel qui a servi ; 0 si aucun
    # - jour : jour de la décision
    # - explication : le raisonnement, phrase par phrase
    # - mode : ce qui l’a mise là : automatique, manuel ou decline
    # - attributions : à qui elle est allée tour à tour
    # - propose : où les règles l’enverraient depuis que son lieu est corrigé, tant que personne n’a répondu ; null sinon
    # - departement : département dont la Caf doit recevoir la famille, si elle est à orienter pour cela ; null sinon
    # - marques : ce qu’une personne doit savoir d’elle, en codes
    # - echeance : pour quand est sa prochaine étape, et pourquoi ; null si aucun délai ne court
    method ExplainDemande(numero: string) -> (
      numero: string,
      linf: ?string,
      raison: ?string,
      version: int,
      jour: string,
      explication: []string,
      mode: ?string,
      attributions: ?[]Attribution,
      propose: ?Routage,
      departement: ?string,
      marques: ?[]string,
      echeance: ?EcheanceExpliquee
    )

    # Attribue des demandes à un lieu d’information par la décision d’une personne, qu’aucune règle ne défait ; ou les
    # rend aux règles.
    # Entrée :
    # - numeros : au plus 500
    # - linf : identifiant du lieu d’information ; null pour les rendre aux règles
    # - motif : pourquoi ; nécessaire avec un lieu d’information
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method AssignDemandes(numeros: []string, linf: ?string, motif: ?string) -> (resultats: []ResultatActe)

    # Décline des demandes au nom du lieu d’information qui les a ; elles deviennent à orienter.
    # Entrée :
    # - numeros : au plus 500
    # - raison : code (horsTerritoire, lieuErrone, dejaSuivie, conflitInterets, autre)
    # - note : davantage, en clair
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method DeclineDemandes(numeros: []string, raison: string, note: ?string) -> (resultats: []ResultatActe)

    # Laisse aller des demandes où les règles les enverraient depuis que leur lieu est corrigé, d’après le référentiel et le
    # jour de l’appel.
    # Entrée :
    # - numeros : au plus 500
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method AcceptRoutages(numeros: []string) -> (resultats: []ResultatActe)

    # Garde des demandes au lieu d’information qui les a, bien que les règles enverraient ailleurs leur lieu corrigé ; aucune
    # règle ne les en déplace plus.
    # Entrée :
    # - numeros : au plus 500
    # - motif : pourquoi
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method RefuseRoutages(numeros: []string, motif: string) -> (resultats: []ResultatActe)

    # Prend des demandes en main pour 15 minutes, ou pour autant encore : nul autre n’agit sur elles entre-temps.
    # Entrée :
    # - numeros : au plus 500
    # - reprendre : vrai pour les prendre même à qui les a en main
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method TakeDemandes(numeros: []string, reprendre: ?bool) -> (resultats: []ResultatActe)

    # Laisse des demandes que l’appelant a en main ; superviseurs et administrateurs, celles de tous.
    # Entrée :
    # - numeros : au plus 500
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method ReleaseDemandes(numeros: []string) -> (resultats: []ResultatActe)

    # Corrige ce que dit le formulaire d’une famille ; ce qu’il disait reste au journal. Si les règles enverraient ailleurs ce
    # qu’il dit alors, une personne en décide (AcceptRoutages, RefuseRoutages).
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - correction : les champs à changer, sous la forme d’un formulaire (demandeur : telephone, courriel, adresse ;
    #   enfants : rang avec naissance, naissancePrevue ou adoptionPrevue ; besoin : lieu, debut) ; null vide un champ
    # Sortie :
    # - numero : le numéro complet
    # - champs : ce qui a changé, en pointeurs JSON
    # - linf : lieu d’information qui l’a maintenant ; null si aucun
    # - raison : pourquoi elle est à orienter ; null sinon
    # - verrou : vrai si la décision d’une personne la garde où elle est
    # - propose : où les règles enverraient ce que dit le formulaire corrigé, si c’est ailleurs ; null sinon
    # - deplacee : vrai si cette correction l’a fait passer d’« à orienter » à ce lieu d’information
    # - marques : ce qu’une personne doit savoir d’elle, en codes
    method CorrectDemande(numero: string, correction: object) -> (
      numero: string,
      champs: []string,
      linf: ?string,
      raison: ?string,
      verrou: bool,
      propose: ?Routage,
      deplacee: ?bool,
      marques: ?[]string
    )

    # Saisit une demande pour une famille venue au guichet, au téléphone ou par courrier. Elle suit le chemin de toutes les
    # autres ; la renvoyer à l’identique, sous la même référence et la même date, ne l’enregistre qu’une fois.
    # Entrée :
    # - formulaire : comme dans un fichier déposé ; version, reference et deposeeLe facultatives, origine guichet,
    #   telephone, courrier ou partenaire ; deposeeLe peut aussi être un jour, avec ou sans heure, aux horloges de la Caf ;
    #   une reference donnée par un conseiller a la forme de celles que Guichet tire au sort : GU-20261125-7K3QX9PM
    # Sortie :
    # - numero : celui de la demande
    # - reference : celle du formulaire, donnée ou tirée au sort
    # - linf : lieu d’information qui l’a ; null si aucun, ou si elle l’a quitté pour un autre que l’appelant ne voit pas
    # - linfNom : son nom
    # - linfTelephone : son téléphone
    # - raison : pourquoi elle est à orienter ; null sinon
    # - anomalies : les champs vidés faute d’être utilisables
    # - avertissements : ce qui mérite d’être su
    # - deja : vrai si elle était déjà saisie, à l’identique : par l’appelant, ou parmi celles qu’il voit
    method EnterDemande(formulaire: object) -> (
      numero: string,
      reference: string,
      linf: ?string,
      linfNom: ?string,
      linfTelephone: ?string,
      raison: ?string,
      anomalies: []Anomalie,
      avertissements: []Constat,
      deja: bool
    )

    # Les demandes parties ailleurs depuis moins de 30 jours ; avec « more » seulement, au plus 200 par message.
    # Entrée :
    # - linf : celui qui les avait ; ceux de l’appelant à défaut
    # Sortie :
    # - transmissions : de la plus récente à la plus ancienne ; le dernier message peut n’en porter aucune
    method ListTransmissions(linf: ?string) -> (transmissions: []Transmission)

    # Les numéros qui commencent ainsi, parmi ceux que l’appelant voit. Rien de la famille n’est donné.
    # Entrée :
    # - debut : ce qui est déjà tapé : l’année d’abord, ou le rang seul pour l’année en cours ; sans lui, les derniers
    #   numéros dont la demande n’est pas close
    # Sortie :
    # - numeros : au plus 200, du plus récent au plus ancien
    method CompleteNumeros(debut: ?string) -> (numeros: []NumeroPropose)

    # Les lieux d’information du référentiel en vigueur ; avec « more » seulement, au plus 200 par message.
    # Sortie :
    # - linf : par identifiant ; le dernier message peut n’en porter aucun
    method ListLinf() -> (linf: []LinfResume)

    # Où iraient ces lieux, et pourquoi. Rien n’est enregistré.
    # Entrée :
    # - lieux : au plus 1000
    # Sortie :
    # - routages : un par lieu, dans l’ordre
    method Route(lieux: []Lieu) -> (routages: []Routage)

    # Pour quand : l’échéance d’un délai en temps ouvert, expliquée jour par jour ; rien n’est enregistré.
    # Entrée :
    # - depuis : un instant, un jour, ou un jour et une heure dans le fuseau de la Caf
    # - linf : identifiant, pour ses horaires, fermetures et jours fériés ; à défaut ceux de la Caf
    # - heures : heures ouvertes, de 1 à 3650
    # - jours : jours ouverts, de 1 à 3650 ; soit l’un, soit l’autre
    # Sortie :
    # - echeance : RFC 3339, au décalage de la Caf
    # - explication : phrases dont les durées s’ajoutent à la minute
    method ComputeDelai(depuis: string, linf: ?string, heures: ?int, jours: ?int) -> (
      echeance: string,
      explication: []string
    )

    # Les fichiers refusés, du plus ancien au plus récent ; avec « more » seulement, au plus 200 par message.
    # Sortie :
    # - rejets : les refus ; le dernier message peut n’en porter aucun
    method ListRejets() -> (rejets: []Rejet)

    # Un fichier refusé et son contenu.
    # Entrée :
    # - id : son identifiant
    # Sortie :
    # - rejet : le refus
    # - contenu : le contenu en base64, au plus 1 Mio ; null s’il est plus gros ou si ce n’est pas un fichier
    method ShowRejet(id: string) -> (rejet: Rejet, contenu: ?string)

    # Remet un fichier refusé au dépôt.
    # Entrée :
    # - id : son identifiant
    # - contenu : contenu corrigé en base64, au plus 1 Mio ; le contenu d’origine à défaut
    method ReplayRejet(id: string, contenu: ?string) -> ()

    # Les faits du journal, dans leur ordre ; avec « more » seulement, au plus 200 par message.
    # Entrée :
    # - numero : seulement ceux de cette demande
    # - apres : seulement ceux dont le rang est supérieur
    # Sortie :
    # - faits : les faits ; le dernier message peut n’en porter aucun
    method ListFaits(numero: ?string, apres: ?int) -> (faits: []Fait)

    # L’état du bureau, puis les faits à mesure qu’ils sont enregistrés ; avec « more » seulement, au plus 200 par message. Un
    # message vient au moins toutes les 30 secondes, et le premier tout de suite, sans fait. Un conseiller ne reçoit que ceux
    # des demandes que son lieu d’information a, et le départ de celles qu’il n’a plus ; les faits qui ne concernent aucune demande vont à qui voit tout. Le
    # dernier message dit que le démon s’arrête.
    # Entrée (chaque filtre donné restreint les faits) :
    # - afterSequence : seulement ceux dont le rang est supérieur ; ceux à venir à défaut
    # - numero : seulement ceux de cette demande
    # - linf : seulement ceux des demandes que ce lieu d’information a, et leur départ
    # - natures : seulement ceux de ces natures ; une liste vide n’en écarte aucune
    # - etat : vrai pour recevoir l’état du bureau dans chaque message, et un message quand la réception s’arrête ou reprend
    # Sortie :
    # - sequence : rang jusqu’où le journal est lu : l’afterSequence par lequel reprendre
    # - etat : l’état du bureau ; null si ce n’est ni le premier message ni demandé
    # - faits : les faits, dans leur ordre
    # - suppleances : les lieux d’information fermés dont les faits sont vus pendant ce temps ; dans le premier message, et
    #   chaque fois qu’ils changent
    method Subscribe(
      afterSequence: ?int,
      numero: ?string,
      linf: ?string,
      natures: ?[]string,
      etat: ?bool
    ) -> (sequence: int, etat: ?Etat, faits: []Fait, suppleances: ?[]Suppleance)

    # Ce qui reste de consultations de données personnelles ôtées par mois entiers, après 12 mois.
    # - premiere : rang de la première
    # - derniere : rang de la dernière
    # - chaine : valeur de la chaîne à la dernière, en hexadécimal, dont la suite se prouve
    # - jusquAu : dernier jour du dernier mois ôté
    # - oteesLe : instant où elles ont été ôtées
    type ConsultationsOtees (premiere: int, derniere: int, chaine: string, jusquAu: string, oteesLe: string)

    # Contrôle la chaîne du journal et rejoue les faits pour les comparer aux demandes ; contrôle de même la chaîne des
    # consultations de données personnelles.
    # Sortie :
    # - entrees : nombre de faits contrôlés
    # - tete : empreinte du dernier, en hexadécimal
    # - intact : vrai si les chaînes et les demandes concordent
    # - fautes : les ruptures des chaînes, en phrases
    # - demandes : nombre de demandes rejouées et comparées
    # - ecarts : les demandes qui diffèrent de leurs faits, en phrases
    # - consultations : nombre de consultations de données personnelles contrôlées
    # - consultationsOtees : celles qui ne sont plus là, de la première à la dernière
    method VerifyJournal() -> (
      entrees: int,
      tete: string,
      intact: bool,
      fautes: []string,
      demandes: int,
      ecarts: []string,
      consultations: ?int,
      consultationsOtees: ?[]ConsultationsOtees
    )


    """
}
