extension GuichetInterface {
  /// Contacts with families.
  static let contacts = """
    # Un contact avec une famille ; les codes sont ceux du vocabulaire.
    # - sequence : rang au journal du fait qui le dit
    # - survenuLe : quand il a eu lieu
    # - enregistreLe : quand il a été noté
    # - auteur : par qui
    # - linf : lieu d’information qui avait la demande alors
    # - sens : sortant ou entrant
    # - canal : telephone, sms, courriel, courrier, visite, visio, relaisTelephonique
    # - resultat : joint, messageLaisse, sansReponse, occupe, fauxNumero, aRappeler, tiers, refus
    # - themes : de quoi la famille a été informée (modes, couts, aides, demarches, miseEnRelation, roleEmployeur)
    # - note : davantage, en clair
    # - aRappelerLe : le moment que la famille a demandé
    # - numeroAppele : E.164 ; null si aucun numéro n’a été composé
    type Contact (
      sequence: int,
      survenuLe: string,
      enregistreLe: string,
      auteur: string,
      linf: ?string,
      sens: string,
      canal: string,
      resultat: string,
      themes: []string,
      note: ?string,
      aRappelerLe: ?string,
      numeroAppele: ?string
    )

    # Quand essayer à nouveau.
    # - debut : à partir de quel instant
    # - fin : jusqu’à quel instant ; le même pour un moment convenu hors des heures d’ouverture
    # - origine : convenue (avec la famille), preferee (un de ses créneaux), ouverte (heures d’ouverture)
    # - phrase : en clair
    type FenetreDAppel (debut: string, fin: string, origine: string, phrase: string)

    # Un numéro auquel une famille peut être jointe.
    # - e164 : le numéro
    # - compose : comme on le compose depuis la France
    # - autreLecture : vrai si c’est une autre lecture de ce que la famille a saisi
    # - faux : vrai si le dernier à l’avoir composé a trouvé qu’il n’est pas le sien
    type NumeroDeFamille (e164: string, compose: string, autreLecture: bool, faux: bool)

    # De quoi joindre une famille, et ce qu’il en a été jusqu’ici.
    # - contacts : dans l’ordre où ils ont été notés, ceux d’autres lieux d’information compris
    # - informeeLe : quand son lieu d’information l’a informée en dernier ; null sinon
    # - fenetre : quand essayer à nouveau ; null s’il n’y a pas lieu
    # - numeros : le premier à composer d’abord
    # - conseils : que faire d’autre, en clair
    # - injoignable : vrai si la règle est remplie
    # - manque : ce qui manque pour qu’elle le soit, en clair ; null si elle l’est
    type Joindre (
      contacts: []Contact,
      informeeLe: ?string,
      fenetre: ?FenetreDAppel,
      numeros: []NumeroDeFamille,
      conseils: []string,
      injoignable: bool,
      manque: ?string
    )

    # Combien de fois des familles ont répondu dans une demi-journée de la semaine.
    # - jour : lundi à dimanche
    # - moment : matin ou apresMidi
    # - tentatives : appels
    # - joints : ceux auxquels la famille a répondu
    # - part : en pour cent ; null sous le minimum d’appels
    type Joignabilite (jour: string, moment: string, tentatives: int, joints: int, part: ?int)

    # Note un contact, maintenant ou après coup ; qui avait la demande en main pour cela ne l’a plus.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - sens : sortant à défaut
    # - canal : telephone à défaut
    # - resultat : ce qu’il en est venu
    # - themes : de quoi la famille a été informée, si elle a été jointe
    # - note : davantage, en clair
    # - survenuLe : quand il a eu lieu, avec son heure ; maintenant à défaut
    # - aRappelerLe : le moment que la famille a demandé
    # - numeroAppele : le numéro composé ; le premier de la famille à défaut
    # - suivi : vrai pour une relance, refusée si la demande n’est pas en suivi
    # Sortie :
    # - demande : sa ligne
    # - sequence : rang au journal, par quoi le contact peut être annulé
    # - joindre : ce qu’il en est, quand essayer à nouveau, et les conseils
    method AddContact(
      numero: string,
      sens: ?string,
      canal: ?string,
      resultat: string,
      themes: ?[]string,
      note: ?string,
      survenuLe: ?string,
      aRappelerLe: ?string,
      numeroAppele: ?string,
      suivi: ?bool
    ) -> (demande: Demande, sequence: int, joindre: Joindre)

    # Annule le dernier contact d’une demande, le jour même et par qui l’a noté.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - sequence : son rang au journal
    # Sortie :
    # - demande : sa ligne
    method CancelContact(numero: string, sequence: int) -> (demande: Demande)

    # Les familles à appeler maintenant, dans l’ordre ; rien des familles elles-mêmes.
    # Entrée :
    # - linf : identifiant du lieu d’information ; tous ceux de l’appelant à défaut
    # Sortie :
    # - numeros : les demandes
    # - plusTard : combien sont à appeler plus tard, le moment convenu n’étant pas venu ou la demi-journée déjà essayée
    # - enMain : combien sont en main de quelqu’un d’autre
    # - prochain : le prochain moment convenu avec l’une d’elles ; null si aucun
    # - sequence : rang du journal jusqu’auquel la liste est vraie
    # - suppleances : les lieux d’information fermés dont elle contient les familles
    method ListRappels(linf: ?string) -> (
      numeros: []string,
      plusTard: int,
      enMain: int,
      prochain: ?string,
      sequence: ?int,
      suppleances: ?[]Suppleance
    )

    # La lettre à une famille qui n’a pu être jointe, prête à imprimer.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - html : vrai pour l’avoir aussi en page A4
    # Sortie :
    # - texte : la lettre, pour une page de 80 colonnes
    # - avertissements : ce qui y manque, en clair
    # - html : la lettre en un seul fichier HTML, pour une enveloppe à fenêtre ; null si elle n’a pas été demandée ainsi
    method WriteLettre(numero: string, html: ?bool) -> (texte: string, avertissements: []string, html: ?string)

    # À quelles demi-journées les familles répondent, d’après les appels du bureau.
    # Entrée :
    # - linf : identifiant du lieu d’information ; tous ceux de l’appelant à défaut
    # Sortie :
    # - depuis : premier jour des appels comptés, AAAA-MM-JJ
    # - minimum : appels sous lesquels rien n’est affirmé d’une demi-journée
    # - demiJournees : dans l’ordre de la semaine, celles qui ont eu des appels
    method ShowJoignabilite(linf: ?string) -> (depuis: string, minimum: int, demiJournees: []Joignabilite)


    """
}
