import GuichetCommands
import Testing

@Suite("A wrong command line")
struct UsageTests {

  @Test(
    "is refused with 64 and said in French",
    arguments: [
      ("etta", "« etta » n’existe pas : vouliez-vous dire « etat » ?"),
      ("--racine /r etta", "« etta » n’existe pas : vouliez-vous dire « etat » ?"),
      (
        "zzz",
        "« zzz » n’existe pas : donnez etat, formulaire, demande, routage, rendez-vous, agenda, feuille, bilan, preuve, delai, "
          + "feries, referentiel, rejet, "
          + "journal, evenements, tableau, contact, rappels, suivi, solution, enfant, linf, rgpd, sauvegarde, "
          + "entretien, recharger, sonde, acces ou version."
      ),
      ("voir 1", "« voir » n’est pas un nom : vouliez-vous dire « demande voir » ou « rejet voir » ?"),
      ("demande lsiter", "« lsiter » n’existe pas : vouliez-vous dire « lister » ?"),
      ("demande Décliner 1 --raison autre", "« Décliner » n’existe pas : vouliez-vous dire « decliner » ?"),
      ("demande lsitr --etat aOrienter", "« lsitr » n’existe pas : vouliez-vous dire « lister » ?"),
      ("--zzzzzzzz x demande lister", "L’option « --zzzzzzzz » n’existe pas."),
      ("rejet zzz", "« zzz » n’existe pas après « rejet » : donnez lister, voir ou rejouer."),
      ("demande lister --etat acontacter", "L’état « acontacter » n’existe pas : vouliez-vous dire « aContacter » ?"),
      ("demande lister --etat cloes", "L’état « cloes » n’existe pas : vouliez-vous dire « close » ?"),
      (
        "demande decliner 1 --raison horstérritoire",
        "La raison « horstérritoire » n’existe pas : vouliez-vous dire « horsTerritoire » ?"
      ),
      (
        "demande lister --depuis naguère",
        "« naguère » n’est ni un jour ni un instant : écrivez 25/11/2026, 25/11/2026 10:00, demain 14h30, hier, lundi "
          + "9:00, il y a 3 jours."
      ),
      (
        "routage --code-insee 59350 --le 14:30",
        "« 14:30 » porte une heure : donnez le jour seul, 25/11/2026, 2026-11-25, demain, hier, lundi, il y a 3 jours."
      ),
      (
        "demande",
        "Il manque le verbe après « demande » : lister, voir, expliquer, raconter, corriger, router, decliner, transmises, prendre, laisser, saisir, lettre, echeance, suspendre, reprendre, clore, rouvrir, noter, silence, doublons, fusionner ou defusionner."
      ),
      (
        "referentiel",
        "Il manque le verbe après « referentiel » : verifier, comparer, charger, transferer ou exporter."
      ),
      ("demande lister --lnif x", "L’option « --lnif » n’existe pas : vouliez-vous dire « --linf » ?"),
      ("demande lister --zzzzzzzz", "L’option « --zzzzzzzz » n’existe pas."),
      ("demande lister -z", "L’option « -z » n’existe pas."),
      ("demande lister --linf", "L’option « --linf » attend une valeur : LINF."),
      (
        "demande lister --etat ouverte",
        "L’état « ouverte » n’existe pas : donnez aOrienter, aContacter, rendezVous, enSuivi ou close."
      ),
      ("demande voir", "Il manque un argument : NUMÉRO."),
      ("demande voir 1 2", "« 2 » est de trop ou n’existe pas."),
      ("demande voir 1 2 3", "Ces mots sont de trop ou n’existent pas : « 2 », « 3 »."),
      ("formulaire verifier", "Il manque un argument : FICHIER."),
      ("journal lister --apres demain", "La valeur « demain » ne convient pas à l’option « --apres »."),
      ("etat --json=3", "L’option « --json » ne prend pas de valeur, et « 3 » en est une."),
      ("etat --csv", "Cette réponse n’a pas de lignes à mettre en CSV."),
      ("etat --socket a --racine b", "--socket et --racine s’excluent : donnez l’un ou l’autre."),
      ("demande lister --json --csv", "--json et --csv s’excluent : donnez l’un ou l’autre."),
      ("routage", "Il manque le lieu : donnez au moins --code-insee, --code-postal ou --commune, ou --lot."),
      ("routage --lot f --commune Lille", "--lot porte ses propres lieux et dates : donnez-le seul."),
      ("demande router", "Il manque un argument : NUMÉRO."),
      (
        "demande router 1",
        "Dites où : --linf LINF --motif TEXTE, --selon-table pour rendre aux règles, --accepter ou --garder pour "
          + "répondre à ce qu’elles proposent."
      ),
      (
        "demande router 1 --motif m",
        "Dites où : --linf LINF --motif TEXTE, --selon-table pour rendre aux règles, --accepter ou --garder pour "
          + "répondre à ce qu’elles proposent."
      ),
      ("demande router 1 --linf l", "Il manque le motif : --motif TEXTE dit pourquoi une personne en décide."),
      (
        "demande router 1 --linf l --selon-table",
        "--linf, --selon-table, --accepter et --garder s’excluent : donnez-en un seul."
      ),
      (
        "demande router 1 --accepter --garder",
        "--linf, --selon-table, --accepter et --garder s’excluent : donnez-en un seul."
      ),
      (
        "demande router 1 --motif m --selon-table",
        "--selon-table suit les règles : --motif n’y a pas sa place."
      ),
      ("demande router 1 --motif m --accepter", "--accepter suit les règles : --motif n’y a pas sa place."),
      ("demande router 1 --garder", "Il manque le motif : --motif TEXTE dit pourquoi une personne en décide."),
      (
        "demande decliner 1",
        "Il manque la raison, --raison : horsTerritoire (hors de son territoire), lieuErrone (lieu mal lu ou erroné), "
          + "dejaSuivie (famille déjà suivie ailleurs), conflitInterets (conflit d’intérêts) ou autre (autre raison)."
      ),
      (
        "demande decliner 1 --raison trop",
        "La raison « trop » n’existe pas : donnez horsTerritoire (hors de son territoire), lieuErrone (lieu mal lu ou "
          + "erroné), dejaSuivie (famille déjà suivie ailleurs), conflitInterets (conflit d’intérêts) ou autre "
          + "(autre raison)."
      ),
      ("referentiel verifier", "Il manque un argument : DOSSIER."),
      (
        "solution ajouter 1 --mode creche",
        "Le mode « creche » n’existe pas : donnez assistantMaternel (assistant maternel), mam (MAM), crecheCollective "
          + "(crèche collective), crecheFamiliale (crèche familiale), microCreche (micro-crèche), halteGarderie "
          + "(halte-garderie), jardinEnfants (jardin d’enfants), gardeADomicile (garde à domicile), gardePartagee (garde "
          + "partagée), ecoleMaternelle (école maternelle), autre (autre mode d’accueil), congeParental (congé parental) "
          + "ou familleProches (famille ou proches)."
      ),
      (
        "solution ajouter 1 --mode crecheColective",
        "Le mode « crecheColective » n’existe pas : vouliez-vous dire « crecheCollective » ?"
      ),
      (
        "solution ajouter 1 --sans-solution aucuneplace",
        "La raison « aucuneplace » n’existe pas : vouliez-vous dire « aucunePlace » ?"
      ),
      (
        "solution ajouter 1",
        "Dites ce qu’il en est : --mode MODE pour une solution, --attente liste ou commission, --sans-solution RAISON."
      ),
      (
        "solution ajouter 1 --mode mam --sans-solution cout",
        "--sans-solution ne va ni avec --mode ni avec --attente : donnez l’un ou l’autre."
      ),
      ("solution ajouter 1 --attente commission", "Il manque le jour de la commission, --le DATE."),
      (
        "solution ajouter 1 --mode mam --le demain",
        "--le est le jour d’une --attente ; celui d’une solution est --debut."
      ),
      (
        "solution ajouter 1 --attente liste --heures 3",
        "--debut, --heures, --commune, --provisoire et --souhaitee ne vont qu’avec une solution, --mode."
      ),
      ("solution ajouter 1 --mode mam --heures 200", "200 heures par semaine ne se peut pas : donnez de 1 à 168."),
      (
        "solution ajouter 1 --mode mam --souhaitee bof", "--souhaitee attend oui ou non, pas « bof »."
      ),
      (
        "enfant confirmer 1",
        "Donnez le jour de sa naissance, --ne-le DATE, ou dites qu’il n’est --plus-attendu."
      ),
      (
        "enfant ajouter 1 --ne-le hier --prevue-le demain",
        "Donnez une date à cet enfant, et une seule : --ne-le, --prevue-le ou --adoption-le."
      ),
      ("evenements --une", "L’option « --une » n’existe pas."),
      ("demande voir -1", "« -1 » est lu comme une option : aucun nombre négatif ne convient ici."),
      (
        "referentiel verifier d --depuis 31/02/2026",
        "« 31/02/2026 » n’est pas un jour du calendrier : écrivez 25/11/2026, 2026-11-25, demain, hier, lundi, il y a 3 jours."
      ),
      (
        "referentiel verifier d --departement 20",
        "Le département « 20 » n’existe pas : donnez son code, comme 59, 2A ou 974."
      ),
      (
        "referentiel comparer d --rejouer 3mois",
        "La durée « 3mois » ne convient pas : donnez un nombre de jours, comme 90j."
      ),
      ("referentiel comparer d --rejouer 0", "La durée « 0 » ne convient pas : donnez un nombre de jours, comme 90j."),
      ("referentiel charger d --rejouer j", "La durée « j » ne convient pas : donnez un nombre de jours, comme 90j."),
      (
        "referentiel transferer --commune 5935 --le 2027-01-01",
        "« 5935 » n’est pas un code INSEE : il a cinq caractères, comme 59350 ou 2A004."
      ),
      (
        "referentiel transferer --commune 59350 --le jamais",
        "« jamais » n’est pas un jour du calendrier : écrivez 25/11/2026, 2026-11-25, demain, hier, lundi, il y a 3 jours."
      ),
      (
        "referentiel transferer --commune 59350 --le 2027-01-01 --numeros 1,,2",
        "Un numéro est vide : donnez AAAA-NNNNNN, ou le nombre seul pour l’année en cours."
      ),
      ("referentiel transferer --le 2027-01-01", "Il manque « --commune <CODE> »."),
      ("referentiel exporter d --version 0", "Les versions se comptent à partir de 1."),
      ("referentiel exporter d --version deux", "La valeur « deux » ne convient pas à l’option « --version »."),
      (
        "--generate-completion-script tcsh",
        "Il n’y a pas de complétion pour « tcsh » : donnez --generate-completion-script=bash, zsh ou fish."
      ),
    ])
  func messages(line: String, message: String) {
    let run = FakeOffice().run(line.split(separator: " ").map(String.init))
    #expect(run.status == .usage)
    #expect(run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "Erreur : \(message)")
  }

  @Test(
    "names no empty numero, LINF or motif",
    arguments: [
      ["demande", "router", "", "--linf", "l", "--motif", "m"], ["demande", "router", "1", " ", "--selon-table"],
      ["demande", "router", "1", "--linf", " ", "--motif", "m"],
      ["demande", "router", "1", "--linf", "l", "--motif", "\t"], ["demande", "decliner", "", "--raison", "autre"],
      ["demande", "corriger", ""], ["referentiel", "exporter", ""],
    ])
  func blank(arguments: [String]) {
    let office = FakeOffice()
    #expect(office.run(arguments).status == .usage)
    #expect(office.socket == nil)
  }

  @Test("names no empty path")
  func emptyPath() {
    #expect(
      FakeOffice().run("--racine", "", "etat").errors.hasPrefix(
        "Erreur : --racine attend un dossier, pas un texte vide.\n"))
    #expect(FakeOffice().run("--socket", "", "etat").status == .usage)
  }

  @Test("is told how it is written and where to read more")
  func whole() {
    #expect(
      FakeOffice().run("demande", "voir").errors == """
        Erreur : Il manque un argument : NUMÉRO.
        Usage : guichetctl demande voir NUMÉRO [OPTIONS]
        Voir « guichetctl demande voir --help ».

        """)
    #expect(
      FakeOffice().run("rejet").errors == """
        Erreur : Il manque le verbe après « rejet » : lister, voir ou rejouer.
        Voir « guichetctl rejet --help ».

        """)
  }

  @Test("cannot drive the terminal by what it quotes")
  func escaped() {
    let run = FakeOffice().run("etat", "\u{1B}[31mrouge\u{9B}2J\u{202E}")
    #expect(run.errors.hasPrefix("Erreur : « \\u{1b}[31mrouge\\u{9b}2J\\u{202e} » est de trop"))
  }

  @Test("reaches no daemon")
  func quiet() {
    let office = FakeOffice()
    _ = office.run("demande", "lister", "--etat", "ouverte")
    _ = office.run("etat", "--csv")
    #expect(office.socket == nil)
  }
}
