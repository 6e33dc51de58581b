extension GuichetInterface {
  /// The folders of the LINF.
  static let linf = """
    # Le dossier où un lieu d’information trouve ce qui est fait pour lui.
    # - linf : identifiant du lieu d’information
    # - chemin : du dossier
    # - proprietaire : utilisateur du démon, à qui il est
    # - groupe : groupe Unix de ses agents ; null si la configuration n’en nomme aucun
    # - groupeExiste : la machine connaît ce groupe
    # - faute : pourquoi le démon n’a pas pu y écrire ; null si rien ne l’en empêche
    type DossierDeSortie (
      linf: string,
      chemin: string,
      proprietaire: string,
      groupe: ?string,
      groupeExiste: bool,
      faute: ?string
    )

    # Les dossiers des lieux d’information du référentiel en vigueur, pour qui les crée ; appel « more » seulement.
    # Sortie :
    # - dossiers : au plus 200 par message, dans l’ordre des identifiants
    method ListDossiers() -> (dossiers: []DossierDeSortie)

    """
}
