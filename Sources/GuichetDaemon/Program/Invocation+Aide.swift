extension Invocation {
  package static let help = """
    guichetd, le guichet unique d’une Caf : reçoit, route et suit les demandes d’information des familles.

    USAGE
      guichetd --racine DOSSIER [--horloge INSTANT]   tout sous un dossier, sans configuration
      guichetd [--config FICHIER]                     service installé (\(defaultConfiguration))
      guichetd essai [DOSSIER]                        démonstration avec un petit référentiel et des exemples
      guichetd verifier-config [FICHIER]              contrôle la configuration sans démarrer
      guichetd restaurer SAUVEGARDE [--config FICHIER | --racine DOSSIER] [--malgre-les-fautes]
                                                      remet le registre d’une sauvegarde, démon arrêté
      guichetd --version
      guichetd aide [COMMANDE]                        ou COMMANDE --aide

    OPTIONS
      --racine DOSSIER    place le dépôt, le registre et la prise de contrôle sous ce dossier
      --horloge INSTANT   horloge arrêtée à cet instant (RFC 3339), avancée par fr.caf.guichet.essai ; avec --racine
      --config FICHIER    fichier de configuration
      --malgre-les-fautes restaure aussi d’une sauvegarde dont le journal, ou le SHA-256, n’est pas comme il faut

    CODES DE SORTIE
      0 arrêt demandé · 64 usage · 65 sauvegarde refusée · 66 sauvegarde absente ou illisible · 70 erreur interne ·
      74 disque ou registre défaillant · 75 déjà en service · 77 autre compte que celui du registre ·
      78 configuration refusée

    """
}

extension Invocation.Verbe {
  /// As shown to whoever asks for the help of one command.
  package var aide: String {
    switch self {
    case .essai:
      """
      Ouvre un guichet de démonstration, avec un petit référentiel et quelques formulaires.

      USAGE
        guichetd essai [DOSSIER]

      DOSSIER est fait s’il manque ; sans lui, c’est un dossier temporaire. Ctrl-C arrête le guichet, tout reste là.

      """
    case .verifierConfig:
      """
      Contrôle la configuration sans démarrer : toutes ses fautes d’un coup, avec leur ligne, puis ce qui est valide et n’a
      sans doute pas été voulu.

      USAGE
        guichetd verifier-config [FICHIER]

      FICHIER est \(Invocation.defaultConfiguration) par défaut. Sortie 0 si la configuration est valide, 78 sinon.

      """
    case .restaurer:
      """
      Remet le registre d’une sauvegarde, démon arrêté, et ce qui a été reçu depuis. Le registre présent est mis de côté.

      USAGE
        guichetd restaurer SAUVEGARDE [--config FICHIER | --racine DOSSIER] [--malgre-les-fautes]

      OPTIONS
        --config FICHIER    fichier de configuration (\(Invocation.defaultConfiguration) par défaut)
        --racine DOSSIER    le guichet qui est tout sous ce dossier
        --malgre-les-fautes restaure aussi d’une sauvegarde dont le journal, ou le SHA-256, n’est pas comme il faut

      CODES DE SORTIE
        0 fait · 65 sauvegarde refusée · 66 absente ou illisible · 74 disque défaillant · 75 le démon est en service ·
        77 autre compte que celui du registre · 78 configuration refusée

      """
    }
  }
}
