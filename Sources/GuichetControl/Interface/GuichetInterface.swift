/// The interface `fr.caf.guichet`: the door through which everything but the daemon itself reaches the office.
///
/// The text is the contract, the structs in this module follow it. It only grows: new methods, new optional fields;
/// what would break it takes a new name. It keeps to the part of the language that every parser in use accepts:
/// comments stand between members, never inside them (systemd before 257), every error has its parentheses, no
/// enumeration, no set.
package enum GuichetInterface {

  package static let name = "fr.caf.guichet"

  /// The definition in the Varlink interface definition language, as `GetInterfaceDescription` answers it.
  package static let description = """
    # Le guichet d’une Caf : demandes d’information des familles sur les modes d’accueil, de leur dépôt à leur clôture.
    # Les instants sont au format RFC 3339 avec le décalage horaire de la Caf, les jours au format AAAA-MM-JJ.
    # Les états, raisons, marques et codes sont des chaînes : de nouvelles valeurs peuvent apparaître, un client garde
    # telles quelles celles qu’il ne connaît pas. De nouveaux champs facultatifs peuvent apparaître aussi.
    interface fr.caf.guichet

    # Les demandes, comptées.
    # - total : nombre de demandes enregistrées, closes comprises
    # - parEtat : nombre par état (aOrienter, aContacter, rendezVous, enSuivi, close)
    type EtatDemandes (total: int, parEtat: [string]int)

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
    type EtatSorties (enAttente: int)

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

    # Le bureau d’un coup d’œil.
    # - demandes : les demandes, comptées
    # - depot : ce qui attend dans le dossier de dépôt
    # - rejets : les fichiers refusés
    # - sorties : les envois aux LINF
    # - journal : le journal des faits
    # - intake : la prise des formulaires
    # - referentiel : le référentiel en vigueur
    type Etat (
      demandes: EtatDemandes,
      depot: EtatDepot,
      rejets: EtatRejets,
      sorties: EtatSorties,
      journal: EtatJournal,
      intake: EtatIntake,
      referentiel: EtatReferentiel
    )

    # Une demande, en une ligne de la liste de travail.
    # - numero : AAAA-NNNNNN, donné à l’enregistrement
    # - reference : celle de l’expéditeur, ou l’empreinte du contenu à défaut
    # - etat : aOrienter, aContacter, rendezVous, enSuivi ou close
    # - linf : identifiant du lieu d’information qui l’a ; null si aucun
    # - raison : pourquoi elle est à orienter ; null sinon
    # - marques : ce qu’il faut vérifier, par codes (aVerifier, communeAPreciser, …)
    # - codeInsee : commune retenue ; null si aucune
    # - echeance : instant avant lequel la prochaine étape est due ; null si rien n’est dû
    # - enRetard : vrai si cette échéance est passée
    # - deposeeLe : instant du dépôt par la famille ; null si le formulaire ne le dit pas
    # - recueLe : instant de l’enregistrement
    # - motifCloture : code du motif si elle est close ; null sinon
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
      motifCloture: ?string
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
    # - nature : code de ce qui s’est passé
    # - survenuLe : instant où cela s’est passé
    # - enregistreLe : instant où cela a été enregistré
    # - auteur : identifiant de l’agent, ou « guichetd »
    # - chaine : empreinte de ce fait et de tous les précédents, en hexadécimal
    # - resume : une phrase, sans donnée personnelle
    type Fait (
      seq: int,
      numero: ?string,
      nature: string,
      survenuLe: string,
      enregistreLe: string,
      auteur: string,
      chaine: string,
      resume: string
    )

    # Tout ce qui est su d’une demande, outre sa ligne.
    # - formulaire : le formulaire sous sa forme normalisée
    # - anomalies : ce qui a été vidé à la lecture
    # - avertissements : ce qui a été remarqué à la lecture
    # - commune : nom de la commune retenue ; null si aucune
    # - linfNom : nom du lieu d’information ; null si aucun
    # - linfTelephone : son téléphone ; null s’il n’est pas connu
    # - faits : son histoire, dans l’ordre du journal
    type Fiche (
      formulaire: object,
      anomalies: []Anomalie,
      avertissements: []Constat,
      commune: ?string,
      linfNom: ?string,
      linfTelephone: ?string,
      faits: []Fait
    )

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
    type Candidat (codeInsee: string, nom: string)

    # Où irait une demande, et pourquoi.
    # - linf : identifiant du lieu d’information ; null s’il n’y en a pas un seul
    # - codeInsee : commune retenue ; null si aucune
    # - raison : pourquoi la demande serait à orienter ; null sinon
    # - marques : ce qu’il faudrait vérifier, par codes
    # - candidats : les communes possibles quand on ne peut choisir
    # - explication : le raisonnement, phrase par phrase
    type Routage (
      linf: ?string,
      codeInsee: ?string,
      raison: ?string,
      marques: []string,
      candidats: []Candidat,
      explication: []string
    )

    # Une faute dans un fichier du référentiel.
    # - fichier : nom du fichier
    # - ligne : ligne, à partir de 1 ; null si la faute concerne le fichier entier
    # - colonne : nom de la colonne, tel que l’en-tête du fichier l’écrit ; null si la faute concerne la ligne entière
    # - message : ce qui ne va pas et comment le corriger, en une phrase
    type FauteReferentiel (fichier: string, ligne: ?int, colonne: ?string, message: string)

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

    # Le bureau d’un coup d’œil.
    # Sortie :
    # - etat : les compteurs et l’état de marche
    method GetEtat() -> (etat: Etat)

    # La liste de travail, par échéance ; avec « more » seulement, au plus 200 lignes par message.
    # Entrée (chaque filtre donné restreint la liste) :
    # - linf : identifiant du lieu d’information
    # - etat : état
    # - commune : code INSEE
    # - depuis : reçues depuis cet instant ou ce jour
    # - aVerifier : marquées « à vérifier », ou non marquées
    # - enRetard : en retard, ou pas en retard
    # Sortie :
    # - demandes : les lignes ; le dernier message peut n’en porter aucune
    method ListDemandes(
      linf: ?string,
      etat: ?string,
      commune: ?string,
      depuis: ?string,
      aVerifier: ?bool,
      enRetard: ?bool
    ) -> (demandes: []Demande)

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
    method ExplainDemande(numero: string) -> (
      numero: string,
      linf: ?string,
      raison: ?string,
      version: int,
      jour: string,
      explication: []string
    )

    # Où iraient ces lieux, et pourquoi. Rien n’est enregistré.
    # Entrée :
    # - lieux : au plus 1000
    # Sortie :
    # - routages : un par lieu, dans l’ordre
    method Route(lieux: []Lieu) -> (routages: []Routage)

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
    # Sortie :
    # - version : version en vigueur avec laquelle il a été comparé ; 0 si aucune
    # - avertissements : ce qui mérite d’être vu, en phrases
    # - differences : ce qui changerait, en phrases
    method CompareReferentiel(chargement: string) -> (
      version: int,
      avertissements: []string,
      differences: []string
    )

    # Met en vigueur ce qui a été envoyé, en entier ou pas du tout.
    # Entrée :
    # - chargement : identifiant de l’envoi
    # - version : celle que la comparaison a donnée ; l’appel est refusé si elle n’est plus en vigueur
    # Sortie :
    # - version : la nouvelle version
    # - reorientees : nombre de demandes à orienter qui ont trouvé leur lieu d’information
    method ApplyReferentiel(chargement: string, version: int) -> (version: int, reorientees: int)

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

    # Contrôle la chaîne du journal et rejoue les faits pour les comparer aux demandes.
    # Sortie :
    # - entrees : nombre de faits contrôlés
    # - tete : empreinte du dernier, en hexadécimal
    # - intact : vrai si la chaîne et les demandes concordent
    # - fautes : les ruptures de la chaîne, en phrases
    # - demandes : nombre de demandes rejouées et comparées
    # - ecarts : les demandes qui diffèrent de leurs faits, en phrases
    method VerifyJournal() -> (
      entrees: int,
      tete: string,
      intact: bool,
      fautes: []string,
      demandes: int,
      ecarts: []string
    )

    # Aucune demande ne porte ce numéro.
    # - numero : le numéro cherché
    error DemandeIntrouvable (numero: string)

    # Aucun refus ne porte cet identifiant.
    # - id : l’identifiant cherché
    error RejetIntrouvable (id: string)

    # Un paramètre n’est pas recevable.
    # - parametre : son nom
    # - message : ce qui ne va pas et ce qui irait, en une phrase
    error ParametreInvalide (parametre: string, message: string)

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

    """
}
