import GuichetCommands
import Testing

@Suite("Help")
struct HelpTests {
  private static let commands = [
    "", "etat", "formulaire", "formulaire verifier", "formulaire deposer", "demande", "demande lister", "demande voir",
    "demande expliquer", "demande corriger", "demande router", "demande decliner", "demande transmises",
    "demande prendre", "demande laisser", "demande saisir", "routage", "delai", "feries",
    "referentiel", "referentiel verifier", "referentiel comparer", "referentiel charger", "referentiel transferer",
    "referentiel exporter", "rejet", "rejet lister", "rejet voir",
    "rejet rejouer", "journal", "journal lister", "journal verifier", "evenements", "tableau",
    "contact", "contact ajouter", "contact annuler", "contact creneaux", "demande lettre", "rappels", "suivi",
    "suivi lister", "suivi relancer", "solution",
    "solution ajouter", "solution annuler", "enfant", "enfant confirmer", "enfant ajouter", "enfant retirer",
    "demande raconter", "linf",
    "linf lister", "linf preparer",
    "sauvegarde", "sauvegarde faire", "sauvegarde lister", "sauvegarde verifier", "rgpd", "rgpd effacer", "rgpd purger",
    "entretien",
    "recharger",
    "sonde", "acces", "version", "pages-de-manuel",
  ]

  private func help(_ command: String, width: Int? = nil) -> Run {
    let office = FakeOffice()
    office.terminal = width
    return office.run(command.split(separator: " ").map(String.init) + ["--help"])
  }

  @Test("is what « aide » and « help » ask for, too", arguments: ["aide", "help"])
  func word(aide: String) {
    let office = FakeOffice()
    for command in ["", "demande lister"] {
      let words = command.split(separator: " ").map(String.init)
      let run = office.run([aide] + words)
      #expect(run.status == .done && run.output == help(command).output, "\(command)")
    }
  }

  @Test("is the whole grammar at a glance")
  func root() {
    let run = help("")
    #expect(run.status == .done)
    #expect(
      run.output == """
        Le guichet des demandes d’accueil du jeune enfant.

        Codes de sortie : 0 fait ; 1 refusé ou introuvable ; 64 ligne de commande
        incorrecte ; 69 démon injoignable ; 77 droit manquant.
        Sans --socket ni --racine, la socket est celle de GUICHET_SOCKET, ou celle du
        dossier GUICHET_RACINE, ou /run/guichet/controle.sock.
        En CSV, un texte qu’un tableur prendrait pour une formule est précédé d’une
        apostrophe ; --tableur y garde aussi zéros de tête et longs numéros.

        USAGE : guichetctl [--socket CHEMIN | --racine DOSSIER] COMMANDE …

        OPTIONS :
          --version               Montrer la version.
          -h, --help, --aide      Montrer cette aide.

        OPTIONS GÉNÉRALES :
          --socket <CHEMIN>       Socket de contrôle du démon.
          --racine <DOSSIER>      Dossier donné à « guichetd --racine ».
          --json                  Réponse en JSON, aux champs stables.
          --csv                   Réponse en CSV, où il y a des lignes.
          --tableur               CSV pour un tableur : accents et codes gardés.
          --oui                   Répondre oui à toute question.
          --sans-pager            Réponse d’un trait, si longue soit-elle.

        COMMANDES :
          etat                    Le bureau d’un coup d’œil.
          formulaire              Les formulaires, avant qu’ils ne soient des demandes.
          demande                 Les demandes des familles.
          routage                 Où irait une demande, et pourquoi.
          rendez-vous             Les rendez-vous donnés aux familles.
          agenda                  Les rendez-vous d’un jour ou d’une semaine.
          feuille                 La feuille du matin, à imprimer.
          bilan                   Les chiffres d’une année.
          preuve                  La preuve d’un LINF pour un contrôle.
          delai                   Pour quand : l’échéance d’un délai, expliquée.
          feries                  Les jours fériés d’une année, calculés.
          referentiel             La table des communes, des LINF et de leurs
                                  rattachements.
          rejet                   Les fichiers refusés.
          journal                 Le journal des faits.
          evenements              Ce qui se passe au guichet, à mesure que cela se
                                  passe.
          tableau                 Le bureau sur tout l’écran, tenu à jour.
          contact                 Les contacts avec les familles.
          rappels                 La tournée d’appels, une famille après l’autre.
          suivi                   Le suivi des familles informées.
          solution                Ce que les familles trouvent.
          enfant                  Les enfants d’une demande.
          linf                    Les lieux d’information.
          rgpd                    Les droits des personnes sur leurs données.
          sauvegarde              Les sauvegardes du registre.
          entretien               L’entretien de la nuit : ôter ce qui a passé son
                                  temps, contrôler.
          recharger               Relire la configuration sans arrêter le démon.
          sonde                   Sonde de supervision : un code et une ligne.
          acces                   Qui peut faire quoi, et pourquoi.
          version                 La version de cette commande et celle du démon.

          Le détail de chacune est donné par son option --help.

        """)
  }

  @Test("of a noun lists its verbs")
  func noun() {
    #expect(
      help("demande").output == """
        Les demandes des familles.

        USAGE : guichetctl demande VERBE …

        OPTIONS :
          --version               Montrer la version.
          -h, --help, --aide      Montrer cette aide.

        VERBES :
          lister                  La liste de travail, par échéance.
          voir                    Tout d’une demande.
          expliquer               Pourquoi elle est à ce lieu d’information, et pour
                                  quand.
          raconter                La vie d’une demande, en phrases.
          corriger                Corriger ce que dit le formulaire d’une famille.
          router                  Donner des demandes à un LINF, ou les rendre aux
                                  règles.
          decliner                Décliner des demandes au nom du LINF qui les a.
          transmises              Celles parties ailleurs depuis moins de 30 jours.
          prendre                 Prendre des demandes en main avant d’appeler les
                                  familles.
          laisser                 Laisser des demandes prises en main.
          saisir                  Saisir une demande pour une famille.
          lettre                  La lettre à une famille qui n’a pu être jointe, prête
                                  à imprimer.
          echeance                Fixer l’échéance de demandes, ou la rendre à la règle.
          suspendre               Suspendre le délai de demandes.
          reprendre               Reprendre le délai de demandes suspendues.
          clore                   Clore des demandes, ou corriger le motif.
          rouvrir                 Rouvrir des demandes closes.
          noter                   Noter quelque chose de demandes.
          silence                 Ne plus relancer des familles.
          doublons                Les autres demandes qui peuvent être de la même
                                  famille.
          fusionner               Fusionner une demande dans une autre de la même
                                  famille.
          defusionner             Défaire la fusion de demandes.

          Le détail de chacun est donné par son option --help.

        """)
  }

  @Test("of a verb has its own options before those of all")
  func verb() {
    #expect(
      help("routage").output == """
        Où irait une demande, et pourquoi.

        Rien n’est enregistré. Un fichier de lieux est un CSV dont la première ligne
        nomme les colonnes : voie;codePostal;commune;codeInsee;date. Un jour s’écrit
        25/11/2026, 2026-11-25, demain, hier, lundi, il y a 3 jours.

        USAGE : guichetctl routage LIEU [--le DATE] [OPTIONS]
                guichetctl routage --lot FICHIER [OPTIONS]

        OPTIONS :
          --voie <VOIE>           Numéro et voie.
          --code-postal <CODE>    Code postal.
          --commune <NOM>         Nom de la commune.
          --code-insee <CODE>     Code officiel de la commune.
          --le <DATE>             Jour de la décision ; aujourd’hui à défaut.
          --lot <FICHIER>         Fichier de lieux ; « - » pour l’entrée standard.
          --version               Montrer la version.
          -h, --help, --aide      Montrer cette aide.

        OPTIONS GÉNÉRALES :
          --socket <CHEMIN>       Socket de contrôle du démon.
          --racine <DOSSIER>      Dossier donné à « guichetd --racine ».
          --json                  Réponse en JSON, aux champs stables.
          --csv                   Réponse en CSV, où il y a des lignes.
          --tableur               CSV pour un tableur : accents et codes gardés.
          --oui                   Répondre oui à toute question.
          --sans-pager            Réponse d’un trait, si longue soit-elle.

        EXEMPLES :
          guichetctl routage --code-postal 59160 --commune Lomme
              Le LINF de cette commune, et le raisonnement.
          guichetctl routage --code-insee 59350 --le 01/01/2027
              Ce qu’il en sera à une date.
          guichetctl routage --lot lieux.csv --json
              Un fichier de lieux, une réponse par ligne.

        """)
  }

  @Test("of a verb says what it takes, and shows an option of its own in place of the program's of that name")
  func shadowed() {
    #expect(
      help("referentiel exporter").output.hasPrefix(
        """
        Écrire les fichiers d’une version dans un dossier vide ou nouveau.

        Les fichiers sont rendus tels qu’ils ont été chargés. Rien n’est écrasé.

        USAGE : guichetctl referentiel exporter DOSSIER [--version N] [OPTIONS]

        ARGUMENTS :
          <DOSSIER>               Dossier vide, ou à créer.

        OPTIONS :
          --version <N>           Version à rendre ; celle en vigueur à défaut.
          -h, --help, --aide      Montrer cette aide.

        OPTIONS GÉNÉRALES :

        """))
  }

  @Test("of an act shows each of its forms")
  func forms() {
    #expect(
      help("demande router").output.hasPrefix(
        """
        Donner des demandes à un LINF, ou les rendre aux règles.

        Une demande donnée ainsi est verrouillée : aucune règle ni aucun référentiel ne
        la déplace, jusqu’à ce qu’une personne la rende aux règles par --selon-table.
        Quand le lieu d’une demande a été corrigé et que les règles l’enverraient
        ailleurs, --accepter l’y envoie et --garder la verrouille où elle est.

        USAGE : guichetctl demande router NUMÉRO … --linf LINF --motif TEXTE [OPTIONS]
                guichetctl demande router NUMÉRO … --selon-table [OPTIONS]
                guichetctl demande router NUMÉRO … --accepter [OPTIONS]
                guichetctl demande router NUMÉRO … --garder --motif TEXTE [OPTIONS]

        ARGUMENTS :
          <NUMÉRO>                AAAA-NNNNNN, ou le nombre seul pour l’année en cours.

        OPTIONS :
          --linf <LINF>           Lieu d’information qui les reçoit.
          --motif <TEXTE>         Pourquoi, en une phrase ; gardé au journal.
          --selon-table           Les rendre aux règles du référentiel.
          --accepter              Les envoyer où les règles le proposent.
          --garder                Les garder où elles sont, malgré ce que les règles
                                  proposent.
          --version               Montrer la version.
          -h, --help, --aide      Montrer cette aide.

        OPTIONS GÉNÉRALES :

        """))
  }

  @Test("is French and fits the terminal", arguments: commands, [nil, 200])
  func french(command: String, width: Int?) {
    let run = help(command, width: width)
    // A plugin that was not asked to look at anything knows nothing.
    #expect(run.status == (command == "sonde" ? .inconnu : .done) && run.errors.isEmpty)
    for word in ["OVERVIEW", "USAGE:", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS", "Show", "See ", "(default", "(values"] {
      #expect(!run.output.contains(word), "\(word)")
    }
    for line in run.output.split(separator: "\n") { #expect(line.count <= width ?? 80, "\(line)") }
  }

  @Test("leaves completion scripts and the version as they are, but for sentences", arguments: ["bash", "zsh", "fish"])
  func scripts(shell: String) {
    let script = FakeOffice().run("--generate-completion-script", shell)
    #expect(script.status == .done)
    #expect(script.output.contains("guichetctl") && script.output.contains("referentiel"))
    #expect(!script.output.contains("AUTRES") && !script.output.contains("Show "))
    #expect(FakeOffice().run("--version").output == "0.1.0\n")
  }

  @Test("answers to its French name, its short one, and as a word", arguments: [["--aide"], ["-h"], ["help"], []])
  func names(arguments: [String]) {
    let run = FakeOffice().run(arguments)
    #expect(run.status == .done)
    #expect(run.output == help("").output)
  }
}
