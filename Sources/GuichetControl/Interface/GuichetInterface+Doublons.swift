extension GuichetInterface {
  /// Demandes of one family: found, merged, taken apart again.
  static let doublons = """
    # Une autre demande qui peut être de la même famille.
    # - numero : AAAA-NNNNNN
    # - linf : lieu d’information qui l’a ; null si elle est à orienter
    # - etat : état
    # - deposeeLe : instant de son dépôt par la famille
    # - degre : certain ou probable
    # - genre : doublon (elle attend aussi une réponse) ou relance (la famille a eu une réponse, ou elle est close)
    # - criteres : ce qu’elles ont en commun (telephone, courriel, nomEnfant, adresseEnfant, autreParent)
    # - lie : vrai pour deux parents dans deux communes : liées, jamais fusionnées
    # - par : numéro de celle avec laquelle elle a cela en commun
    type DoublonPossible (
      numero: string,
      linf: ?string,
      etat: string,
      deposeeLe: string,
      degre: string,
      genre: string,
      criteres: []string,
      lie: bool,
      par: string
    )

    # Une demande fusionnée dans une autre, dont elle partage la suite.
    # - numero : AAAA-NNNNNN
    # - reference : celle de l’expéditeur
    # - linf : lieu d’information qui l’avait ; null si elle était à orienter
    # - recueLe : instant de son enregistrement
    # - motif : pourquoi elle est fusionnée ; null si rien n’en est dit
    # - faits : son histoire, dans l’ordre du journal
    type Absorbee (
      numero: string,
      reference: string,
      linf: ?string,
      recueLe: string,
      motif: ?string,
      faits: []Fait
    )

    # Un fichier refusé qui porte la référence d’une demande et dit autre chose.
    # - rejet : son identifiant
    # - recuLe : instant où il a été lu
    # - champs : ce qu’il dit (apres) autrement que la demande (avant)
    type Conflit (rejet: string, recuLe: string, champs: []ChampCorrige)

    # Les demandes qui peuvent être de la même famille, parmi celles que l’appelant voit.
    # Entrée :
    # - numero : AAAA-NNNNNN, ou le nombre seul pour l’année en cours
    # Sortie :
    # - doublons : au plus 20, d’abord celles qui ont quelque chose en commun avec elle, puis avec celles-là
    method ListDoublons(numero: string) -> (doublons: []DoublonPossible)

    # Fusionne des demandes dans une autre de la même famille, qui reste ; rien n’est effacé, et cela se défait.
    # Entrée :
    # - numeros : AAAA-NNNNNN, ou le nombre seul pour l’année en cours ; au plus 500
    # - dans : celle qui reste
    # - motif : pourquoi, en clair
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method MergeDemandes(numeros: []string, dans: string, motif: ?string) -> (resultats: []ResultatActe)

    # Défait la fusion de demandes : chacune reprend où elle en était, et ses délais repartent.
    # Entrée :
    # - numeros : AAAA-NNNNNN, ou le nombre seul pour l’année en cours ; au plus 500
    # Sortie :
    # - resultats : un par numéro, dans l’ordre
    method UnmergeDemandes(numeros: []string) -> (resultats: []ResultatActe)


    """
}
