extension GuichetInterface {
  /// What families found, child by child, and the life of a demande told.
  static let solutions = """
    # Ce qu’il en est de la recherche pour un enfant, tel que noté ; les codes sont ceux du vocabulaire.
    # - id : rang parmi ce qui est noté de la demande, à partir de 1
    # - issue : solution, attente ou sansSolution
    # - mode : mode d’accueil trouvé, ou attendu ; null s’il n’est pas su
    # - debut : jour où il commence ; null s’il n’est pas su
    # - heuresParSemaine : à l’heure près ; null si elles ne sont pas sues
    # - commune : code INSEE de celle où l’enfant est accueilli ; null si elle n’est pas sue
    # - communeNom : son nom ; null si le référentiel en vigueur ne l’a pas
    # - provisoire : vrai si la famille cherche encore
    # - souhaitee : si c’est ce que la famille souhaitait ; null si rien ne le dit
    # - attente : listeAttente ou commission ; null pour le reste
    # - le : jour de la commission, ou depuis lequel l’enfant est sur la liste ; null sinon
    # - raison : pourquoi sans solution (aucunePlace, cout, horaires, distance, delai, besoinSpecifique, placeRefusee,
    #   autre) ; null sinon
    # - remplace : ce dont elle prend la place, par leurs rangs
    # - noteeLe : quand elle a été notée
    # - auteur : par qui
    # - enCours : vrai si elle vaut : ni annulée ni remplacée
    # - annulee : vrai si elle était notée par erreur
    type IssueEnfant (
      id: int,
      issue: string,
      mode: ?string,
      debut: ?string,
      heuresParSemaine: ?int,
      commune: ?string,
      communeNom: ?string,
      provisoire: bool,
      souhaitee: ?bool,
      attente: ?string,
      le: ?string,
      raison: ?string,
      remplace: []int,
      noteeLe: string,
      auteur: string,
      enCours: bool,
      annulee: bool
    )

    # Un enfant d’une demande, et où en est la recherche pour lui.
    # - rang : à partir de 1, dans l’ordre de la demande
    # - prenom : null s’il n’est pas su
    # - naissance : jour ; null s’il n’est pas né, ou si rien ne le dit
    # - naissancePrevue : jour ; null sinon
    # - adoptionPrevue : jour ; null sinon
    # - etat : sansNouvelles, enAttente, provisoire, solution, sansSolution ou plusAttendu
    # - regle : vrai s’il n’y a plus rien à en apprendre
    # - aConfirmer : vrai si sa venue prévue est passée sans que personne ait dit ce qu’il en est
    # - issues : tout ce qui en est noté, dans cet ordre
    type EnfantSuivi (
      rang: int,
      prenom: ?string,
      naissance: ?string,
      naissancePrevue: ?string,
      adoptionPrevue: ?string,
      etat: string,
      regle: bool,
      aConfirmer: bool,
      issues: []IssueEnfant
    )

    # Note ce qu’il en est de la recherche pour un enfant : une solution (mode), une attente, ou aucune (sansSolution).
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - enfant : son rang ; à défaut le seul de la demande
    # - mode : mode d’accueil trouvé ou attendu, congeParental ou familleProches
    # - debut : jour où il commence
    # - heuresParSemaine : de 1 à 168
    # - commune : nom, code postal (avec ou sans nom) ou code INSEE
    # - provisoire : vrai si la famille cherche encore
    # - souhaitee : ce que la famille en dit ; à défaut d’après sa demande
    # - attente : listeAttente ou commission
    # - le : jour de la commission (il en faut un), ou depuis lequel l’enfant est sur la liste
    # - sansSolution : pourquoi (aucunePlace, cout, horaires, distance, delai, besoinSpecifique, placeRefusee, autre)
    # - remplace : ce dont elle prend la place, par leurs rangs
    # Sortie :
    # - demande : sa ligne
    # - id : rang de ce qui est noté
    # - enfants : ce qu’il en est de chacun
    # - cloture : motif pour lequel la demande peut être close ; null s’il reste à apprendre, ou si elle l’est déjà
    method AddSolution(
      numero: string,
      enfant: ?int,
      mode: ?string,
      debut: ?string,
      heuresParSemaine: ?int,
      commune: ?string,
      provisoire: ?bool,
      souhaitee: ?bool,
      attente: ?string,
      le: ?string,
      sansSolution: ?string,
      remplace: ?[]int
    ) -> (demande: Demande, id: ?int, enfants: []EnfantSuivi, cloture: ?string)

    # Annule ce qui est noté d’un enfant par erreur ; ce dont il prenait la place vaut de nouveau.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - id : son rang ; à défaut le dernier
    # Sortie :
    # - demande : sa ligne
    # - id : rang de ce qui est annulé
    # - enfants : ce qu’il en est de chacun
    # - cloture : motif pour lequel la demande peut être close ; null sinon
    method CancelSolution(
      numero: string,
      id: ?int
    ) -> (demande: Demande, id: ?int, enfants: []EnfantSuivi, cloture: ?string)

    # Note qu’un enfant attendu est là, ou n’est plus attendu ; aucune raison n’est demandée.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - enfant : son rang ; à défaut le seul qui est attendu
    # - naissance : jour
    # - plusAttendu : vrai s’il ne l’est plus
    # Sortie :
    # - demande : sa ligne
    # - id : null
    # - enfants : ce qu’il en est de chacun
    # - cloture : motif pour lequel la demande peut être close ; null sinon
    method ConfirmEnfant(
      numero: string,
      enfant: ?int,
      naissance: ?string,
      plusAttendu: ?bool
    ) -> (demande: Demande, id: ?int, enfants: []EnfantSuivi, cloture: ?string)

    # Ajoute un enfant que le formulaire ne dit pas, comme un jumeau.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - prenom : le sien
    # - naissance : jour ; il faut une des trois dates
    # - naissancePrevue : jour
    # - adoptionPrevue : jour
    # Sortie :
    # - demande : sa ligne
    # - id : null
    # - enfants : ce qu’il en est de chacun
    # - cloture : motif pour lequel la demande peut être close ; null sinon
    method AddEnfant(
      numero: string,
      prenom: ?string,
      naissance: ?string,
      naissancePrevue: ?string,
      adoptionPrevue: ?string
    ) -> (demande: Demande, id: ?int, enfants: []EnfantSuivi, cloture: ?string)

    # Retire un enfant entré par erreur ; les autres gardent leur rang.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # - enfant : son rang
    # Sortie :
    # - demande : sa ligne
    # - id : null
    # - enfants : ce qu’il en est de chacun
    # - cloture : motif pour lequel la demande peut être close ; null sinon
    method RemoveEnfant(
      numero: string,
      enfant: int
    ) -> (demande: Demande, id: ?int, enfants: []EnfantSuivi, cloture: ?string)

    # La vie d’une demande, en phrases, pour une réclamation ou un droit d’accès.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # Sortie :
    # - numero : AAAA-NNNNNN
    # - phrases : dans l’ordre du journal
    method TellDemande(numero: string) -> (numero: string, phrases: []string)


    """
}
