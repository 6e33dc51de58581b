extension GuichetInterface {
  /// A year's figures.
  static let bilan = """
    # Ce dont une ligne ou une colonne est le compte.
    # - code : stable, pour les programmes
    # - libelle : pour les personnes
    type IntituleDeBilan (code: string, libelle: string)

    # Un chiffre d’un bilan.
    # - code : stable, pour les programmes (recues, repondues, delaiMedian…)
    # - libelle : pour les personnes
    # - unite : nombre, minutes, joursOuverts ou centiemes (250 vaut 2,5)
    # - valeur : null s’il n’y a rien d’où le tirer
    type ChiffreDeBilan (code: string, libelle: string, unite: string, valeur: ?int)

    # Une ligne d’un tableau.
    # - code : stable, pour les programmes
    # - libelle : pour les personnes
    # - valeurs : une par colonne ; -1 pour celle qui est masquée, afin qu’aucune famille ne s’y reconnaisse
    type LigneDeBilan (code: string, libelle: string, valeurs: []int)

    # Un tableau d’un bilan.
    # - code : stable, pour les programmes (mois, origines, delais, modes, nonCouvertsParAge…)
    # - libelle : pour les personnes
    # - colonnes : dans leur ordre
    # - lignes : dans leur ordre
    type TableauDeBilan (code: string, libelle: string, colonnes: []IntituleDeBilan, lignes: []LigneDeBilan)

    # Les chiffres des demandes enregistrées dans une année.
    # - annee : celle de leur enregistrement
    # - genre : caf, linf, commune ou epci
    # - code : identifiant du lieu d’information, code INSEE ou SIREN ; null pour toute la Caf
    # - nom : de qui ou de quoi il s’agit
    # - arreteAu : instant jusqu’auquel ce qui a été enregistré compte
    # - sequence : dernier fait du journal qui compte
    # - objectif : jours ouverts dans lesquels une famille doit être jointe ; null si le délai n’est pas en jours
    # - illisibles : demandes dont les faits sont illisibles, et qui ne sont dans aucun chiffre
    # - chiffres : dans leur ordre
    # - tableaux : dans leur ordre
    type Bilan (
      annee: int,
      genre: string,
      code: ?string,
      nom: string,
      arreteAu: string,
      sequence: int,
      objectif: ?int,
      illisibles: int,
      chiffres: []ChiffreDeBilan,
      tableaux: []TableauDeBilan
    )

    # Le bilan d’une année. Un conseiller a celui de ses lieux d’information ; « commune » et « epci » sont pour qui
    # voit toute la Caf. Un seul de « linf », « commune » et « epci ».
    # Entrée :
    # - annee : celle de l’enregistrement des demandes
    # - linf : identifiant d’un lieu d’information ; à défaut toute la Caf, ou le seul de l’appelant
    # - commune : code INSEE, actuel ou ancien
    # - epci : SIREN ou nom
    # - arreteAu : dernier jour qui compte ; à défaut tout ce qui est connu
    # Sortie :
    # - bilan : ses chiffres
    method ShowBilan(
      annee: int,
      linf: ?string,
      commune: ?string,
      epci: ?string,
      arreteAu: ?string
    ) -> (bilan: Bilan)


    """
}
