extension GuichetInterface {
  /// What crosses the socket.
  static let types = """
    # Le guichet d’une Caf : demandes d’information des familles sur les modes d’accueil, de leur dépôt à leur clôture.
    # Les instants sont au format RFC 3339 avec le décalage horaire de la Caf, les jours au format AAAA-MM-JJ.
    # Les états, raisons, marques et codes sont des chaînes : de nouvelles valeurs peuvent apparaître, un client garde
    # telles quelles celles qu’il ne connaît pas. De nouveaux champs facultatifs peuvent apparaître aussi.
    interface fr.caf.guichet

    # Les demandes, comptées.
    # - total : nombre de demandes enregistrées, closes comprises
    # - parEtat : nombre par état (aOrienter, aContacter, rendezVous, enSuivi, close)
    # - enRetard : nombre de celles dont l’échéance est passée ; null si le registre ne peut le dire maintenant
    # - aRenseigner : nombre de celles dont le rendez-vous est passé sans que personne ait dit ce qu’il en a été
    type EtatDemandes (total: int, parEtat: [string]int, enRetard: ?int, aRenseigner: ?int)

    # Ce qui attend dans le dossier de dépôt.
    # - enAttente : nombre de fichiers déposés et pas encore pris
    # - plusAncien : instant du plus ancien d’entre eux ; null si rien n’attend
    # - ignores : nombre d’éléments dont le nom n’est pas celui d’un formulaire (*.json)
    # - empeches : nombre de fichiers qu’une panne passagère (droits, disque) empêche de prendre
    type EtatDepot (enAttente: int, plusAncien: ?string, ignores: int, empeches: int)

    # Les fichiers refusés.
    # - total : nombre de refus ouverts
    # - bloques : ceux d’entre eux que le démon n’a pas pu sortir du dépôt
    type EtatRejets (total: int, bloques: int)

    # Les envois aux LINF.
    # - enAttente : nombre d’envois décidés et pas encore déposés dans la corbeille de leur LINF
    # - empechees : combien d’entre eux n’ont pas de dossier où le démon puisse écrire ; null d’un démon plus ancien
    # - raison : pourquoi, pour l’un d’eux, en une phrase ; null s’il n’y en a pas
    type EtatSorties (enAttente: int, empechees: ?int, raison: ?string)

    # Les courriels aux familles et aux LINF.
    # - enAttente : nombre de courriels décidés et pas encore déposés, ou à retirer
    # - faute : ce qui les retient, en une phrase ; null si rien
    type EtatCourriels (enAttente: int, faute: ?string)

    # Le journal des faits.
    # - entrees : nombre de faits
    # - tete : empreinte du dernier, en hexadécimal ; elle engage tous les précédents
    type EtatJournal (entrees: int, tete: string)

    # La prise des formulaires.
    # - enPause : vrai si elle est suspendue
    # - raison : pourquoi, en une phrase ; null sinon
    type EtatIntake (enPause: bool, raison: ?string)

    # Le référentiel en vigueur.
    # - version : son numéro ; 0 si aucun n’est chargé
    # - communes : nombre de communes connues
    # - linf : nombre de lieux d’information
    type EtatReferentiel (version: int, communes: int, linf: int)

    # Les demandes arrivées ces temps-ci.
    # - aujourdhui : enregistrées depuis minuit, à l’heure de la Caf
    # - heure : enregistrées depuis une heure, à la minute près
    # - derniere : instant où la dernière de toutes a été enregistrée ; null s’il n’y en a pas
    type EtatRecues (aujourdhui: int, heure: int, derniere: ?string)

    # Le bureau d’un coup d’œil.
    # - demandes : les demandes, comptées
    # - depot : ce qui attend dans le dossier de dépôt
    # - rejets : les fichiers refusés
    # - sorties : les envois aux LINF
    # - journal : le journal des faits
    # - intake : la prise des formulaires
    # - referentiel : le référentiel en vigueur
    # - nom : nom de la Caf ; null si la configuration n’en a pas
    # - recues : les demandes arrivées ces temps-ci
    # - le : instant de cet état, à l’horloge du démon
    # - courriels : les courriels ; null d’un démon plus ancien
    type Etat (
      demandes: EtatDemandes,
      depot: EtatDepot,
      rejets: EtatRejets,
      sorties: EtatSorties,
      journal: EtatJournal,
      intake: EtatIntake,
      referentiel: EtatReferentiel,
      nom: ?string,
      recues: ?EtatRecues,
      le: ?string,
      courriels: ?EtatCourriels
    )

    # Une demande, en une ligne de la liste de travail.
    # - numero : AAAA-NNNNNN, donné à l’enregistrement
    # - reference : celle de l’expéditeur, ou l’empreinte du contenu à défaut
    # - etat : aOrienter, aContacter, rendezVous, enSuivi ou close
    # - linf : identifiant du lieu d’information qui l’a ; null si aucun
    # - raison : pourquoi elle est à orienter (communeInconnue, communeAmbigue, lieuImprecis, horsDepartement, sansLinf,
    # linfNonHabilite, contactManquant, decline, referentielAbsent) ; null sinon
    # - marques : ce qu’il faut vérifier, par codes (aVerifier, communeAPreciser, voieNonReconnue,
    # horsHabilitation, tableAVerifier, transmise, routagePropose, linfRetire, …)
    # - codeInsee : commune retenue ; null si aucune
    # - echeance : instant avant lequel la prochaine étape est due ; null si rien n’est dû
    # - enRetard : vrai si cette échéance est passée
    # - deposeeLe : instant du dépôt par la famille ; null si le formulaire ne le dit pas
    # - recueLe : instant de l’enregistrement
    # - motifCloture : code du motif si elle est close ; null sinon
    # - depuis : instant depuis lequel elle est là où elle est : chez son lieu d’information, ou à orienter
    # - candidats : les communes possibles quand on n’a pu choisir ; null sinon
    # - verrou : vrai si une personne l’a mise là ; aucune règle ne la déplace
    # - departement : département dont la Caf doit recevoir la famille, si elle est à orienter pour cela ; null sinon
    # - age : depuis combien de secondes elle est là où elle est, à l’horloge du guichet
    # - prisePar : login de qui l’a en main ; null si personne
    # - priseJusque : instant jusqu’auquel il l’a ; null si personne
    # - suivi : où en est son suivi ; null si elle n’est pas en suivi, ou si la liste ne l’a pas demandé
    type Demande (
      numero: string,
      reference: string,
      etat: string,
      linf: ?string,
      raison: ?string,
      marques: []string,
      codeInsee: ?string,
      echeance: ?string,
      enRetard: bool,
      deposeeLe: ?string,
      recueLe: string,
      motifCloture: ?string,
      depuis: ?string,
      candidats: ?[]Candidat,
      verrou: ?bool,
      departement: ?string,
      age: ?int,
      prisePar: ?string,
      priseJusque: ?string,
      suivi: ?Suivi
    )

    # Une remarque sur un endroit d’un document JSON.
    # - chemin : pointeur JSON (RFC 6901) ; vide pour le document entier
    # - message : ce qui ne va pas et ce qui irait, en une phrase
    type Constat (chemin: string, message: string)

    # Un champ du formulaire qui a été vidé parce qu’il n’était pas utilisable.
    # - chemin : pointeur JSON (RFC 6901)
    # - message : ce qui n’allait pas, en une phrase
    # - saisi : ce que la famille avait saisi ; null si cela ne tient pas en un texte
    type Anomalie (chemin: string, message: string, saisi: ?string)

    # Un fait du journal.
    # - seq : son rang, à partir de 1
    # - numero : la demande concernée ; null si le fait concerne le bureau
    # - nature : code de ce qui s’est passé : recue, routee, attribuee, declinee, corrigee, prise, laissee, saisie,
    # transfertPrevu, transfertAbandonne, rejet, rejetRejoue, referentielCharge, rattachementsChanges, …
    # - survenuLe : instant où cela s’est passé
    # - enregistreLe : instant où cela a été enregistré
    # - auteur : login de l’agent, « guichet » pour les règles elles-mêmes ; vide quand seul le départ est dit
    # - chaine : empreinte de ce fait et de tous les précédents, en hexadécimal
    # - resume : une phrase, sans donnée personnelle
    # - linf : lieu d’information qui a la demande au moment de la réponse ; null si aucun, ou si le fait concerne le bureau
    # - echeance : d’une alerte (nature escalade), l’échéance dont elle parle ; null sinon
    type Fait (
      seq: int,
      numero: ?string,
      nature: string,
      survenuLe: string,
      enregistreLe: string,
      auteur: string,
      chaine: string,
      resume: string,
      linf: ?string,
      echeance: ?string
    )

    # Une attribution : qui avait la demande, qui l’a reçue, par quoi.
    # - le : instant
    # - auteur : identifiant de l’agent, ou « guichet » pour les règles
    # - mode : automatique, manuel ou decline
    # - cause : ce qui a fait décider les règles (reception, referentiel, jour, correction, acceptation, agent, transfert) ;
    #   vide pour l’acte d’une personne
    # - de : lieu d’information qui l’avait ; null si aucun
    # - vers : lieu d’information qui l’a reçue ; null si elle est devenue à orienter
    # - raison : pourquoi elle est devenue à orienter, ou pourquoi elle a été déclinée ; null sinon
    # - regle : règle qui a décidé (voie, codePostal, communeAssociee, commune, candidats) ; null sinon
    # - version : version du référentiel alors en vigueur ; 0 si aucun
    # - motif : ce que la personne a écrit ; null si rien
    type Attribution (
      le: string,
      auteur: string,
      mode: string,
      cause: string,
      de: ?string,
      vers: ?string,
      raison: ?string,
      regle: ?string,
      version: int,
      motif: ?string
    )

    # Une valeur du formulaire qu’une personne a corrigée.
    # - chemin : pointeur JSON (RFC 6901) dans le formulaire
    # - avant : ce qu’il disait, tel que saisi, un jour au format AAAA-MM-JJ ; null s’il ne disait rien
    # - apres : ce qu’il dit depuis ; null si la valeur a été vidée
    type ChampCorrige (chemin: string, avant: ?string, apres: ?string)

    # Une correction du formulaire.
    # - le : instant
    # - auteur : identifiant de l’agent
    # - champs : les valeurs changées, dans l’ordre du formulaire
    type Correction (le: string, auteur: string, champs: []ChampCorrige)

    # Tout ce qui est su d’une demande, outre sa ligne.
    # - formulaire : le formulaire sous sa forme normalisée, corrections comprises
    # - anomalies : ce qui a été vidé à la lecture
    # - avertissements : ce qui a été remarqué à la lecture
    # - commune : nom de la commune retenue ; null si aucune
    # - linfNom : nom du lieu d’information ; null si aucun
    # - linfTelephone : son téléphone ; null s’il n’est pas connu
    # - faits : son histoire, dans l’ordre du journal
    # - attributions : à qui elle est allée tour à tour, dans l’ordre du journal
    # - corrections : ce que des personnes y ont corrigé, dans l’ordre du journal
    # - propose : où les règles l’enverraient depuis que son lieu est corrigé, tant que personne n’a répondu ; null sinon
    # - transfert : le transfert prévu par une personne ; null si aucun
    # - joindre : de quoi joindre la famille, et ce qu’il en a été
    # - etape : sa prochaine étape, pour quand, et pourquoi ; null si aucun délai ne court
    # - notes : ce que des personnes ont noté, dans l’ordre du journal
    # - noteCloture : ce qui est noté avec le motif de sa clôture ; null si rien
    # - rendezVous : ceux qui lui ont été donnés, dans l’ordre où ils ont été fixés
    # - enfants : chacun, et ce que la famille a trouvé pour lui
    # - cloture : motif pour lequel ce qui est su des enfants permet de la clore ; null sinon
    # - doublons : les demandes visibles qui peuvent être de la même famille, voir ListDoublons
    # - fusionneeDans : numéro de celle dans laquelle elle est fusionnée ; null sinon, ou si elle n’est pas visible
    # - absorbees : celles qui sont fusionnées dans celle-ci, parmi les visibles
    # - conflits : les fichiers refusés qui portent sa référence, pour qui peut les lire ; null sinon
    type Fiche (
      formulaire: object,
      anomalies: []Anomalie,
      avertissements: []Constat,
      commune: ?string,
      linfNom: ?string,
      linfTelephone: ?string,
      faits: []Fait,
      attributions: ?[]Attribution,
      corrections: ?[]Correction,
      propose: ?Routage,
      transfert: ?TransfertPrevu,
      joindre: ?Joindre,
      etape: ?EcheanceExpliquee,
      notes: ?[]NoteDemande,
      noteCloture: ?string,
      rendezVous: ?[]RendezVous,
      enfants: ?[]EnfantSuivi,
      cloture: ?string,
      doublons: ?[]DoublonPossible,
      fusionneeDans: ?string,
      absorbees: ?[]Absorbee,
      conflits: ?[]Conflit
    )

    # Un transfert prévu par une personne ; il n’a lieu que si les règles mènent ce jour-là à ce lieu d’information.
    # - le : jour où la demande passe
    # - vers : lieu d’information qui a été montré ; null si un démon plus ancien ne l’a pas noté
    # - nom : son nom ; null si le référentiel en vigueur ne l’a pas
    type TransfertPrevu (le: string, vers: ?string, nom: ?string)

    # Un lieu à router ; tout est facultatif, rien n’est deviné de ce qui manque.
    # - voie : numéro et voie
    # - codePostal : code postal
    # - commune : nom de la commune
    # - codeInsee : code officiel de la commune
    # - le : jour de la décision, AAAA-MM-JJ ; aujourd’hui à défaut
    type Lieu (voie: ?string, codePostal: ?string, commune: ?string, codeInsee: ?string, le: ?string)

    # Une commune possible quand il y en a plusieurs.
    # - codeInsee : code officiel
    # - nom : nom officiel
    # - linf : lieu d’information qui aurait la demande si c’était celle-là ; null s’il n’y en a pas un seul
    type Candidat (codeInsee: string, nom: string, linf: ?string)

    # Où irait une demande, et pourquoi.
    # - linf : identifiant du lieu d’information ; null s’il n’y en a pas un seul
    # - codeInsee : commune retenue ; null si aucune
    # - raison : pourquoi la demande serait à orienter ; null sinon
    # - marques : ce qu’il faudrait vérifier, par codes
    # - candidats : les communes possibles quand on ne peut choisir
    # - explication : le raisonnement, phrase par phrase
    # - version : version du référentiel qui a décidé ; 0 si aucun
    # - jour : jour dont les rattachements ont décidé
    # - departement : département dont la Caf doit recevoir la famille, si c’est une autre ; null sinon
    type Routage (
      linf: ?string,
      codeInsee: ?string,
      raison: ?string,
      marques: []string,
      candidats: []Candidat,
      explication: []string,
      version: ?int,
      jour: ?string,
      departement: ?string
    )

    # Ce qu’un acte a donné pour l’une des demandes demandées.
    # - numero : le numéro complet, ou ce qui a été tapé si aucune demande ne le porte
    # - fait : vrai si c’est fait
    # - code : pourquoi ce ne l’est pas (transition, dejaLa, linfInconnu, sansLinf, sansProposition, illisible, introuvable,
    # transmise, changee, enMain) ; null si c’est fait
    # - message : ce qui a été fait ou pourquoi pas, en une phrase
    # - linf : lieu d’information qui l’a maintenant ; null si aucun, ou si rien n’a été fait
    # - etat : son état maintenant ; null si rien n’a été fait
    type ResultatActe (numero: string, fait: bool, code: ?string, message: string, linf: ?string, etat: ?string)

    # Ce que le lieu d’information qui avait une demande en voit encore pendant 30 jours.
    # - numero : AAAA-NNNNNN
    # - le : instant où elle est partie
    # - telephone : celui du lieu d’information qui l’a maintenant ; null si elle est à orienter
    type Transmission (numero: string, le: string, telephone: ?string)

    # Un numéro de demande, et rien de la famille.
    # - numero : AAAA-NNNNNN
    # - etat : état de la demande
    type NumeroPropose (numero: string, etat: string)

    # Un lieu d’information, tel que l’annuaire le donne.
    # - id : son identifiant
    # - nom : son nom
    # - type : rpe, pif, … ; null si le référentiel ne le dit pas
    # - telephone : son téléphone ; null s’il n’est pas connu
    # - habilite : vrai s’il peut recevoir aujourd’hui les demandes en ligne
    type LinfResume (id: string, nom: string, type: ?string, telephone: ?string, habilite: bool)

    # Un fichier refusé.
    # - id : son identifiant, nom sans extension dans le dossier des rejets
    # - fichier : son nom au dépôt
    # - recuLe : instant du refus
    # - sha256 : empreinte de son contenu, en hexadécimal ; null s’il n’a pas été lu
    # - code : jsonInvalide, formulaireInvalide, conflit, tropGros, pasUnFichier ou efface
    # - erreurs : toutes les fautes trouvées
    # - etat : ouvert ou rejoue
    # - auDepot : vrai si le démon n’a pas pu le sortir du dépôt
    type Rejet (
      id: string,
      fichier: string,
      recuLe: string,
      sha256: ?string,
      code: string,
      erreurs: []Constat,
      etat: string,
      auDepot: bool
    )


    """
}
