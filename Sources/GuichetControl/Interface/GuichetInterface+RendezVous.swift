extension GuichetInterface {
  /// Rendez-vous, agendas and the morning sheet.
  static let rendezVous = """
    # Un lieu d’information fermé, que celui de l’appelant supplée.
    # - linf : son identifiant
    # - jusqua : dernier jour de sa fermeture, AAAA-MM-JJ
    type Suppleance (linf: string, jusqua: string)

    # Un créneau libre, où fixer un rendez-vous.
    # - debut : instant où il commence
    # - fin : instant où il finit
    # - postes : combien de conseillers y sont libres
    # - lieu : où, si ce n’est pas à l’adresse du lieu d’information ; null sinon
    type Creneau (debut: string, fin: string, postes: int, lieu: ?string)

    # Un rendez-vous donné à une famille.
    # - numero : celui de sa demande
    # - id : son rang parmi les rendez-vous de la demande, à partir de 1
    # - linf : lieu d’information qui le donne
    # - debut : instant où il commence
    # - fin : instant où il finit
    # - mode : telephone, surSite ou visio
    # - lieu : où, si ce n’est pas à l’adresse du lieu d’information ; null sinon
    # - poste : avec lequel des conseillers qui travaillent en parallèle, à partir de 1
    # - statut : prevu, honore, nonHonore, excuse (par la famille) ou annule (par le lieu d’information)
    # - aRenseigner : vrai s’il est passé sans que personne ait dit ce qu’il en a été
    # - aDeplacer : pourquoi il faut le déplacer (transfert, fermeture, horaires) ; null s’il peut rester
    # - horsHoraires : vrai s’il a été fixé sciemment en dehors des horaires de rendez-vous
    # - nom : la famille ; null si sa demande est ailleurs ou n’en dit rien
    # - telephone : le sien, tel qu’il se compose ; null s’il n’y en a pas
    type RendezVous (
      numero: string,
      id: int,
      linf: string,
      debut: string,
      fin: string,
      mode: string,
      lieu: ?string,
      poste: int,
      statut: string,
      aRenseigner: bool,
      aDeplacer: ?string,
      horsHoraires: bool,
      nom: ?string,
      telephone: ?string
    )

    # Les créneaux libres d’un lieu d’information ; avec « more » seulement, au plus 200 par message.
    # Entrée :
    # - linf : son identifiant ; à défaut celui de la demande, ou le seul de l’appelant
    # - numero : demande pour laquelle ils sont cherchés
    # - du : premier jour ; à défaut aujourd’hui
    # - au : dernier jour ; à défaut deux semaines plus tard, au plus le 92e
    # - mode : telephone, surSite ou visio
    # - duree : en minutes ; à défaut celle du lieu d’information
    # Sortie :
    # - creneaux : du premier au dernier ; le dernier message peut n’en porter aucun
    method ListCreneaux(
      linf: ?string,
      numero: ?string,
      du: ?string,
      au: ?string,
      mode: ?string,
      duree: ?int
    ) -> (creneaux: []Creneau)

    # Fixe un rendez-vous.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - debut : instant, ou moment dans le fuseau de la Caf
    # - mode : telephone (si un téléphone est connu), surSite ou visio
    # - duree : en minutes ; à défaut celle du lieu d’information
    # - lieu : où, si ce n’est pas à l’adresse du lieu d’information
    # - horsHoraires : vrai pour le fixer même en dehors des horaires de rendez-vous
    # Sortie :
    # - rendezVous : ce qui est fixé
    # - avertissement : qu’il est plus tard qu’il ne devrait, en une phrase ; null sinon
    method BookRendezVous(
      numero: string,
      debut: string,
      mode: string,
      duree: ?int,
      lieu: ?string,
      horsHoraires: ?bool
    ) -> (rendezVous: RendezVous, avertissement: ?string)

    # Déplace le rendez-vous prévu d’une demande.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - debut : instant, ou moment dans le fuseau de la Caf
    # - mode : à défaut celui qu’il avait
    # - duree : en minutes ; à défaut celle qu’il avait
    # - lieu : à défaut celui qu’il avait
    # - horsHoraires : vrai pour le mettre même en dehors des horaires de rendez-vous
    # Sortie :
    # - rendezVous : ce qu’il est devenu
    # - avertissement : qu’il est plus tard qu’il ne devrait, en une phrase ; null sinon
    method MoveRendezVous(
      numero: string,
      debut: string,
      mode: ?string,
      duree: ?int,
      lieu: ?string,
      horsHoraires: ?bool
    ) -> (rendezVous: RendezVous, avertissement: ?string)

    # Annule le rendez-vous prévu d’une demande.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - par : famille (il est excusé) ou linf (il est annulé)
    # Sortie :
    # - rendezVous : ce qu’il est devenu
    method CancelRendezVous(numero: string, par: string) -> (rendezVous: RendezVous)

    # Dit ce qu’il en a été du rendez-vous d’une demande.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - resultat : honore, nonHonore (la famille n’est pas venue) ou excuse (elle l’a annulé)
    # - survenuLe : instant où la famille a été reçue ou s’est excusée ; à défaut celui du rendez-vous, ou maintenant
    # Sortie :
    # - rendezVous : ce qu’il est devenu
    method RecordRendezVous(numero: string, resultat: string, survenuLe: ?string) -> (rendezVous: RendezVous)

    # Les rendez-vous, du premier au dernier ; avec « more » seulement, au plus 200 par message.
    # Entrée :
    # - linf : identifiant du lieu d’information ; à défaut tous ceux que l’appelant voit
    # - du : premier jour ; à défaut aujourd’hui
    # - au : dernier jour ; à défaut le premier
    # Sortie :
    # - rendezVous : le dernier message peut n’en porter aucun
    method ListAgenda(linf: ?string, du: ?string, au: ?string) -> (rendezVous: []RendezVous)

    # L’agenda d’un lieu d’information, tel que déposé dans son dossier de sortie.
    # Entrée :
    # - linf : son identifiant ; à défaut le seul de l’appelant
    # Sortie :
    # - linf : son identifiant
    # - contenu : iCalendar (RFC 5545)
    method ExportAgenda(linf: ?string) -> (linf: string, contenu: string)

    # La feuille du matin d’un lieu d’information : à appeler, en retard, rendez-vous du jour.
    # Entrée :
    # - linf : son identifiant ; à défaut le seul de l’appelant
    # - html : vrai pour l’avoir aussi en page A4
    # Sortie :
    # - linf : son identifiant
    # - jour : celui de la feuille
    # - texte : une page de 80 colonnes
    # - html : la feuille en un seul fichier HTML ; null si elle n’a pas été demandée ainsi
    method ShowFeuille(linf: ?string, html: ?bool) -> (linf: string, jour: string, texte: string, html: ?string)

    # Le rendez-vous ne peut pas être donné, déplacé ou renseigné ainsi ; rien n’a été changé.
    # - numero : celui de la demande
    # - code : dejaLa, transition, sansLinf, changee, horsHoraires, complet, sansTelephone, sansRendezVous,
    #   rendezVousPasse, rendezVousAVenir ou illisible
    # - message : pourquoi, en une phrase
    # - proches : créneaux libres les plus proches du moment demandé
    error RendezVousRefuse (numero: string, code: string, message: string, proches: []Creneau)


    """
}
