extension GuichetInterface {
  /// The evidence for a control.
  static let preuve = """
    # Une pièce datée, jointe à une preuve par son empreinte ; son fichier n’est pas gardé.
    # - genre : convention, avenant, procesVerbal ou autre
    # - date : jour que porte la pièce
    # - nom : nom du fichier
    # - empreinte : SHA-256 du fichier, en hexadécimal
    # - taille : en octets
    type PieceDePreuve (genre: string, date: string, nom: string, empreinte: string, taille: int)

    # La preuve d’un lieu d’information et d’une année, pour un contrôle. Un conseiller a celle de ses lieux
    # d’information.
    # Entrée :
    # - annee : celle de l’enregistrement des demandes
    # - linf : identifiant du lieu d’information
    # - arreteAu : dernier jour qui compte ; à défaut tout ce qui est connu
    # Sortie :
    # - document : la preuve, en JSON, sous sa seule forme écrite
    # - empreinte : SHA-256 de ce texte, en hexadécimal
    method ShowPreuve(annee: int, linf: string, arreteAu: ?string) -> (document: string, empreinte: string)

    # La même, scellée : son empreinte est au journal.
    # Entrée :
    # - annee : celle de l’enregistrement des demandes
    # - linf : identifiant du lieu d’information
    # - arreteAu : dernier jour qui compte ; à défaut tout ce qui est connu
    # Sortie :
    # - document : la preuve, en JSON, sous sa seule forme écrite
    # - empreinte : SHA-256 de ce texte, en hexadécimal
    method SealPreuve(annee: int, linf: string, arreteAu: ?string) -> (document: string, empreinte: string)

    # Dit si un document est une preuve scellée, et si les faits la donnent encore.
    # Entrée :
    # - document : le fichier tel qu’il est
    # Sortie :
    # - empreinte : SHA-256 du document, en hexadécimal
    # - scellee : un sceau de cette empreinte est au journal
    # - scelleeLe : instant du sceau ; null s’il n’y en a pas
    # - identique : les faits d’alors redonnent ce document, octet par octet
    # - delaisChanges : scellé, il dépend d’autres délais ou horaires que ceux de la configuration d’aujourd’hui, ce qui
    #   explique des différences sans que personne ait rien changé
    # - differences : où il s’écarte de ce qu’ils donnent, une phrase par endroit, qui commence par un JSON Pointer
    method VerifyPreuve(
      document: string
    ) -> (empreinte: string, scellee: bool, scelleeLe: ?string, identique: bool, delaisChanges: bool,
      differences: []string)

    # Joint une pièce à une preuve.
    # Entrée :
    # - linf : identifiant du lieu d’information
    # - annee : celle de la preuve
    # - piece : ce qui en est noté
    # Sortie :
    # - sequence : le fait du journal qui le dit
    method AddPiece(linf: string, annee: int, piece: PieceDePreuve) -> (sequence: int)

    # Les pièces jointes à une preuve.
    # Entrée :
    # - linf : identifiant du lieu d’information
    # - annee : celle de la preuve
    # Sortie :
    # - pieces : dans l’ordre où elles ont été jointes
    method ListPieces(linf: string, annee: int) -> (pieces: []PieceDePreuve)


    """
}
